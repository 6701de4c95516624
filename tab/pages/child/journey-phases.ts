import { JOURNEY_DATES, RECORDED_DATES, STAGES } from '../../../src/children/child-views.ts'
import type { Attempt, JourneyDate, Pause, RecordedDate, Stage } from '../../../src/children/child-views.ts'
import type { Clock, EntitledChildDetail, OwnChildDetail } from '../../api/shapes.ts'
import { dateWords, daysApart } from '../../text/dates.ts'
import { days, sentence } from '../../text/numbers.ts'
import { ENDED_WORDS, JOURNEY_WORDS, PAUSE_WORDS } from '../../text/words.ts'

export interface JourneyStep {
  readonly name: string
  /** `late`: not done, and a clock says that it should be; `missing`: later steps are done, this one has no date */
  readonly state: 'done' | 'to-come' | 'late' | 'missing'
  /** the date, how long ago, or by when, in words */
  readonly when: string
  /** how long after the step before it */
  readonly after: string | undefined
}

export interface JourneyPhase {
  readonly title: string
  /** `now`: begun and not over, or the next one; `paused`: the same while a hold or a legal challenge is open */
  readonly state: 'done' | 'now' | 'paused' | 'to-come'
  readonly steps: readonly JourneyStep[]
}

/** The journey in the order in which people talk about it; every date stands in one part. */
export const PHASES: readonly { readonly title: string; readonly dates: readonly JourneyDate[] }[] = [
  { title: 'In care', dates: ['enteredCare', 'packA', 'parallelPlan', 'permanencePlan', 'lastReview'] },
  { title: 'Report', dates: ['cprRequested', 'cprDrafted', 'cprQualityChecked', 'cprSubmitted'] },
  { title: 'Decision and order', dates: ['admDecision', 'placementOrder', 'parentalConsent'] },
  { title: 'Finding a family', dates: ['profileLive', 'profileUpdated', 'linkExploring', 'linked'] },
  { title: 'Match', dates: ['matchPanel', 'matched', 'introductions'] },
  { title: 'New family', dates: ['earlyPermanence', 'placed', 'adoptionOrder'] },
  { title: 'Plan ended', dates: ['planEnded', 'revocationApplied', 'revoked'] },
]

/** Shown as still to come; every other step appears when it has a date. */
const EXPECTED = new Set<JourneyDate>([
  'enteredCare',
  'cprSubmitted',
  'admDecision',
  'placementOrder',
  'profileLive',
  'linked',
  'matched',
  'introductions',
  'placed',
  'adoptionOrder',
])
/** The latest of several: it says nothing about how long the step after it took. */
const REPEATED = new Set<RecordedDate>(['lastReview', 'profileUpdated'])

/** The step that a clock waits for; reviews are no step of the plan. */
const STEP_OF_CLOCK: Readonly<Partial<Record<Clock['name'], JourneyDate>>> = {
  'permanence-plan': 'permanencePlan',
  'adm-decision': 'admDecision',
  'profile-live': 'profileLive',
  link: 'linkExploring',
  'match-panel': 'matchPanel',
  'match-decision': 'matched',
}

/** Named as missing where the plan is further on: the clocks and the filters ask for them. */
const MISSED = new Set<JourneyDate>(['enteredCare', 'admDecision', 'profileLive'])

const datedIn = (dates: Partial<Readonly<Record<RecordedDate, string | null>>>) =>
  RECORDED_DATES.flatMap((name) => {
    const on = dates[name] ?? null
    return on === null ? [] : [{ name, on }]
  }).sort((one, other) => one.on.localeCompare(other.on))

const stateOf = (steps: readonly JourneyStep[], isOver: boolean): JourneyPhase['state'] => {
  if (!steps.some(({ state }) => state === 'done')) return isOver ? 'done' : 'to-come'
  return !isOver && steps.some(({ state }) => state === 'to-come' || state === 'late') ? 'now' : 'done'
}

const ownPhases = ({ journey, planEndedReason, clocks, pauses }: OwnChildDetail): readonly JourneyPhase[] => {
  const dated = datedIn(journey)
  const isOver = journey.planEnded !== null || journey.adoptionOrder !== null
  const furthest = JOURNEY_DATES.findLastIndex((name) => EXPECTED.has(name) && journey[name] !== null)

  const inTurn = dated.filter(({ name }) => !REPEATED.has(name))
  const running = new Map(clocks.flatMap((clock) => (clock.doneOn === null ? [[STEP_OF_CLOCK[clock.name], clock] as const] : [])))

  const stepOf = (name: JourneyDate): readonly JourneyStep[] => {
    const step = dated.find((one) => one.name === name)
    if (step) {
      const at = inTurn.indexOf(step)
      const before = at > 0 ? inTurn[at - 1] : undefined
      const reason = name === 'planEnded' && planEndedReason !== null ? `: ${ENDED_WORDS[planEndedReason]}` : ''
      const after = before && before.on !== step.on ? `${days(daysApart(before.on, step.on))} later` : undefined
      return [{ name: `${JOURNEY_WORDS[name]}${reason}`, state: 'done', when: dateWords(step.on), after }]
    }
    const clock = running.get(name)
    if (clock) {
      const late = clock.state === 'late'
      const when = `${late ? 'Late: was due' : 'By'} ${dateWords(clock.due)}`
      return [{ name: JOURNEY_WORDS[name], state: late ? 'late' : 'to-come', when, after: undefined }]
    }
    if (JOURNEY_DATES.indexOf(name) < furthest)
      return MISSED.has(name) ? [{ name: JOURNEY_WORDS[name], state: 'missing', when: 'Not recorded', after: undefined }] : []
    return EXPECTED.has(name) && !isOver ? [{ name: JOURNEY_WORDS[name], state: 'to-come', when: 'Not yet', after: undefined }] : []
  }
  // a child who moved in under early permanence is not matched by that
  const last = PHASES.findLastIndex(({ dates }) => dates.some((name) => name !== 'earlyPermanence' && journey[name] !== null))
  const phases = PHASES.flatMap(({ title, dates }, index): readonly JourneyPhase[] => {
    const steps = dates.flatMap(stepOf)
    return steps.length === 0 ? [] : [{ title, steps, state: stateOf(steps, index < last) }]
  })
  // between two parts, the next one is what is worked on
  const next = phases.some(({ state }) => state === 'now') ? -1 : phases.findIndex(({ state }) => state === 'to-come')
  const now = pauses.some(({ until }) => until === null) ? 'paused' : 'now'
  return phases.map((phase, index) => (index === next || phase.state === 'now' ? { ...phase, state: now } : phase))
}

/** From the decision on: nothing earlier is shared. */
const SHARED_STAGES = ['admDecision', 'placementOrder', 'matched', 'placed', 'adoptionOrder', 'planEnded'] as const satisfies readonly Stage[]
const SHARED_TITLES: Readonly<Record<(typeof SHARED_STAGES)[number], string>> = {
  admDecision: 'Decision',
  placementOrder: 'Order',
  matched: 'Match',
  placed: 'New family',
  adoptionOrder: 'Adopted',
  planEnded: 'Plan ended',
}

/** Partners know the stage, and days from decision and order; the dates stay with the placing agency. */
const sharedPhases = ({ stage, daysFromAdm, daysFromOrder }: EntitledChildDetail): readonly JourneyPhase[] => {
  const reached = STAGES.indexOf(stage)
  const ago: Readonly<Record<string, number | null>> = { admDecision: daysFromAdm, placementOrder: daysFromOrder }
  return SHARED_STAGES.filter((name) => name !== 'planEnded' || stage === 'planEnded').map((name) => {
    const since = ago[name] ?? null
    const isDone = since !== null || (!(name in ago) && STAGES.indexOf(name) <= reached && stage !== 'planEnded') || name === stage
    const state = isDone ? 'done' : 'to-come'
    const when = since === null ? (isDone ? 'Done' : 'Not yet') : since === 0 ? 'Today' : `${days(since)} ago`
    return { title: SHARED_TITLES[name], state: name === stage ? 'now' : state, steps: [{ name: JOURNEY_WORDS[name], state, when, after: undefined }] }
  })
}

/** The parts of a plan in their order, each with what is done in it and what is still to come. */
export const journeyPhases = (child: EntitledChildDetail): readonly JourneyPhase[] => (child.view === 'own' ? ownPhases(child) : sharedPhases(child))

/** `On hold since 3 Nov 2026, 19 days: sibling assessment` */
export const pauseWords = (
  { kind, reason, from, until }: Pick<Pause, 'kind' | 'reason'> & { readonly from: string; readonly until: string | null },
  today: string,
): string => {
  const lasted = days(Math.max(0, daysApart(from, until ?? today)))
  return `${PAUSE_WORDS[kind]} ${until === null ? `since ${dateWords(from)}` : `from ${dateWords(from)} until ${dateWords(until)}`}, ${lasted}: ${reason}`
}

export interface AttemptWords {
  readonly title: string
  readonly steps: readonly JourneyStep[]
}

/** An attempt that is over: how it ended, and every date of it in its order. */
export const attemptWords = ({
  endedBy,
  on,
  reason,
  dates,
}: Pick<Attempt, 'endedBy' | 'reason'> & { readonly on: string; readonly dates: Readonly<Partial<Record<RecordedDate, string>>> }): AttemptWords => ({
  title: `${endedBy === 'disrupted' ? 'The placement disrupted' : 'The plan ended'} on ${dateWords(on)}${reason === null ? '' : `: ${sentence(ENDED_WORDS[reason])}`}`,
  steps: datedIn(dates).map(({ name, on: day }) => ({ name: JOURNEY_WORDS[name], state: 'done', when: dateWords(day), after: undefined })),
})
