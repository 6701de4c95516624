import { yearsBetween, type PlainDate } from '../../core/plain-date.ts'
import { DATE_FIELDS, type ChildField, type DateField } from '../../trackers/column-kinds.ts'
import { isError, type Finding, type FindingCode } from '../../trackers/finding-kinds.ts'
import { headingOf, type ChildRow } from '../../trackers/read-child-row.ts'
import type { JourneyDate } from '../child-views.ts'
import { readEthnicity } from './import-ethnicity.ts'
import { journeyFaults, type JourneyFacts, type JourneyFault } from '../journey/journey-faults.ts'

/** The dates of a journey that a tracker can hold, by the field that holds each. */
const DATE_OF_FIELD: Readonly<Record<Exclude<DateField, 'dateOfBirth'>, JourneyDate>> = {
  enteredCare: 'enteredCare',
  packA: 'packA',
  parallelPlan: 'parallelPlan',
  cprRequested: 'cprRequested',
  cprSubmitted: 'cprSubmitted',
  admDecision: 'admDecision',
  placementOrder: 'placementOrder',
  parentalConsent: 'parentalConsent',
  profileLive: 'profileLive',
  linkExploring: 'linkExploring',
  linked: 'linked',
  earlyPermanencePlaced: 'earlyPermanence',
  matchPanel: 'matchPanel',
  matched: 'matched',
  introductions: 'introductions',
  placed: 'placed',
  adoptionOrder: 'adoptionOrder',
  planEnded: 'planEnded',
}
export const IMPORTED_DATES = Object.entries(DATE_OF_FIELD) as readonly (readonly [Exclude<DateField, 'dateOfBirth'>, JourneyDate])[]

const fieldOfDate = (date: JourneyFault['date'] | 'born' | 'disrupted'): ChildField | undefined =>
  date === 'born' ? 'dateOfBirth' : IMPORTED_DATES.find(([, name]) => name === date)?.[0]

/** The faults of a journey by the codes of a tracker's findings. Not here: `future-date`, which is said of every cell; a profile before the decision, which is past and a matter for its agency. */
const CODES: Readonly<Partial<Record<JourneyFault['code'], FindingCode>>> = {
  order: 'order',
  unborn: 'order',
  'same-decision': 'order',
  'revoked-without-po': 'order',
  'po-without-adm': 'po-without-adm',
  'placed-without-po': 'placed-without-po',
  'adopted-and-ended': 'adopted-and-ended',
  'after-leaving-care': 'after-leaving-care',
}

/** A panel may be booked ahead. */
const hasHappened = (field: DateField): boolean => field !== 'matchPanel'

/**
 * Everything that is wrong with a row: what its cells say alone, and what the child's dates would say together with what the register
 * knows already (`after`). What only follows from a cell that is wrong itself is not said again.
 */
export const findingsOfRow = (row: ChildRow, after: JourneyFacts, expectedBirth: string | null, today: PlainDate): readonly Finding[] => {
  const found: Finding[] = [...row.findings]
  const say = (code: FindingCode, field: ChildField, sentence: string, ...others: readonly (ChildField | undefined)[]): void => {
    const otherColumns = others.flatMap((other) => (other === undefined ? [] : [headingOf(row, other)]))
    found.push({ code, sheet: row.sheet, row: row.row, column: headingOf(row, field), ...(otherColumns.length === 0 ? {} : { otherColumns }), sentence })
  }
  const isWrongItself = (field: ChildField | undefined): boolean =>
    field !== undefined && row.findings.some((finding) => isError(finding) && finding.column === row.headings.get(field))

  for (const field of DATE_FIELDS) {
    const date = row.dates[field]
    if (date !== null && date > today && hasHappened(field))
      say('future-date', field, field === 'dateOfBirth' ? 'The date of birth lies in the future.' : 'The date lies in the future, but this has happened.')
  }
  for (const fault of journeyFaults(after, today)) {
    const code = CODES[fault.code]
    const [field, other] = [fieldOfDate(fault.date), fault.with === null ? undefined : fieldOfDate(fault.with)]
    if (
      code === undefined ||
      isWrongItself(field) ||
      isWrongItself(other) ||
      (code === 'order' && found.some((one) => one.code === 'order' || one.code === 'after-leaving-care'))
    )
      continue
    say(code, field ?? other ?? 'localRef', fault.sentence, field === undefined ? undefined : other)
  }
  const { born, journey } = after
  if (born !== null && born <= today && yearsBetween(born, today) >= 18 && journey.adoptionOrder === null && journey.planEnded === null)
    say('over-18', 'dateOfBirth', 'The person is 18 or older, but the plan is still open.')
  if (after.unborn && expectedBirth !== null && expectedBirth < today.slice(0, 7) && row.due !== null)
    say(
      'due-month-past',
      row.headings.has('dateOfBirth') ? 'dateOfBirth' : 'expectedBirth',
      'The month in which the child was due has passed, and there is no date of birth.',
    )
  if (row.ethnicity !== null && readEthnicity(row.ethnicity) === undefined)
    say('unknown-ethnicity', 'ethnicity', 'The ethnicity is none of the groups of the national return; the cell is left blank.')
  return found
}
