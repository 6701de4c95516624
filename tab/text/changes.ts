import type { OwnChildDetail } from '../api/shapes.ts'
import { JOURNEY_DATES } from '../../src/children/child-views.ts'
import { dateWords } from './dates.ts'
import { list, sentence } from './numbers.ts'
import { JOURNEY_WORDS } from './words.ts'

/** Facts of a child as a change names them. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  added: 'added to the register',
  sex: 'sex',
  ethnicity: 'ethnicity',
  disability: 'disability',
  expectedBirth: 'month when the baby is due',
  legalStatus: 'legal status',
  earlyPermanenceRoute: 'early permanence',
  fosterCarerAdoption: 'adoption by the foster carer',
  legalAdviceOn: 'legal advice',
  planEndedReason: 'why the plan ended',
  attempts: 'a new attempt',
  pauses: 'pauses',
  siblingGroup: 'brothers and sisters',
  siblingPlan: 'plan for the brothers and sisters',
  siblingPlanOn: 'when that plan was decided',
  needs: 'needs',
  routes: 'routes by which a family is looked for',
  workerId: 'family finder',
  socialWorkerId: "child's social worker",
  nextStep: 'next step',
  nextStepDue: 'when the next step is due',
  nextStepWhose: 'whose the next step is',
  name: 'name',
  born: 'date of birth',
  localReference: 'local reference',
}

const oneChange = (name: string): string => {
  const date = JOURNEY_DATES.find((one) => one === name)
  return date === undefined ? (FACT_WORDS[name] ?? name) : `“${JOURNEY_WORDS[date]}”`
}

/** `Needs, next step and “Placement order made”`; a name that this page does not know is said as it is. */
export const changeWords = (what: readonly string[]): string => sentence(list(what.map(oneChange)))

/** `Placement order made: 31 Mar 2025 → 12 Mar 2026`, for each day that was there before. */
export const dayChangeWords = ({ name, was, is }: OwnChildDetail['changes'][number]['days'][number]): string =>
  `${JOURNEY_WORDS[name]}: ${dateWords(was)} → ${is === null ? 'taken away' : dateWords(is)}`
