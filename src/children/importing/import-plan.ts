import { newId, type AgencyId, type ChildId, type WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { newReference } from '../../core/reference.ts'
import type { ChildField } from '../../trackers/column-kinds.ts'
import { isError, type Finding, type RowPlace } from '../../trackers/finding-kinds.ts'
import { headingOf, type ChildRow } from '../../trackers/read-child-row.ts'
import type { TrackerRead } from '../../trackers/read-tracker.ts'
import { changesBetween } from '../changing/changes-between.ts'
import { findingsOfRow, IMPORTED_DATES } from './check-import-row.ts'
import type { Journey, JourneyDate, Need } from '../child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../child.ts'
import { journeyFactsOf } from '../journey/journey-edits.ts'
import { agencyReader, type KnownAgency, type ReadAgency } from './import-agency.ts'
import { readEthnicity } from './import-ethnicity.ts'
import { readNeeds } from './import-needs.ts'
import { groupsByLabel, siblingFindings } from './import-siblings.ts'
import { workersByName, type KnownWorker, type WorkerNamed } from './import-workers.ts'

export interface KnownChild {
  readonly child: Child
  readonly secrets: Secrets
  /** the agency decision maker's decisions that were recorded once and are not there any more */
  readonly takenAway: readonly JourneyDate[]
}

/** What an import looks at beside the file. */
export interface Known {
  readonly agencyId: AgencyId
  readonly agencies: readonly KnownAgency[]
  readonly workers: readonly KnownWorker[]
  /** the agency's child with this local reference, however it is spelled */
  readonly childOf: (localReference: string) => KnownChild | undefined
}

/** One row that goes in, and what becomes of it. */
export interface PlannedRow extends RowPlace {
  readonly was: KnownChild | null
  readonly child: Child
  readonly secrets: Secrets
  /** names of what changes; empty when nothing does */
  readonly changes: readonly string[]
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly findings: readonly Finding[]
  readonly rejected: readonly RowPlace[]
  /** what a person should know that concerns no single row, in sentences */
  readonly notes: readonly string[]
}

/**
 * The agency decision maker's own decisions (AAR 2005 reg 19 and 33): an import brings in the ones that the register has not had. It
 * changes none that is there, and brings none back that was taken away.
 */
const DECISIONS: readonly JourneyDate[] = ['admDecision', 'matched']

const KEPT = 'The register has another day for this decision and keeps it: the agency decision maker corrects it there.'
const NOT_TAKEN = 'The register had this decision, and it was taken away there: the agency decision maker records it again.'

const journeyAfter = (was: Journey, row: ChildRow, takenAway: readonly JourneyDate[]): { readonly journey: Journey; readonly kept: readonly ChildField[] } => {
  const journey: Record<JourneyDate, PlainDate | null> = { ...was }
  const kept: ChildField[] = []
  for (const [field, date] of IMPORTED_DATES) {
    const said = row.dates[field]
    if (said === null || said === was[date]) continue
    if (DECISIONS.includes(date) && (was[date] !== null || takenAway.includes(date))) kept.push(field)
    else journey[date] = said
  }
  return { journey, kept }
}

/** Needs that the register knows keep their grade; others of the file come beside them. */
const needsAfter = (was: readonly Need[], words: readonly string[]): readonly Need[] => {
  const more = readNeeds(words).needs.filter(({ category }) => !was.some((one) => one.category === category))
  return more.length === 0 ? was : [...was, ...more].sort((a, b) => (a.category < b.category ? -1 : 1))
}

interface After {
  readonly child: Child
  readonly secrets: Secrets
  readonly kept: readonly ChildField[]
}

/** What the names in a row stand for. */
interface Named {
  readonly groupOf: (label: string) => string
  readonly workerNamed: WorkerNamed
}

/** What the register would hold: the file says what is new, and a blank cell takes nothing away. */
const after = (row: ChildRow, was: KnownChild | undefined, agencyId: AgencyId, { groupOf, workerNamed }: Named): After => {
  const before: Child = was?.child ?? { ...NOTHING_KNOWN, id: newId<ChildId>(), agencyId, reference: newReference('FF'), version: 1 }
  const secretsBefore: Secrets = was?.secrets ?? { name: null, born: null, localReference: row.localRef }
  const { journey, kept } = journeyAfter(before.journey, row, was?.takenAway ?? [])
  const siblingGroup = row.siblingGroup === null ? before.siblingGroup : groupOf(row.siblingGroup)
  const plan = siblingGroup === null ? before.siblingPlan : (row.siblingPlan ?? before.siblingPlan)
  const worker = (name: string | null, is: WorkerId | null): WorkerId | null => (name === null ? is : (workerNamed(name)?.id ?? is))
  return {
    kept,
    secrets: { ...secretsBefore, born: row.dates.dateOfBirth ?? secretsBefore.born },
    child: {
      ...before,
      sex: row.sex ?? before.sex,
      ethnicity: (row.ethnicity === null ? undefined : readEthnicity(row.ethnicity)) ?? before.ethnicity,
      disability: row.disability ?? before.disability,
      expectedBirth: row.due ?? before.expectedBirth,
      earlyPermanenceRoute: row.earlyPermanenceRoute ?? before.earlyPermanenceRoute,
      fosterCarerAdoption: row.adoptedByFosterCarer ?? before.fosterCarerAdoption,
      journey,
      planEndedReason: row.planEndedReason !== null && journey.planEnded !== null ? row.planEndedReason : before.planEndedReason,
      siblingGroup,
      siblingPlan: plan,
      siblingPlanOn: plan === before.siblingPlan ? before.siblingPlanOn : null,
      needs: needsAfter(before.needs, row.needs),
      workerId: worker(row.familyFinder, before.workerId),
      socialWorkerId: worker(row.socialWorker, before.socialWorkerId),
    },
  }
}

const agencyFindings = (row: ChildRow, readAgency: ReadAgency): readonly Finding[] => {
  const whose = row.agency === null ? 'own' : readAgency(row.agency)
  const at = { sheet: row.sheet, row: row.row, column: headingOf(row, 'agency') }
  if (whose === 'own') return []
  return whose === 'other'
    ? [{ ...at, code: 'other-agency', sentence: 'The row belongs to another agency. Only your own agency’s children can be imported.' }]
    : [{ ...at, code: 'unclear-agency', sentence: 'This short name fits several agencies. Write the agency’s name in full.' }]
}

const many = (number: number, one: string, more: string): string => `${number.toString()} ${number === 1 ? one : more}`

/** Said first: most likely it is another agency's file. */
const foreignNote = (rows: readonly ChildRow[], readAgency: ReadAgency): readonly string[] => {
  const foreign = rows.filter(({ agency }) => agency !== null && readAgency(agency) === 'other').length
  return foreign * 2 <= rows.length
    ? []
    : [
        `${foreign.toString()} of ${many(rows.length, 'row belongs', 'rows belong')} to another agency and cannot be imported here. Check that this is your own agency’s file.`,
      ]
}

const notesOf = (rows: readonly ChildRow[], workerNamed: WorkerNamed): readonly string[] => {
  const notes: string[] = []
  const unknown = new Set(
    rows.flatMap(({ familyFinder, socialWorker }) => [familyFinder, socialWorker]).filter((name) => name !== null && workerNamed(name) === undefined),
  )
  if (unknown.size > 0)
    notes.push(
      `${many(unknown.size, 'worker’s name was', 'workers’ names were')} not recognised: nobody of your agency has that name, or several have. Those children keep the worker they have, or none.`,
    )
  const withNotes = rows.filter(({ notes: text }) => text !== null).length
  if (withNotes > 0) notes.push(`Notes are not imported (${many(withNotes, 'row has', 'rows have')} some): they stay in your file.`)
  const strange = rows.reduce((sum, { needs }) => sum + readNeeds(needs).unknown, 0)
  if (strange > 0)
    notes.push(`${many(strange, 'reason', 'reasons')} why a child waits longer could not be read as a need and ${strange === 1 ? 'is' : 'are'} left out.`)
  return notes
}

const isNowhere = (was: KnownChild | undefined, field: ChildField): boolean =>
  IMPORTED_DATES.some(([name, date]) => name === field && was?.child.journey[date] === null)

const placeOf = ({ sheet, row }: RowPlace): string => JSON.stringify([sheet, row])

/** Works out what an import would do, and does nothing. A row with an error is left out whole; a warning lets it in. */
export const planImport = (read: TrackerRead, known: Known, today: PlainDate): ImportPlan => {
  const readAgency = agencyReader(known.agencyId, known.agencies)
  const ownRows = read.rows.filter((row) => agencyFindings(row, readAgency).length === 0)
  const groupOf = groupsByLabel(ownRows, (reference) => known.childOf(reference)?.child.siblingGroup ?? null, known.agencyId)
  const workerNamed = workersByName(known.workers)
  const siblings = new Map<string, readonly Finding[]>()
  for (const finding of siblingFindings(ownRows)) siblings.set(placeOf(finding), [...(siblings.get(placeOf(finding)) ?? []), finding])
  const findings: Finding[] = []
  const rows: PlannedRow[] = []
  const good: ChildRow[] = []
  const rejected: RowPlace[] = []
  for (const row of read.rows) {
    const was = row.localRef === '' ? undefined : known.childOf(row.localRef)
    const { child, secrets, kept } = after(row, was, known.agencyId, { groupOf, workerNamed })
    const { expectedBirth } = child
    const facts = journeyFactsOf(child, secrets.born)
    const differing = kept.map((field): Finding => ({
      code: 'register-differs',
      sheet: row.sheet,
      row: row.row,
      column: headingOf(row, field),
      sentence: isNowhere(was, field) ? NOT_TAKEN : KEPT,
    }))
    const found = [...findingsOfRow(row, facts, expectedBirth, today), ...agencyFindings(row, readAgency), ...(siblings.get(placeOf(row)) ?? []), ...differing]
    findings.push(...found)
    if (found.some(isError)) {
      rejected.push({ sheet: row.sheet, row: row.row })
      continue
    }
    good.push(row)
    rows.push({
      sheet: row.sheet,
      row: row.row,
      was: was ?? null,
      child,
      secrets,
      changes: was === undefined ? ['added'] : changesBetween(was.child, child, was.secrets, secrets),
    })
  }
  return { rows, findings, rejected, notes: [...foreignNote(read.rows, readAgency), ...notesOf(good, workerNamed)] }
}
