// Every timing and threshold there is, whole although it is long: what may be set should be read in one place.
import type { PlainDate } from '../core/plain-date.ts'
import { always, amount, choice, optionalAmount, tally, type AmountSetting, type ChoiceSetting, type SettingDefinition } from './setting-definition.ts'
import type { AmountUnit, TallyUnit } from './setting-kinds.ts'

const REVIEWS_UNPLACED = 'Adoption Agencies Regulations 2005, regulation 36(1)'
const REVIEWS_PLACED = 'Adoption Agencies Regulations 2005, regulation 36(3)'
const SCORECARD_2013 = "Adoption scorecard threshold, as in Nottingham City Council's report of 21 March 2017"
const SCORECARD_2016 = 'Adoption scorecard thresholds 2013 to 2016, gov.uk'
const HEREFORDSHIRE = 'As Herefordshire Council reported for 2019-20'

const since = (day: string): PlainDate => day as PlainDate

/** The thresholds of the adoption scorecard, by the end of the period that they judge. */
const scorecard = (to2013: number, to2014: number, to2015: number, after: number) => [
  { from: null, value: to2013, source: SCORECARD_2013 },
  { from: since('2013-04-01'), value: to2014, source: SCORECARD_2013 },
  { from: since('2014-04-01'), value: to2015, source: SCORECARD_2013 },
  { from: since('2015-04-01'), value: after, source: SCORECARD_2016 },
]

const WHO = { council: 'the council or trust', 'regional-agency': 'the regional agency' } as const
const who = (words: string) => choice({ group: 'who does what', words, kind: 'local', choices: WHO, builtIn: always<keyof typeof WHO>('council', null) })

export const SETTINGS = {
  permanencePlanWithin: amount({
    group: 'plan and decision',
    words: 'Plan for permanence ratified at a review, after the child entered care',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 12,
    builtIn: always(4, 'Second looked-after review: as Herefordshire Council reported for 2019-20'),
  }),
  admDecisionWithin: amount({
    group: 'plan and decision',
    words: "Agency decision maker's decision, after the report or the panel",
    kind: 'practice',
    unit: 'working-days',
    least: 1,
    most: 60,
    builtIn: always(7, null),
  }),

  reviewAfterAuthority: amount({
    group: 'reviews',
    words: 'First review after the authority to place, while the child is not placed',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 12,
    builtIn: always(3, REVIEWS_UNPLACED),
  }),
  reviewWhileUnplaced: amount({
    group: 'reviews',
    words: 'Each next review while the child is not placed',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 12,
    builtIn: always(6, REVIEWS_UNPLACED),
  }),
  reviewAfterPlacement: amount({
    group: 'reviews',
    words: 'First review after the placement',
    kind: 'statutory',
    unit: 'weeks',
    least: 1,
    most: 26,
    builtIn: always(4, REVIEWS_PLACED),
  }),
  reviewSecondPlaced: amount({
    group: 'reviews',
    words: 'Second review after the placement, after the first',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 12,
    builtIn: always(3, REVIEWS_PLACED),
  }),
  reviewWhilePlaced: amount({
    group: 'reviews',
    words: 'Each next review until the adoption order',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 12,
    builtIn: always(6, REVIEWS_PLACED),
  }),

  profileLiveWithin: amount({
    group: 'profile',
    words: "Profile live, after the agency decision maker's decision",
    kind: 'local',
    unit: 'days',
    least: 0,
    most: 365,
    builtIn: always(7, null),
  }),
  profileFreshFor: amount({
    group: 'profile',
    words: 'Profile counts as fresh, after it was updated',
    kind: 'local',
    unit: 'weeks',
    least: 1,
    most: 104,
    builtIn: always(12, null),
  }),

  linkWithin: amount({
    group: 'matching',
    words: "A link is explored or the search widened, after the agency decision maker's decision",
    kind: 'practice',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(3, 'National Minimum Standards for adoption, 13.1 (the national register itself is suspended)'),
  }),
  matchPanelWithin: amount({
    group: 'matching',
    words: "Panel considers a match, after the agency decision maker's decision",
    kind: 'practice',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(6, null),
  }),
  matchPanelRelinquished: amount({
    group: 'matching',
    words: "Panel considers a match for a relinquished baby, after the agency decision maker's decision",
    kind: 'practice',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(3, null),
  }),
  relinquishedBabyUnder: amount({
    group: 'matching',
    words: 'A relinquished child counts as a baby below this age, at the decision',
    kind: 'practice',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(6, null),
  }),

  nationalCareToPlaced: amount({
    group: 'timeliness',
    words: 'National threshold: from entering care to placed for adoption',
    kind: 'statutory',
    unit: 'days',
    least: 1,
    most: 3650,
    builtIn: scorecard(609, 547, 487, 426),
  }),
  nationalOrderToMatch: amount({
    group: 'timeliness',
    words: 'National threshold: from placement order to match',
    kind: 'statutory',
    unit: 'days',
    least: 1,
    most: 3650,
    builtIn: scorecard(182, 152, 121, 121),
  }),
  averageOrderToMatch: optionalAmount({
    group: 'timeliness',
    words: 'England average: from placement order to match',
    kind: 'practice',
    unit: 'days',
    least: 1,
    most: 3650,
    builtIn: [
      { from: null, value: null, source: null },
      { from: since('2023-04-01'), value: 199, source: 'As Nottinghamshire County Council reported on 2 July 2024' },
    ],
  }),
  ownCareToPlaced: optionalAmount({
    group: 'timeliness',
    words: "The agency's own target: from entering care to placed for adoption",
    kind: 'local',
    unit: 'days',
    least: 1,
    most: 3650,
    builtIn: always(null, null),
  }),
  ownOrderToMatch: optionalAmount({
    group: 'timeliness',
    words: "The agency's own target: from placement order to match",
    kind: 'local',
    unit: 'days',
    least: 1,
    most: 3650,
    builtIn: always(null, null),
  }),

  stageOneWithin: amount({
    group: 'adopters',
    words: 'Stage 1 of the assessment of adopters',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(2, HEREFORDSHIRE),
  }),
  stageBreakWithin: amount({
    group: 'adopters',
    words: 'Break between stage 1 and stage 2, at most',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(6, HEREFORDSHIRE),
  }),
  stageTwoWithin: amount({
    group: 'adopters',
    words: 'Stage 2 of the assessment of adopters',
    kind: 'statutory',
    unit: 'months',
    least: 1,
    most: 24,
    builtIn: always(4, 'Adoption Agencies Regulations 2005, regulation 30B'),
  }),
  ownStageTwoWithin: optionalAmount({
    group: 'adopters',
    words: "The agency's own target for stage 2",
    kind: 'local',
    unit: 'weeks',
    least: 1,
    most: 104,
    builtIn: always(null, null),
  }),

  feedbackWithin: amount({
    group: 'links and updates',
    words: "Feedback to the adopter's worker, after a link ended",
    kind: 'local',
    unit: 'working-days',
    least: 1,
    most: 60,
    builtIn: always(5, null),
  }),
  updateAskedBefore: amount({
    group: 'links and updates',
    words: 'Social workers are asked for an update, before the meeting',
    kind: 'local',
    unit: 'working-days',
    least: 1,
    most: 60,
    builtIn: always(5, null),
  }),

  driftAfter: amount({
    group: 'oversight',
    words: 'A child counts as without movement, after the last change',
    kind: 'local',
    unit: 'days',
    least: 1,
    most: 365,
    builtIn: always(28, null),
  }),
  panelReviewAfter: amount({
    group: 'oversight',
    words: 'Next review by the tracking panel, where it sets no other',
    kind: 'local',
    unit: 'months',
    least: 1,
    most: 6,
    builtIn: always(3, "Generally 3 to 6 months: as Northamptonshire Children's Trust reported for 2022-23"),
  }),
  closeWithin: amount({
    group: 'oversight',
    words: 'A clock is shown as close, before it is due',
    kind: 'local',
    unit: 'days',
    least: 0,
    most: 90,
    builtIn: always(14, null),
  }),

  readingWithinHour: tally({
    group: 'reading of records',
    words: 'Managers are told when one person opens the records of so many different children within an hour',
    kind: 'local',
    unit: 'children',
    least: 5,
    most: 1000,
    builtIn: always(30, null),
  }),
  readingOutsideCaseload: tally({
    group: 'reading of records',
    words: 'Managers are told when one person opens the records of so many children outside their own cases within a day',
    kind: 'local',
    unit: 'children',
    least: 5,
    most: 1000,
    builtIn: always(25, null),
  }),
  openInEmergencyFor: tally({
    group: 'reading of records',
    words: 'A record of a partner agency that a manager opens in an emergency stays open',
    kind: 'local',
    unit: 'minutes',
    least: 5,
    most: 240,
    builtIn: always(60, null),
  }),
  keptAfterOrder: amount({
    group: 'how long records are kept',
    words: 'Kept in this app after the adoption order',
    kind: 'local',
    unit: 'months',
    least: 1,
    most: 120,
    builtIn: always(12, null),
  }),
  keptAfterPlanEnd: amount({
    group: 'how long records are kept',
    words: 'Kept in this app after the plan for adoption ended',
    kind: 'local',
    unit: 'months',
    least: 1,
    most: 120,
    builtIn: always(24, null),
  }),
  purgeWarnedBefore: amount({
    group: 'how long records are kept',
    words: 'On the list of records to file and purge, before their time is over',
    kind: 'local',
    unit: 'weeks',
    least: 1,
    most: 52,
    builtIn: always(8, null),
  }),

  assuresReports: who('Quality assurance of adoption reports'),
  matchesChildren: who('Matching of children who are not hard to place'),
  tracksChildren: who('Tracking of children with a plan for adoption'),
} as const satisfies Readonly<Record<string, SettingDefinition>>

export type SettingName = keyof typeof SETTINGS
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]
export const isSettingName = (text: string): text is SettingName => Object.hasOwn(SETTINGS, text)

type ValueOf<D> = D extends ChoiceSetting<infer C> ? C : D extends AmountSetting<infer V, AmountUnit | TallyUnit> ? V : never
/** `number`, `number | null` where there may be none, or one of the choices. */
export type SettingValueOf<N extends SettingName> = ValueOf<(typeof SETTINGS)[N]>
