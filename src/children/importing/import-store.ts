import { sql } from 'kysely'
import * as z from 'zod'
import { daysReplaced } from '../changing/changes-between.ts'
import { newId, type AgencyId, type ChildId, type WorkerId } from '../../core/ids.ts'
import { parsePlainDate } from '../../core/plain-date.ts'
import { newReference } from '../../core/reference.ts'
import { isUniqueViolation, tryAgain } from '../../database/error-code.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyIdOf, type ChildStoreDeps } from '../child-store.ts'
import type { ChildTables } from '../child-tables.ts'
import type { Child, Secrets } from '../child.ts'
import type { KnownAgency } from './import-agency.ts'
import type { KnownChild, PlannedRow } from './import-plan.ts'
import type { KnownWorker } from './import-workers.ts'
import { inParts, insertMany, replaceColumns } from '../write-many.ts'
import { sharingOf, writeSharedRows } from '../sharing/write-shared-rows.ts'
import { lockSiblings } from '../changing/lock-siblings.ts'
import { ownChildRow, selectOwnChildren, type OwnRecord } from '../own-child-row.ts'
import { columnsOf, localReferenceIndex, recountSiblings, secretColumns } from '../changing/write-child.ts'

/** The children of one agency, many at once: what an import reads and writes, and an export reads, in a handful of statements. */
export interface ImportStore {
  /** Finds the agency's children by local reference, however it is spelled. Reads all of them in one go. */
  readKnown(): Promise<(localReference: string) => KnownChild | undefined>
  /** all of them, whatever their stage, by reference */
  listOwn(): Promise<readonly OwnRecord[]>
  agencies(): Promise<readonly KnownAgency[]>
  /** who works for the agency today */
  workers(): Promise<readonly KnownWorker[]>
  /** Saves new and changed children with everything that follows from them. Throws a serialisation failure (40001) when one was changed meanwhile. */
  save(rows: readonly PlannedRow[]): Promise<readonly Child[]>
}

const bytes = z.instanceof(Uint8Array)
const secretRow = z.strictObject({
  child_id: z.string(),
  wrapped: bytes,
  name_enc: bytes.nullable(),
  local_ref_enc: bytes.nullable(),
  born_enc: bytes.nullable(),
  local_ref_hash: bytes.nullable(),
})
const agencyRow = z.strictObject({ id: z.int(), code: z.string(), name: z.string(), is_hub: z.boolean(), served_by: z.int().nullable() })
const decisionsRow = z.strictObject({ child_id: z.uuid(), names: z.array(z.enum(['admDecision', 'matched'])) })
type Decision = z.output<typeof decisionsRow>['names'][number]
const idRow = z.strictObject({ id: z.uuid() })
const workerRow = z.strictObject({ id: z.uuid(), name: z.string() })

const changedMeanwhile = (cause?: unknown): Error => tryAgain('A child was changed by somebody else during the import.', cause)

export const importStore = (trx: Transaction, who: Who, deps: ChildStoreDeps): ImportStore => {
  const { cipher, today, now } = deps
  const agencyId: AgencyId = agencyIdOf(who)
  const db = trx.withTables<ChildTables>()
  const hex = (index: Uint8Array): string => Buffer.from(index).toString('hex')

  const readSecrets = async (): Promise<ReadonlyMap<string, z.output<typeof secretRow>>> => {
    const { rows } = await sql`select c.id as child_id, k.wrapped, c.name_enc, c.local_ref_enc, c.born_enc, c.local_ref_hash
      from child c join child_key k on k.child_id = c.id where c.agency_id = ${agencyId}`.execute(trx)
    return new Map(
      z
        .array(secretRow)
        .parse(rows)
        .map((row) => [row.child_id, row]),
    )
  }

  const opened = ({ child_id, wrapped, name_enc, local_ref_enc, born_enc }: z.output<typeof secretRow>): Secrets => {
    const own = cipher.withKey(child_id as ChildId, wrapped)
    return {
      name: name_enc && own.open('name', name_enc),
      localReference: local_ref_enc && own.open('local_ref', local_ref_enc),
      born: born_enc === null ? null : (parsePlainDate(own.open('born', born_enc)) ?? null),
    }
  }

  /** References that no child of the register has yet, not even one that is hidden from here. */
  const insertNew = async (rows: readonly PlannedRow[]): Promise<readonly Child[]> => {
    const added: Child[] = []
    let waiting: readonly PlannedRow[] = rows
    while (waiting.length > 0) {
      const again: PlannedRow[] = []
      await inParts(waiting, async (part) => {
        const keys = new Map(part.map(({ child }) => [child.id, cipher.newKey(child.id)]))
        const keyOf = (id: ChildId): Uint8Array => keys.get(id) ?? cipher.newKey(id)
        const values = part.map(({ child, secrets }) => ({
          id: child.id,
          agency_id: child.agencyId,
          reference: child.reference,
          ...columnsOf(child, secrets.born, { today, now }),
          ...secretColumns(cipher, child, keyOf(child.id), secrets),
        }))
        const { rows: inserted } = await insertMany('child', values, sql`on conflict (reference) do nothing returning id`).execute(trx)
        const ids = new Set<string>(
          z
            .array(idRow)
            .parse(inserted)
            .map(({ id }) => id),
        )
        const saved = part.filter(({ child }) => ids.has(child.id)).map(({ child }) => child)
        if (saved.length > 0)
          await insertMany(
            'child_key',
            saved.map(({ id }) => ({ child_id: id, agency_id: agencyId, wrapped: keyOf(id) })),
          ).execute(trx)
        added.push(...saved)
        again.push(...part.filter(({ child }) => !ids.has(child.id)).map((row) => ({ ...row, child: { ...row.child, reference: newReference('FF') } })))
      })
      waiting = again
    }
    return added
  }

  const updateChanged = async (rows: readonly PlannedRow[]): Promise<void> => {
    if (rows.length === 0) return
    const secretsOf = await readSecrets()
    await inParts(rows, async (part) => {
      const values = part.map(({ was, child, secrets }) => {
        const kept = secretsOf.get(child.id)
        if (kept === undefined || was === null) throw new Error(`The key of ${child.reference} is gone.`)
        return {
          id: child.id,
          agency_id: child.agencyId,
          reference: child.reference,
          version: was.child.version + 1,
          ...columnsOf(child, secrets.born, { today, now }),
          ...secretColumns(cipher, child, kept.wrapped, secrets),
        }
      })
      const [first] = values
      if (first === undefined) return
      const columns = Object.keys(first).filter((column) => !['id', 'agency_id', 'reference'].includes(column))
      const unchanged = sql`child.agency_id = ${agencyId} and child.version = excluded.version - 1`
      const { rows: updated } = await insertMany(
        'child',
        values,
        sql`on conflict (id) do update set ${replaceColumns(columns)} where ${unchanged} returning child.id`,
      ).execute(trx)
      if (updated.length !== part.length) throw changedMeanwhile()
    })
  }

  const writeNeeds = async (rows: readonly PlannedRow[]): Promise<void> => {
    const changed = rows.filter(({ was, child }) => JSON.stringify(was?.child.needs ?? []) !== JSON.stringify(child.needs))
    await inParts(changed, async (part) => {
      await db
        .deleteFrom('child_need')
        .where('agency_id', '=', agencyId)
        .where(
          'child_id',
          'in',
          part.map(({ child }) => child.id),
        )
        .execute()
      const needs = part.flatMap(({ child }) => child.needs.map(({ category, grade }) => ({ agency_id: agencyId, child_id: child.id, category, grade })))
      if (needs.length > 0) await insertMany('child_need', needs).execute(trx)
    })
  }

  const writeChanges = (rows: readonly PlannedRow[]): Promise<void> =>
    inParts(rows, (part) =>
      insertMany(
        'child_change',
        part.map(({ was, child, changes }) => ({
          id: newId(),
          agency_id: agencyId,
          child_id: child.id,
          at: now(),
          on_day: today(),
          what: [...changes],
          days: JSON.stringify(was === null ? [] : daysReplaced(was.child, child)),
          worker_id: who.kind === 'actor' ? who.actor.workerId : null,
        })),
      ).execute(trx),
    )

  /** Which of the agency decision maker's decisions were ever recorded or changed since a child came into the register. */
  const decisionsRecorded = async (): Promise<ReadonlyMap<string, readonly Decision[]>> => {
    const { rows } = await sql`select child_id, array_agg(distinct name) as names from child_change, unnest(what) as name
      where agency_id = ${agencyId} and name in ('admDecision', 'matched') group by child_id`.execute(trx)
    return new Map(
      z
        .array(decisionsRow)
        .parse(rows)
        .map(({ child_id, names }) => [child_id, names]),
    )
  }

  /** Another import saved the same local reference at this moment: done again, this one finds it, and its preview is old. */
  const meansChanged = (error: unknown): never => {
    throw isUniqueViolation(error) ? changedMeanwhile(error) : error
  }

  return {
    readKnown: async () => {
      const secretsOf = await readSecrets()
      const { rows } = await selectOwnChildren(sql`c.agency_id = ${agencyId} and c.local_ref_hash is not null`).execute(trx)
      const recordedOnce = await decisionsRecorded()
      const byIndex = new Map<string, KnownChild>()
      for (const { child } of z.array(ownChildRow).parse(rows)) {
        const secrets = secretsOf.get(child.id)
        if (secrets?.local_ref_hash) {
          const takenAway = (recordedOnce.get(child.id) ?? []).filter((name) => child.journey[name] === null)
          byIndex.set(hex(secrets.local_ref_hash), { child, secrets: opened(secrets), takenAway })
        }
      }
      return (localReference) => byIndex.get(hex(localReferenceIndex(cipher, agencyId, localReference)))
    },
    listOwn: async () => z.array(ownChildRow).parse((await selectOwnChildren(sql`c.agency_id = ${agencyId} order by c.reference`).execute(trx)).rows),
    agencies: async () => {
      const { rows } = await sql`select id, code, name, is_hub, served_by from agency`.execute(trx)
      return z
        .array(agencyRow)
        .parse(rows)
        .map(({ id, code, name, is_hub, served_by }) => ({ id: id as AgencyId, code, name, isHub: is_hub, servedBy: served_by as AgencyId | null }))
    },
    workers: async () => {
      const { rows } =
        await sql`select id, name from worker where agency_id = ${agencyId} and (left_on is null or left_on > ${today()}) order by name, id`.execute(trx)
      return z
        .array(workerRow)
        .parse(rows)
        .map(({ id, name }) => ({ id: id as WorkerId, name }))
    },
    save: async (rows) => {
      await lockSiblings(trx, agencyId)
      const added = await insertNew(rows.filter(({ was }) => was === null)).catch(meansChanged)
      const changed = rows.filter(({ was }) => was !== null)
      await updateChanged(changed)
      await writeNeeds(rows)
      await writeChanges(rows)
      const left = changed.filter(({ was, child }) => was?.child.siblingGroup !== child.siblingGroup)
      const groups = [
        ...new Set([...rows, ...left].flatMap(({ was, child }) => [child.siblingGroup, was?.child.siblingGroup ?? null]).filter((group) => group !== null)),
      ]
      await recountSiblings(trx, agencyId, groups)
      const saved = [...added, ...changed.map(({ child }) => child)]
      await writeSharedRows(
        { trx, agencyId, today, now },
        await sharingOf(trx, agencyId),
        saved.map(({ id }) => id),
        groups,
      )
      return saved
    },
  }
}
