import { JOURNEY_DATES } from '../child-views.ts'
import type { Child, Secrets } from '../child.ts'

const FACTS = [
  'sex',
  'ethnicity',
  'disability',
  'expectedBirth',
  'legalStatus',
  'earlyPermanenceRoute',
  'fosterCarerAdoption',
  'legalAdviceOn',
  'planEndedReason',
  'attempts',
  'pauses',
  'siblingGroup',
  'siblingPlan',
  'siblingPlanOn',
  'needs',
  'routes',
  'workerId',
  'socialWorkerId',
  'nextStep',
  'nextStepDue',
  'nextStepWhose',
] as const satisfies readonly (keyof Child)[]
const SECRETS = ['name', 'born', 'localReference'] as const satisfies readonly (keyof Secrets)[]

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** The names of what is another now, dates first; never what it was or is. */
export const changesBetween = (was: Child, child: Child, secretsWere: Secrets, secrets: Secrets): readonly string[] => [
  ...JOURNEY_DATES.filter((name) => was.journey[name] !== child.journey[name]),
  ...FACTS.filter((name) => differs(was[name], child[name])),
  ...SECRETS.filter((name) => secretsWere[name] !== secrets[name]),
]
