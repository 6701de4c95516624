import { addMonths, daysBetween, type PlainDate } from '../../core/plain-date.ts'
import type { BankHolidays } from '../../core/working-days.ts'
import { dueAfter } from '../../settings/setting-due.ts'
import type { SettingsOn, SettingValues } from '../../settings/setting-values.ts'
import type { Journey, Pause } from '../child-views.ts'
import type { Clock } from './clock-contract.ts'
import { pausedDays } from './clocks-paused.ts'

/** What the clocks read of a child. */
export interface ClockRecord {
  readonly journey: Journey
  readonly pauses: readonly Pick<Pause, 'from' | 'until'>[]
  /** only to tell a relinquished baby; null where it is not known, or not opened */
  readonly born: PlainDate | null
  /** no family is looked for: the carers are to adopt */
  readonly fosterCarerAdoption: boolean | null
}

/** The settings that are a time within which something is to be done. */
type Timing =
  | 'permanencePlanWithin'
  | 'admDecisionWithin'
  | 'profileLiveWithin'
  | 'profileFreshFor'
  | 'linkWithin'
  | 'matchPanelWithin'
  | 'matchPanelRelinquished'
  | 'reviewAfterAuthority'
  | 'reviewWhileUnplaced'
  | 'reviewAfterPlacement'
  | 'reviewSecondPlaced'
  | 'reviewWhilePlaced'

interface Running {
  readonly name: Clock['name']
  readonly words: string
  readonly timing: Timing
  /** null: it has not begun, or nobody knows when */
  readonly from: PlainDate | null
  readonly doneOn: PlainDate | null
  /** nothing is left to do, though the day on which it was done is not recorded: a later step was taken, or it is not called for */
  readonly isPast?: boolean
}

const earliest = (...days: readonly (PlainDate | null)[]): PlainDate | null => days.filter((day) => day !== null).sort()[0] ?? null
const latest = (...days: readonly (PlainDate | null)[]): PlainDate | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null
const any = (...days: readonly (PlainDate | null)[]): boolean => days.some((day) => day !== null)

/** Given up by the parents (s19) without a placement order, and younger than the setting says at the decision. */
const isRelinquishedBaby = ({ journey, born }: ClockRecord, settings: SettingsOn): boolean => {
  const { admDecision, parentalConsent, placementOrder } = journey
  if (admDecision === null || parentalConsent === null || placementOrder !== null || born === null) return false
  return admDecision < addMonths(born, settings(admDecision).relinquishedBabyUnder.value)
}

/**
 * Authorised and not placed: by three months after the authority, then by six months after each review (AAR 2005 reg 36(1)). The
 * authority is the placement order or the parents' consent, whichever came first.
 */
const reviewUnplaced = ({ journey }: ClockRecord): Running => {
  const { placementOrder, parentalConsent, lastReview, placed, revoked } = journey
  const authority = earliest(placementOrder, parentalConsent)
  const isNext = authority !== null && lastReview !== null && lastReview > authority
  return {
    name: 'review-unplaced',
    words: 'Review while the child is not placed',
    timing: isNext ? 'reviewWhileUnplaced' : 'reviewAfterAuthority',
    from: authority === null ? null : isNext ? lastReview : authority,
    doneOn: null,
    isPast: any(placed, revoked),
  }
}

/**
 * Placed: by four weeks, then by three months after the first review, then by six months after each (AAR 2005 reg 36(3)). Only the latest
 * review is known: one before the time of the second is taken for the first, so that the next is asked for too early and never too late.
 */
const reviewPlaced = ({ journey }: ClockRecord, settings: SettingsOn): Running => {
  const { placed, lastReview } = journey
  const since = placed !== null && lastReview !== null && lastReview > placed ? lastReview : null
  const second = placed === null ? null : addMonths(placed, settings(placed).reviewSecondPlaced.value)
  const isFirst = since !== null && second !== null && since < second
  return {
    name: 'review-placed',
    words: 'Review after the placement',
    timing: since === null ? 'reviewAfterPlacement' : isFirst ? 'reviewSecondPlaced' : 'reviewWhilePlaced',
    from: since ?? placed,
    doneOn: null,
  }
}

const running = (record: ClockRecord, settings: SettingsOn): readonly Running[] => {
  const { journey } = record
  const { admDecision, placementOrder, linked, matchPanel, matched, placed } = journey
  const isFamilyKnown = record.fosterCarerAdoption === true || journey.earlyPermanence !== null
  return [
    {
      name: 'permanence-plan',
      words: 'Plan for permanence ratified at a review',
      timing: 'permanencePlanWithin',
      from: journey.enteredCare,
      doneOn: journey.permanencePlan,
      isPast: any(admDecision, placementOrder, journey.parentalConsent),
    },
    {
      name: 'adm-decision',
      words: 'Agency decision maker decides on the plan',
      timing: 'admDecisionWithin',
      from: journey.cprSubmitted,
      doneOn: admDecision,
      isPast: any(placementOrder, matched, placed),
    },
    {
      name: 'profile-live',
      words: 'Profile live',
      timing: 'profileLiveWithin',
      from: admDecision,
      doneOn: journey.profileLive,
      isPast: isFamilyKnown || any(linked, matchPanel, matched, placed),
    },
    {
      name: 'profile-fresh',
      words: 'Profile brought up to date',
      timing: 'profileFreshFor',
      from: latest(journey.profileLive, journey.profileUpdated),
      doneOn: null,
      isPast: isFamilyKnown || any(matched, placed),
    },
    {
      name: 'link',
      words: 'A link explored, or the search widened',
      timing: 'linkWithin',
      from: admDecision,
      doneOn: earliest(journey.linkExploring, linked),
      isPast: isFamilyKnown || any(matchPanel, matched, placed),
    },
    {
      name: 'match-panel',
      words: 'Match considered by the panel',
      timing: isRelinquishedBaby(record, settings) ? 'matchPanelRelinquished' : 'matchPanelWithin',
      from: admDecision,
      doneOn: matchPanel,
      isPast: any(matched, placed),
    },
    {
      name: 'match-decision',
      words: 'Agency decision maker decides on the match',
      timing: 'admDecisionWithin',
      from: matchPanel,
      doneOn: matched,
      isPast: any(placed),
    },
    reviewUnplaced(record),
    reviewPlaced(record, settings),
  ]
}

const stateOf = (due: PlainDate, doneOn: PlainDate | null, today: PlainDate, { closeWithin }: SettingValues): Clock['state'] => {
  if (doneOn !== null) return doneOn <= due ? 'done' : 'done-late'
  if (today > due) return 'late'
  return daysBetween(today, due) <= closeWithin.value ? 'close' : 'ahead'
}

/**
 * What is to be done for a child by which day, in the order of the journey. Each clock goes by the settings of the day on which it began;
 * one whose beginning is unknown does not exist, nor one that has nothing left to do; of a finished child the done ones are left. Pauses
 * are counted beside and move no day (domain A, row 32).
 */
export const clocksFor = (record: ClockRecord, settings: SettingsOn, holidays: BankHolidays, today: PlainDate): readonly Clock[] => {
  const isFinished = any(record.journey.adoptionOrder, record.journey.planEnded)
  return running(record, settings).flatMap(({ name, words, timing, from, doneOn, isPast = false }): readonly Clock[] => {
    if (from === null || (doneOn === null && (isPast || isFinished))) return []
    const setting = settings(from)[timing]
    const due = dueAfter(from, setting, holidays)
    return [
      {
        name,
        words,
        kind: setting.kind === 'statutory' ? 'statutory' : 'local',
        from,
        due,
        doneOn,
        state: stateOf(due, doneOn, today, settings(today)),
        daysLeft: doneOn === null ? daysBetween(today, due) : null,
        pausedDays: pausedDays(record.pauses, from, doneOn ?? today),
        source: setting.source,
      },
    ]
  })
}
