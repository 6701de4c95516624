import { yearsBetween, type PlainDate } from '../core/plain-date.ts'
import type { ChildField, DateField } from '../trackers/children-columns.ts'
import type { Finding } from '../trackers/finding.ts'
import type { ChildRow } from '../trackers/read-children.ts'
import type { Journey, JourneyDate } from './child-views.ts'
import { isEthnicityCode, type EthnicityCode } from './ethnicity.ts'
import { journeyFaults } from './journey-faults.ts'
import { NO_DATES } from './journey.ts'

/** The dates that an Annex A List 10 has. */
export const IMPORTED_DATES = ['enteredCare', 'admDecision', 'placementOrder', 'earlyPermanence', 'matched', 'placed', 'adoptionOrder', 'planEnded'] as const

export const journeyOfRow = ({ dates }: ChildRow): Journey => ({
  ...NO_DATES,
  enteredCare: dates.enteredCare,
  admDecision: dates.admDecision,
  placementOrder: dates.placementOrder,
  earlyPermanence: dates.earlyPermanencePlaced,
  matched: dates.matched,
  placed: dates.placed,
  adoptionOrder: dates.adoptionOrder,
  planEnded: dates.planEnded,
})

export const fieldOfDate = (date: (typeof IMPORTED_DATES)[number] | 'born'): DateField => {
  if (date === 'born') return 'dateOfBirth'
  return date === 'earlyPermanence' ? 'earlyPermanencePlaced' : date
}

export const ethnicityOfRow = ({ ethnicity }: ChildRow): EthnicityCode | null => (ethnicity !== null && isEthnicityCode(ethnicity) ? ethnicity : null)

/** Everything that is wrong with a row: what its cells say alone, and what its dates say together. */
export const findingsOfRow = (row: ChildRow, columns: ReadonlyMap<ChildField, string>, today: PlainDate): readonly Finding[] => {
  const heading = (field: ChildField): string => columns.get(field) ?? field
  const journey = journeyOfRow(row)
  const born = row.dates.dateOfBirth
  const found: Finding[] = journeyFaults({ journey, born, unborn: false, attempts: [], legalAdviceOn: null }, today).map(
    ({ code, date, with: other, sentence }) => ({
      code: code as Finding['code'],
      row: row.row,
      column: heading(fieldOfDate(date as (typeof IMPORTED_DATES)[number])),
      ...(other === null ? {} : { otherColumns: [heading(fieldOfDate(other as (typeof IMPORTED_DATES)[number]))] }),
      sentence,
    }),
  )
  const say = (code: Finding['code'], field: ChildField, sentence: string): void => {
    found.push({ code, row: row.row, column: heading(field), sentence })
  }
  if (born !== null && born > today) say('future-date', 'dateOfBirth', 'The date of birth lies in the future.')
  if (born !== null && born <= today && yearsBetween(born, today) >= 18 && journey.adoptionOrder === null && journey.planEnded === null)
    say('over-18', 'dateOfBirth', 'The person is 18 or older, but the plan is still open.')
  if (row.ethnicity !== null && !isEthnicityCode(row.ethnicity))
    say('unknown-ethnicity', 'ethnicity', 'The ethnicity is none of the national codes; the cell is left blank.')
  return [...row.findings, ...found]
}
