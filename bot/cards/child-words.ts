import type { AgeBand, AnonymousChild, EntitledChild, Sex } from '../../src/children/child-views.ts'
import { capitalised, counted, NEED_WORDS, SIBLING_PLAN_WORDS, STAGE_WORDS, STANDING_WORDS } from '../texts/words.ts'

const sexWord = (sex: Sex | null): string => (sex === null ? 'child' : sex === 'female' ? 'girl' : 'boy')

const siblingWords = (siblings: 0 | 1 | 2 | 3 | null): string[] => {
  if (siblings === null) return []
  return [
    siblings === 0
      ? 'no brothers or sisters waiting'
      : siblings === 3
        ? '3 or more brothers and sisters'
        : counted(siblings, 'brother or sister', 'brothers and sisters'),
  ]
}

const agedWords = (band: AgeBand): string => (band === 'under 1' ? 'under 1 year old' : `aged ${band}`)

/** Who a child is, as far as a conversation may see: "Girl, aged 3–4, 2 brothers and sisters". */
export const anonymousWho = (child: AnonymousChild): string =>
  capitalised([sexWord(child.sex), ...(child.ageBand === null ? [] : [agedWords(child.ageBand)]), ...siblingWords(child.siblings)].join(', '))

/** The rest of it: stage, needs by category, agency. */
export const anonymousFacts = (child: AnonymousChild): string =>
  [
    ...(child.stage === null ? [] : [STAGE_WORDS[child.stage]]),
    ...(child.needs.length === 0 ? [] : [`needs: ${child.needs.map((need) => NEED_WORDS[need]).join(', ')}`]),
    child.agency.name,
  ]
    .map((part, index) => (index === 0 ? capitalised(part) : part))
    .join(' · ')

const yearsWords = (years: number): string => (years === 0 ? 'under 1 year old' : counted(years, 'year old', 'years old'))

/** "Boy, 4 years old, with 1 brother or sister (to be placed together)" */
export const entitledWho = (child: EntitledChild): string => {
  const plan = child.siblingPlan === null ? '' : ` (${SIBLING_PLAN_WORDS[child.siblingPlan]})`
  return capitalised(
    [
      sexWord(child.sex),
      ...(child.ageYears === null ? [] : [yearsWords(child.ageYears)]),
      ...(child.siblings === 0 ? [] : [`with ${counted(child.siblings, 'brother or sister', 'brothers and sisters')}${plan}`]),
    ].join(', '),
  )
}

/** "Next: talk to the foster carer (Priya Shah)" */
export const nextStepWords = (child: EntitledChild): string =>
  child.nextStep === null ? 'No next step is recorded' : `Next: ${child.nextStep}${child.nextStepWhose === null ? '' : ` (${child.nextStepWhose})`}`

export const daysFigure = (days: number | null): string => (days === null ? 'not waiting' : counted(days, 'day', 'days'))

/** Where the plan stands, and the link, where there is one or the search rests: "placement order made, on hold". */
export const standsWords = (child: EntitledChild): string =>
  [STAGE_WORDS[child.stage], ...(child.standing === null || child.standing === 'family-finding' ? [] : [STANDING_WORDS[child.standing]])].join(', ')
