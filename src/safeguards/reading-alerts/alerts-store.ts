import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor, Role } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyOf } from '../../database/write-audit.ts'
import type { AtPosition } from '../at-position.ts'
import { ALERT_NOTES, READING_KINDS } from './reading-alerts-contract.ts'

export interface AlertsQuery {
  readonly state: 'open' | 'acknowledged'
  readonly after?: AtPosition
  readonly limit: number
}
type Note = (typeof ALERT_NOTES)[number]

/** The alerts of the agency whose scope is open, of which nobody sees those about themselves. */
export interface AlertsStore {
  /** Newest first. */
  find(reader: WorkerId, query: AlertsQuery): Promise<readonly FoundAlert[]>
  count(reader: WorkerId, state: AlertsQuery['state']): Promise<number>
  byId(reader: WorkerId, id: string): Promise<FoundAlert | undefined>
  /** False when somebody acknowledged it before. */
  acknowledge(id: string, by: Actor, note: Note, at: Date): Promise<boolean>
  /** Whether anybody else at work holds one of these roles. */
  isOnlyOne(reader: WorkerId, roles: readonly Role[], today: PlainDate): Promise<boolean>
}

const alertRow = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(READING_KINDS),
    worker_id: z.uuid(),
    worker_name: z.string(),
    position: z.string(),
    from_at: z.date(),
    until_at: z.date(),
    children: z.int(),
    threshold: z.int(),
    acknowledged_name: z.string().nullable(),
    acknowledged_at: z.date().nullable(),
    note: z.enum(ALERT_NOTES).nullable(),
  })
  .transform(({ worker_id, worker_name, position, from_at, until_at, acknowledged_name, acknowledged_at, note, ...row }) => ({
    position: { at: position, id: row.id },
    view: {
      ...row,
      person: { id: worker_id, name: worker_name },
      from: from_at.toISOString(),
      until: until_at.toISOString(),
      acknowledged:
        acknowledged_name === null || acknowledged_at === null || note === null ? null : { by: acknowledged_name, at: acknowledged_at.toISOString(), note },
    },
  }))
export type FoundAlert = z.output<typeof alertRow>
const countRow = z.strictObject({ count: z.int() })

export const alertsStore = (trx: Transaction, whose: Who): AlertsStore => {
  const agencyId = agencyOf(whose)
  const select = async (reader: WorkerId, where: ReturnType<typeof sql>, limit: number): Promise<readonly FoundAlert[]> => {
    const { rows } = await sql`
      select id, kind, worker_id, worker_name, to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position, from_at, until_at,
        children, threshold, acknowledged_name, acknowledged_at, note
      from reading_alert where agency_id = ${agencyId} and worker_id <> ${reader} and ${where} order by from_at desc, id desc limit ${limit}`.execute(trx)
    return rows.map((row) => alertRow.parse(row))
  }
  return {
    find: (reader, { state, after, limit }) => {
      const beyond = after ? sql`(from_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`
      return select(reader, sql`state = ${state} and ${beyond}`, limit)
    },
    count: async (reader, state) => {
      const { rows } =
        await sql`select count(*) as count from reading_alert where agency_id = ${agencyId} and worker_id <> ${reader} and state = ${state}`.execute(trx)
      return countRow.parse(rows[0]).count
    },
    byId: async (reader, id) => (await select(reader, sql`id = ${id}`, 1))[0],
    acknowledge: async (id, by, note, at) => {
      const { rows } = await sql`
        update reading_alert set state = 'acknowledged', acknowledged_by = ${by.workerId}, acknowledged_name = ${by.name}, acknowledged_at = ${at}, note = ${note}
        where agency_id = ${agencyId} and id = ${id} and worker_id <> ${by.workerId} and state = 'open' returning id`.execute(trx)
      return rows.length === 1
    },
    isOnlyOne: async (reader, roles, today) => {
      const { rows } = await sql`
        select 1 from worker w join worker_role r on r.agency_id = w.agency_id and r.worker_id = w.id
        where w.agency_id = ${agencyId} and w.id <> ${reader} and r.role = any(${[...roles]}::text[]) and (w.left_on is null or w.left_on > ${today}::date)
          and r.granted_on <= ${today}::date and (r.ended_on is null or r.ended_on > ${today}::date) limit 1`.execute(trx)
      return rows.length === 0
    },
  }
}
