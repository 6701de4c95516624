import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import type { PlainDate } from './plain-date.ts'
import type { BankHolidays } from './working-days.ts'

/**
 * Where the library's list differs from the days that were proclaimed (Banking and Financial Dealings Act 1971 s1; published at
 * gov.uk/bank-holidays): it leaves the moved holidays of these years where they usually are, and out what was proclaimed for once.
 */
const PROCLAIMED: Readonly<Record<number, { readonly moved: readonly string[]; readonly to: readonly string[] }>> = {
  1995: { moved: ['1995-05-01'], to: ['1995-05-08'] }, // VE day, 50 years
  1999: { moved: [], to: ['1999-12-31'] }, // the millennium
  2002: { moved: ['2002-05-27'], to: ['2002-06-03', '2002-06-04'] }, // golden jubilee
  2011: { moved: [], to: ['2011-04-29'] }, // royal wedding
  2012: { moved: ['2012-05-28'], to: ['2012-06-04'] }, // diamond jubilee; its own day is in the list
}

const inEngland = (library: Holidays, year: number): ReadonlySet<PlainDate> => {
  const listed = library
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
  const { moved, to } = PROCLAIMED[year] ?? { moved: [], to: [] }
  return new Set([...listed.filter((day) => !moved.includes(day)), ...to].map((day) => day as PlainDate))
}

/**
 * The bank holidays of England, from 1995 on; make it once. The library holds every country and takes a tenth of a second to load, so it
 * is loaded when a working day is first counted, and asked once for each year. A day that is proclaimed for once (a jubilee, a
 * coronation) comes with a newer version of the library.
 */
export const bankHolidaysOfEngland = (): BankHolidays => {
  const years = new Map<number, ReadonlySet<PlainDate>>()
  let library: Holidays | undefined
  const load = (): Holidays => {
    const Library = createRequire(import.meta.url)('date-holidays') as typeof Holidays
    return new Library('GB', 'ENG')
  }
  return (year) => {
    const known = years.get(year)
    if (known) return known
    const days = inEngland((library ??= load()), year)
    years.set(year, days)
    return days
  }
}
