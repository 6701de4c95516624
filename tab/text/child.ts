import type { EntitledChild } from '../api/shapes.ts'
import { counted, list, sentence } from './numbers.ts'
import { HARDER_WORDS, PLAN_WORDS, SEX_WORDS } from './words.ts'

type Facts = Pick<EntitledChild, 'ageYears' | 'sex' | 'siblings' | 'siblingPlan'>

export const ageWords = (years: number | null): string => {
  if (years === null) return 'age not recorded'
  return years === 0 ? 'under 1' : counted(years, 'year')
}

/** `Girl, 4 years` */
export const whoWords = ({ sex, ageYears }: Facts): string => `${sex === null ? 'Child' : SEX_WORDS[sex]}, ${ageWords(ageYears)}`

/** `2 siblings, to be placed together` */
export const siblingWords = ({ siblings, siblingPlan }: Facts): string => {
  if (siblings === 0) return 'No siblings in the plan'
  const count = counted(siblings, 'sibling')
  return siblingPlan === null ? count : `${count}, ${PLAN_WORDS[siblingPlan]}`
}

/** The waiting bands end at 3, 6 and 12 months; drawn in days at the mean length of a month. */
export const BAND_ENDS = [91, 183, 365] as const

/** The eight routes by which a family is looked for, as the region's own checklist names them. */
export const ROUTE_COUNT = 8
export const routeWords = (routes: readonly string[]): string => (routes.length === 0 ? 'None tried yet' : `${routes.length} of ${ROUTE_COUNT} tried`)

/** `Sibling group and aged 5 or over` */
export const harderWords = (reasons: EntitledChild['harderToPlace']): string =>
  reasons.length === 0 ? 'No harder-to-place reason' : sentence(list(reasons.map((reason) => HARDER_WORDS[reason])))
