import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES, type Role } from '../../core/actor.ts'
import { newId, type WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyOf } from '../../database/write-audit.ts'
import { READING_KINDS, type ReadingKind } from './reading-alerts-contract.ts'
import { OPENING_VERBS, type EarlierAlert, type Reading, type Unusual } from './unusual-reading.ts'

export interface Reader {
  readonly workerId: WorkerId
  readonly name: string
  /** held on the day of the look */
  readonly roles: readonly Role[]
  /** the oldest first */
  readonly readings: readonly Reading[]
  readonly alerts: Readonly<Record<ReadingKind, readonly EarlierAlert[]>>
}

/** What an agency's own people opened, by its audit; and the alerts about them. */
export interface ReadingsStore {
  /** Makes two looks at one agency wait for each other; answers up to when was looked, undefined the first time. */
  watchedUntil(): Promise<Date | undefined>
  setWatchedUntil(at: Date): Promise<void>
  /** Everybody who opened a record from `newFrom` on, with all readings and alerts from `from` on. */
  readers(newFrom: Date, from: Date, today: PlainDate): Promise<readonly Reader[]>
  /** False when it is there already. */
  raise(reader: Reader, kind: ReadingKind, unusual: Unusual, threshold: number): Promise<boolean>
  grow(id: string, now: Pick<Unusual, 'until' | 'children'>): Promise<void>
}

const epoch = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`
const readerRow = z.strictObject({
  worker_id: z.uuid().transform((id) => id as WorkerId),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  readings: z.array(z.strictObject({ at: z.number(), child: z.string() })),
  alerts: z.array(z.strictObject({ id: z.uuid(), kind: z.enum(READING_KINDS), from: z.number(), children: z.int(), closedAt: z.number().nullable() })),
})

export const readingsStore = (trx: Transaction, whose: Who): ReadingsStore => {
  const agencyId = agencyOf(whose)
  const opens = sql`a.agency_id = ${agencyId} and a.worker_id is not null and a.outcome = 'done' and not a.automatic and a.verb = any(${[...OPENING_VERBS]}::text[])`
  return {
    watchedUntil: async () => {
      await sql`insert into reading_watch (agency_id, watched_until) values (${agencyId}, to_timestamp(0)) on conflict do nothing`.execute(trx)
      const { rows } = await sql<{ at: Date }>`select watched_until as at from reading_watch where agency_id = ${agencyId} for update`.execute(trx)
      const at = z.date().parse(rows[0]?.at)
      return at.getTime() === 0 ? undefined : at
    },
    setWatchedUntil: async (at) => {
      await sql`update reading_watch set watched_until = ${at} where agency_id = ${agencyId}`.execute(trx)
    },
    readers: async (newFrom, from, today) => {
      const { rows } = await sql`
        with new_readers as (select distinct a.worker_id from audit a where ${opens} and a.at >= ${newFrom}),
        opened as (
          select a.worker_id, json_agg(json_build_object('at', ${epoch('a.at')}, 'child', subject) order by a.at, a.id) as readings
          from audit a cross join unnest(a.subjects) as subject
          where ${opens} and a.at >= ${from} and a.worker_id in (select worker_id from new_readers) group by a.worker_id)
        select o.worker_id, w.name, o.readings,
          (select coalesce(json_agg(distinct r.role), '[]'::json) from worker_role r
            where r.agency_id = ${agencyId} and r.worker_id = o.worker_id and r.granted_on <= ${today}::date and (r.ended_on is null or r.ended_on > ${today}::date)) as roles,
          (select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'from', ${epoch('l.from_at')}, 'children', l.children,
              'closedAt', ${epoch('l.acknowledged_at')})), '[]'::json)
            from reading_alert l where l.agency_id = ${agencyId} and l.worker_id = o.worker_id and l.from_at >= ${from}) as alerts
        from opened o join worker w on w.agency_id = ${agencyId} and w.id = o.worker_id order by o.worker_id`.execute(trx)
      return rows.map((row) => {
        const { worker_id, alerts, ...reader } = readerRow.parse(row)
        const of = (kind: ReadingKind) => alerts.filter((alert) => alert.kind === kind).sort((a, b) => a.from - b.from)
        return { ...reader, workerId: worker_id, alerts: { 'many-children': of('many-children'), 'outside-caseload': of('outside-caseload') } }
      })
    },
    raise: async ({ workerId, name }, kind, { from, until, children }, threshold) => {
      const { rows } = await sql`insert into reading_alert (id, agency_id, worker_id, worker_name, kind, from_at, until_at, children, threshold)
        values (${newId()}, ${agencyId}, ${workerId}, ${name}, ${kind}, ${new Date(from)}, ${new Date(until)}, ${children}, ${threshold})
        on conflict do nothing returning id`.execute(trx)
      return rows.length === 1
    },
    grow: async (id, { until, children }) => {
      await sql`update reading_alert set until_at = ${new Date(until)}, children = ${children} where agency_id = ${agencyId} and id = ${id} and state = 'open'`.execute(
        trx,
      )
    },
  }
}
