import type { AgencyId } from '../../core/ids.ts'
import { compared } from '../../trackers/clean.ts'

/** An agency as an import needs to know it: by what names a row may call it. */
export interface KnownAgency {
  readonly id: AgencyId
  readonly code: string
  readonly name: string
  readonly isHub: boolean
  /** Rutland's people are Lincolnshire's, and so are its rows */
  readonly servedBy: AgencyId | null
}

const plain = (name: string): string =>
  compared(name)
    .replaceAll(/['’.]/gu, '')
    .replaceAll(/&/gu, ' and ')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .replaceAll(/\bcity of (\w+)/gu, '$1 city')
    .replaceAll(
      /\b(?:the|county|council|metropolitan|met|district|borough|royal|london|unitary|local|authority|childrens?|young|people|families|social|care|services?|dept|department|directorate|trust|la|adoption|team|of|and|cc|ccc|mbc|mdc|bc|lbc|dc|ua|csc|cyps)\b/gu,
      ' ',
    )
    .replaceAll(/\bn\b/gu, 'north')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** Short names that people write for the councils of this region; initials that fit several are not here. */
const SHORT: Readonly<Record<string, string>> = {
  leics: 'leicestershire',
  lincs: 'lincolnshire',
  'north lincs': 'north lincolnshire',
  nlincs: 'north lincolnshire',
  northants: 'northamptonshire',
  nct: 'northamptonshire',
  'north northants': 'northamptonshire',
  'west northants': 'northamptonshire',
  'north northamptonshire': 'northamptonshire',
  'west northamptonshire': 'northamptonshire',
  'leicester county': 'leicestershire',
}
const initialsOf = (name: string): string =>
  compared(name)
    .replaceAll(/[^a-z ]/gu, '')
    .split(' ')
    .map(([first = '']) => first)
    .join('')

type AgencyRead = 'own' | 'other' | 'unclear'

/** Whose row it is, by the name in the row. A short name that fits several agencies is unclear, and is not guessed. */
export type ReadAgency = (cell: string) => AgencyRead

/** The agencies' names, worked out once for all rows of a file. */
export const agencyReader = (own: AgencyId, agencies: readonly KnownAgency[]): ReadAgency => {
  const placing = agencies
    .filter(({ isHub }) => !isHub)
    .map(({ id, servedBy, code, name }) => ({
      id: id === own || servedBy === own ? own : id,
      exact: new Set([compared(code), compared(name)]),
      plain: plain(name),
      words: plain(name).split(' '),
      initials: initialsOf(name),
    }))
  const whose = (found: readonly { readonly id: AgencyId }[]): AgencyRead => {
    const ids = new Set(found.map(({ id }) => id))
    if (ids.size === 0) return 'other'
    return ids.size > 1 ? 'unclear' : ids.has(own) ? 'own' : 'other'
  }
  const read: ReadAgency = (cell) => {
    const said = plain(cell)
    const meant = SHORT[said] ?? said
    const exact = placing.filter((agency) => agency.plain === meant || agency.exact.has(compared(cell)))
    if (exact.length > 0) return whose(exact)
    if (meant === '') return 'unclear'
    return whose(placing.filter((agency) => agency.plain.startsWith(meant) || agency.words.some((word) => word.startsWith(meant)) || agency.initials === meant))
  }
  const known = new Map<string, AgencyRead>()
  return (cell) => {
    const is = known.get(cell) ?? read(cell)
    known.set(cell, is)
    return is
  }
}
