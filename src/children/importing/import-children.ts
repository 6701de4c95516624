import { createHash } from 'node:crypto'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import { daysBetween, type PlainDate, type Today } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { BaseScope, Register } from '../../database/register.ts'
import type { Finding } from '../../trackers/finding-kinds.ts'
import type { ColumnChoices } from '../../trackers/match-columns.ts'
import { readTracker, type TrackerRead } from '../../trackers/read-tracker.ts'
import { UnreadableFile } from '../../trackers/table.ts'
import { mayAt } from '../child-access.ts'
import { childChanged } from '../changing/child-changed.ts'
import type { Child } from '../child.ts'
import { planImport, type ImportPlan, type PlannedRow } from './import-plan.ts'
import type { ImportStore } from './import-store.ts'
import { isWaiting, waitingFrom } from '../journey/journey.ts'
import type { AgeingStore } from '../sharing/refresh-shared.ts'

type Scope = { readonly childImport: ImportStore; readonly ageing: AgeingStore } & BaseScope
export interface ImportDeps {
  readonly register: Register<{ readonly childImport: ImportStore; readonly ageing: AgeingStore }>
  readonly today: Today
}

export interface TrackerFile {
  readonly bytes: Uint8Array
  readonly choices: ColumnChoices
}

export interface RowChange {
  readonly sheet: string | null
  readonly row: number
  /** null for a child who is new to the register */
  readonly reference: ChildReference | null
  /** names of what changes, never what it was or will be */
  readonly fields: readonly string[]
}

/** What an import would do, or did. */
export interface ImportOutcome {
  readonly read: TrackerRead
  /** the same file, choices and register give the same; anything else another */
  readonly digest: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly changes: readonly RowChange[]
  readonly findings: readonly Finding[]
  readonly notes: readonly string[]
  /** of the rows that go in: how many wait, and the longest wait in days */
  readonly waiting: number
  readonly longestWaitDays: number | null
}

export type PreviewImport = (actor: Actor, file: TrackerFile) => Promise<Result<ImportOutcome>>
export type CommitImport = (actor: Actor, file: TrackerFile, command: { readonly key: string; readonly digest: string }) => Promise<Result<ImportCounts>>
/** What a kept key may answer again: figures only. */
export interface ImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
}

/** Days waited so far by each child who waits. */
const waitsOf = (rows: readonly PlannedRow[], today: PlainDate): readonly number[] =>
  rows.flatMap(({ child: { journey } }) => {
    const from = waitingFrom(journey)
    return from !== null && isWaiting(journey) ? [daysBetween(from, today)] : []
  })

const plain = (value: unknown): string => JSON.stringify(value)

const digestOf = (file: TrackerFile, agencyId: AgencyId, { rows, rejected }: ImportPlan): string =>
  createHash('sha256')
    .update(file.bytes)
    .update(plain([agencyId, [...file.choices].sort(([a], [b]) => (a < b ? -1 : 1)), rejected]))
    .update(plain(rows.map(({ sheet, row, was, changes }) => [sheet, row, was?.child.reference ?? null, was?.child.version ?? 0, changes])))
    .digest('hex')

const outcomeOf = (file: TrackerFile, read: TrackerRead, plan: ImportPlan, agencyId: AgencyId, today: PlainDate): ImportOutcome => {
  const changing = plan.rows.filter(({ changes }) => changes.length > 0)
  const added = changing.filter(({ was }) => was === null).length
  const waits = waitsOf(plan.rows, today)
  return {
    read,
    digest: digestOf(file, agencyId, plan),
    added,
    changed: changing.length - added,
    unchanged: plan.rows.length - changing.length,
    rejected: plan.rejected.length,
    changes: changing.map(({ sheet, row, was, changes }) => ({ sheet, row, reference: was?.child.reference ?? null, fields: changes })),
    findings: plan.findings,
    notes: plan.notes,
    waiting: waits.length,
    longestWaitDays: waits.length === 0 ? null : waits.reduce((longest, days) => Math.max(longest, days)),
  }
}

const plan = async ({ childImport }: Scope, agencyId: AgencyId, read: TrackerRead, today: PlainDate): Promise<ImportPlan> => {
  const known = { agencyId, agencies: await childImport.agencies(), workers: await childImport.workers(), childOf: await childImport.readKnown() }
  return planImport(read, known, today)
}

const save = async ({ childImport, ageing, audit, jobs }: Scope, agencyId: AgencyId, { rows }: ImportPlan): Promise<void> => {
  const changing = rows.filter(({ changes }) => changes.length > 0)
  if (changing.length === 0) return
  const saved = new Map((await childImport.save(changing)).map((child): [string, Child] => [child.id, child]))
  await ageing.countNeeds()
  const references = (which: (row: PlannedRow) => boolean): readonly ChildReference[] =>
    changing.filter(which).flatMap(({ child }) => {
      const reference = saved.get(child.id)?.reference
      return reference === undefined ? [] : [reference]
    })
  const [imported, changed] = [references(({ was }) => was === null), references(({ was }) => was !== null)]
  await audit.record(
    ...[
      { verb: 'child.imported', subjectAgencyId: agencyId, subjects: imported },
      { verb: 'child.changed', subjectAgencyId: agencyId, subjects: changed },
    ].filter(({ subjects }) => subjects.length > 0),
  )
  await jobs.add(...changing.flatMap(({ was, child }) => (was === null ? [] : childChanged(was.child, child))))
}

const ADOPTERS = 'This is a list of adopters. Only lists of children can be imported here; households will have an import of their own.'
const UNKNOWN =
  'No heading of a children’s tracker was found. Say in the list of columns which one holds the child’s reference, or check that this is the right file.'

/** The file as it is understood. Invalid, with a sentence, for a file that is no table or a list of adopters. */
const readFile = async (file: TrackerFile, today: PlainDate): Promise<Result<TrackerRead>> => {
  try {
    const read = await readTracker(file.bytes, file.choices, today)
    return read.kind === 'adopters' ? invalid('file', ADOPTERS) : ok(read)
  } catch (error) {
    if (error instanceof UnreadableFile) return invalid('file', error.message)
    throw error
  }
}

/** A preview answers to whoever asks often enough with birth dates and local references: it is for those who may read them. */
const mayImport = ({ roles, isHub }: Actor): boolean => mayAt(roles, 'import', 'placing-agency') && mayAt(roles, 'read-private', 'placing-agency') && !isHub

/** Before the transaction, which should not wait for a file to be read. What is refused here is refused, and audited, within it. */
const readAllowed = (actor: Actor, file: TrackerFile, today: PlainDate): Promise<Result<TrackerRead>> =>
  mayImport(actor) ? readFile(file, today) : Promise.resolve(refuse({ kind: 'not-allowed', action: 'import a tracker' }))

/** Reads a tracker and says what an import would do; writes nothing but the audit. Refuses: not-allowed; invalid for a file that cannot be read. */
export const previewImport =
  ({ register, today }: ImportDeps): PreviewImport =>
  async (actor, file) => {
    const read = await readAllowed(actor, file, today())
    return register.as(actor, { verb: 'child.import-previewed' }, async (scope): Promise<Result<ImportOutcome>> => {
      if (!read.ok) return read
      const planned = await plan(scope, actor.agencyId, read.value, today())
      const known = planned.rows.flatMap(({ was }) => (was === null ? [] : [was.child.reference]))
      await scope.audit.record({ verb: 'child.import-previewed', subjectAgencyId: actor.agencyId, subjects: known })
      return ok(outcomeOf(file, read.value, planned, actor.agencyId, today()))
    })
  }

/**
 * Imports a tracker in one transaction: every row without an error, or nothing. Refuses: not-allowed; invalid for a file that cannot be
 * read; stale-version where file, choices or register are not those of the preview (`digest`), so that nothing unseen is saved.
 */
export const commitImport =
  ({ register, today }: ImportDeps): CommitImport =>
  async (actor, file, { key, digest }) => {
    const read = await readAllowed(actor, file, today())
    return register.as(actor, { verb: 'child.imported', key, command: { digest } }, async (scope): Promise<Result<ImportCounts>> => {
      if (!read.ok) return read
      if (read.value.kind === 'unknown') return invalid('file', UNKNOWN)
      const planned = await plan(scope, actor.agencyId, read.value, today())
      const outcome = outcomeOf(file, read.value, planned, actor.agencyId, today())
      if (outcome.digest !== digest) return refuse({ kind: 'conflict', reason: 'stale-version' })
      await save(scope, actor.agencyId, planned)
      const { added, changed, unchanged, rejected } = outcome
      return ok({ added, changed, unchanged, rejected })
    })
  }

/** Imports a tracker from the command line as the named job `import`; with `dryRun` only says what it would do. Throws UnreadableFile with a sentence. */
export const importAsJob =
  ({ register, today }: ImportDeps) =>
  async (agencyId: AgencyId, file: TrackerFile, dryRun: boolean): Promise<ImportOutcome> => {
    const read = await readTracker(file.bytes, file.choices, today())
    if (read.kind !== 'children') throw new UnreadableFile(read.kind === 'adopters' ? ADOPTERS : UNKNOWN)
    return register.asJob(agencyId, 'import', async (scope) => {
      const planned = await plan(scope, agencyId, read, today())
      if (!dryRun) await save(scope, agencyId, planned)
      return outcomeOf(file, read, planned, agencyId, today())
    })
  }
