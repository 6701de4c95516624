import { JOURNEY_DATES, STAGES } from '../../../src/children/child-views.ts'
import type { EntitledChild, OwnChild } from '../../api/shapes.ts'
import { dateWords, daysApart } from '../../text/dates.ts'
import { days } from '../../text/numbers.ts'
import { ENDED_WORDS, JOURNEY_WORDS } from '../../text/words.ts'

export interface JourneyStep {
  readonly name: string
  readonly state: 'done' | 'not-yet'
  /** the date, or how long ago, in words */
  readonly when: string
  /** how long after the step before it */
  readonly after: string | undefined
}

/** Steps that happen only to some children are drawn only for them. */
const ONLY_WHEN_DATED = new Set<string>(['earlyPermanence', 'planEnded'])

const ownSteps = ({ journey, planEndedReason }: OwnChild): readonly JourneyStep[] => {
  const dated = JOURNEY_DATES.flatMap((name) => {
    const on = journey[name]
    return on === null ? [] : [{ name, on }]
  }).sort((one, other) => one.on.localeCompare(other.on))
  const done = dated.map(({ name, on }, index): JourneyStep => {
    const before = dated[index - 1]
    const reason = name === 'planEnded' && planEndedReason !== null ? `: ${ENDED_WORDS[planEndedReason]}` : ''
    return { name: `${JOURNEY_WORDS[name]}${reason}`, state: 'done', when: dateWords(on), after: before && `${days(daysApart(before.on, on))} later` }
  })
  const isOver = journey.planEnded !== null
  const open = JOURNEY_DATES.filter((name) => journey[name] === null && !ONLY_WHEN_DATED.has(name) && !isOver)
  return [...done, ...open.map((name): JourneyStep => ({ name: JOURNEY_WORDS[name], state: 'not-yet', when: 'Not yet', after: undefined }))]
}

/** Partners know the stage, and days from decision and order; the dates stay with the placing agency. */
const sharedSteps = ({ stage, daysFromAdm, daysFromOrder }: EntitledChild): readonly JourneyStep[] => {
  const reached = STAGES.indexOf(stage)
  const ago: Readonly<Record<string, number | null>> = { admDecision: daysFromAdm, placementOrder: daysFromOrder }
  return STAGES.filter((name) => name !== 'enteredCare' && (name !== 'planEnded' || stage === 'planEnded')).map((name) => {
    const since = ago[name] ?? null
    const isDone = since !== null || (name !== 'admDecision' && name !== 'placementOrder' && STAGES.indexOf(name) <= reached)
    return {
      name: JOURNEY_WORDS[name],
      state: isDone ? 'done' : 'not-yet',
      when: since === null ? (isDone ? 'Done' : 'Not yet') : `${days(since)} ago`,
      after: undefined,
    }
  })
}

/** What has happened in its order, then what is still to come. */
export const journeySteps = (child: EntitledChild): readonly JourneyStep[] => (child.view === 'own' ? ownSteps(child) : sharedSteps(child))
