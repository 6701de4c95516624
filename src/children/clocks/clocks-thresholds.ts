import { daysBetween, type PlainDate } from '../../core/plain-date.ts'
import { SETTINGS } from '../../settings/setting-catalogue.ts'
import type { SettingsOn } from '../../settings/setting-values.ts'
import type { Journey } from '../child-views.ts'
import type { Threshold } from './clock-contract.ts'
import type { ClockRecord } from './clocks.ts'
import { pausedDays } from './clocks-paused.ts'

interface Measured {
  readonly measure: Threshold['measure']
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly settings: readonly ('nationalCareToPlaced' | 'ownCareToPlaced' | 'nationalOrderToMatch' | 'averageOrderToMatch' | 'ownOrderToMatch')[]
}

const measured = ({ enteredCare, placementOrder, matched, placed }: Journey): readonly Measured[] => [
  { measure: 'care-to-placed', from: enteredCare, until: placed, settings: ['nationalCareToPlaced', 'ownCareToPlaced'] },
  // placed, and the match not recorded: how long it took is not known
  {
    measure: 'order-to-match',
    from: placed !== null && matched === null ? null : placementOrder,
    until: matched,
    settings: ['nationalOrderToMatch', 'averageOrderToMatch', 'ownOrderToMatch'],
  },
]

/**
 * How long the child waited, or waits until today, against every number that holds: the national threshold, the average and the agency's
 * own, each judged by itself (S000 ¶11-12). They are those of the day on which the measure ended, or today's. Matched before the order
 * counts as nought days (LG Inform Plus, metric 912). What can no longer end has no measure.
 */
export const thresholdsFor = (record: ClockRecord, settings: SettingsOn, today: PlainDate): readonly Threshold[] => {
  const { journey } = record
  const isFinished = journey.adoptionOrder !== null || journey.planEnded !== null
  return measured(journey).flatMap(({ measure, from, until, settings: names }) => {
    if (from === null || (until === null && isFinished)) return []
    const end = until ?? today
    const days = Math.max(0, daysBetween(from, end))
    return names.flatMap((name): readonly Threshold[] => {
      const { value: limit, kind, source } = settings(end)[name]
      if (limit === null) return []
      return [{ measure, words: SETTINGS[name].words, limit, kind, source, days, over: days > limit, pausedDays: pausedDays(record.pauses, from, end) }]
    })
  })
}
