import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'
import { LIMITS, turnAt, type Place } from './pace.ts'

export interface PaceStore {
  /**
   * Uses up the right to one send in a conversation of the open agency, or answers after how many seconds it may be asked for again,
   * and then uses up nothing. Processes that ask at once get their answers one after the other.
   */
  takeTurn(conversationId: string, now: Date): Promise<{ readonly waitSeconds: number }>
}

const paceRow = z.strictObject({ place: z.string(), used_until: z.array(z.number()) })
const TENANT = 'tenant'

/** Both places, held until the transaction ends; made where this is the first send. */
const placesOf = async (trx: Transaction, agencyId: AgencyId, conversationId: string): Promise<readonly unknown[]> => {
  const { rows } = await sql`select place, used_until from send_pace
    where agency_id = ${agencyId} and place in (${conversationId}, ${TENANT}) order by place for update`.execute(trx)
  if (rows.length === 2) return rows
  await sql`insert into send_pace (agency_id, place) values (${agencyId}, ${conversationId}), (${agencyId}, ${TENANT}) on conflict do nothing`.execute(trx)
  return placesOf(trx, agencyId, conversationId)
}

export const paceStore = (trx: Transaction, agencyId: AgencyId): PaceStore => ({
  takeTurn: async (conversationId, now) => {
    const turns = (await placesOf(trx, agencyId, conversationId)).map((row) => {
      const { place, used_until } = paceRow.parse(row)
      const kind: Place = place === TENANT ? 'tenant' : 'conversation'
      return { place, turn: turnAt(LIMITS[kind], used_until, now.getTime()) }
    })
    const waits = turns.flatMap(({ turn }) => (turn.kind === 'wait' ? [turn.until] : []))
    if (waits.length > 0) return { waitSeconds: (Math.max(...waits) - now.getTime()) / 1000 }
    const used = turns.flatMap(({ place, turn }) => (turn.kind === 'go' ? [sql`(${place}, ${[...turn.usedUntil]}::float8[])`] : []))
    await sql`update send_pace set used_until = now_used.until from (values ${sql.join(used)}) as now_used (place, until)
      where agency_id = ${agencyId} and send_pace.place = now_used.place`.execute(trx)
    return { waitSeconds: 0 }
  },
})
