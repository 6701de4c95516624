import type { JourneyDate } from '../child-views.ts'
import type { JourneyFacts } from './journey-faults.ts'
import { DATE_WORDS } from './journey.ts'

/** Earlier, then later, as it usually goes; the other way round is worth a look, and stops nobody. */
const USUAL: readonly (readonly [JourneyDate, JourneyDate])[] = [
  ['introductions', 'placed'],
  ['earlyPermanence', 'placed'],
  ['earlyPermanence', 'adoptionOrder'],
  ['linkExploring', 'linked'],
  ['linkExploring', 'matched'],
  ['linked', 'matched'],
]

const unusual = ({ journey }: JourneyFacts): readonly string[] =>
  USUAL.filter(([earlier, later]) => {
    const [first, second] = [journey[earlier], journey[later]]
    return first !== null && second !== null && first > second
  }).map(([earlier, later]) => `The ${DATE_WORDS[earlier]} is dated after the ${DATE_WORDS[later]}. Please check both.`)

/** A placement that disrupted kept its dates: none of them can be later than its end. */
const afterTheirEnd = ({ attempts }: JourneyFacts): readonly string[] =>
  attempts
    .filter(({ endedBy }) => endedBy === 'disrupted')
    .flatMap(({ on, dates }) => Object.entries(dates).flatMap(([name, day]) => (day > on ? [DATE_WORDS[name as JourneyDate]] : [])))
    .map((words) => `The ${words} of an earlier attempt is dated after its disruption. Please check both.`)

/** Dates that follow each other in an unusual way, in sentences. */
export const orderWarnings = (facts: JourneyFacts): readonly string[] => [...unusual(facts), ...afterTheirEnd(facts)]
