import { JOURNEY_DATES, RECORDED_DATES, type DayChange } from '../child-views.ts'
import type { Child, Secrets } from '../child.ts'
import { dayRecorded } from '../journey/journey-edits.ts'

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

/** The days that were there and are others now; none where an attempt began or was taken back, since its days are kept and not corrected. */
export const daysReplaced = (was: Child, child: Child): readonly DayChange[] =>
  differs(was.attempts, child.attempts)
    ? []
    : RECORDED_DATES.flatMap((name) => {
        const [before, now] = [dayRecorded(was, name), dayRecorded(child, name)]
        return before === null || before === now ? [] : [{ name, was: before, is: now }]
      })
