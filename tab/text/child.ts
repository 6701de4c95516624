import { SEARCH_ROUTES } from '../../src/children/child-views.ts'
import type { EntitledChild } from '../api/shapes.ts'
import { monthWords } from './dates.ts'
import { counted, list, sentence } from './numbers.ts'
import { HARDER_WORDS, PLAN_WORDS, SEX_WORDS } from './words.ts'

type Facts = Pick<EntitledChild, 'ageYears' | 'sex' | 'siblings' | 'siblingPlan'> & {
  /** the month in which an unborn child is due, as 2027-03 */
  readonly expectedBirth?: string | null
}

export const ageWords = (years: number | null): string => {
  if (years === null) return 'age not recorded'
  return years === 0 ? 'under 1' : counted(years, 'year')
}

/** `Girl, 4 years`; `Unborn, due Mar 2027` */
export const whoWords = ({ sex, ageYears, expectedBirth }: Omit<Facts, 'siblings' | 'siblingPlan'>): string =>
  typeof expectedBirth === 'string' ? `Unborn, due ${monthWords(expectedBirth)}` : `${sex === null ? 'Child' : SEX_WORDS[sex]}, ${ageWords(ageYears)}`

/** `2 siblings, to be placed together` */
export const siblingWords = ({ siblings, siblingPlan }: Pick<Facts, 'siblings' | 'siblingPlan'>): string => {
  if (siblings === 0) return 'No siblings in the plan'
  const count = counted(siblings, 'sibling')
  return siblingPlan === null ? count : `${count}, ${PLAN_WORDS[siblingPlan]}`
}

/** The waiting bands end at 3, 6 and 12 months; drawn in days at the mean length of a month. */
export const BAND_ENDS = [91, 183, 365] as const

/** `3 of 8 tried`: the ways by which a family is looked for, as the region's own checklist names them. */
export const routeWords = (routes: readonly string[]): string => (routes.length === 0 ? 'None tried yet' : `${routes.length} of ${SEARCH_ROUTES.length} tried`)

/** `Sibling group and aged 5 or over` */
export const harderWords = (reasons: EntitledChild['harderToPlace']): string =>
  reasons.length === 0 ? 'No harder-to-place reason' : sentence(list(reasons.map((reason) => HARDER_WORDS[reason])))
