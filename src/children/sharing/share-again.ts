import { sql } from 'kysely'
import * as z from 'zod'
import type { ChildId } from '../../core/ids.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { SharedRows } from '../../people/administration/ports.ts'
import { cardsFollow } from '../changing/child-changed.ts'
import { agencyIdOf, type ChildStoreDeps } from '../child-store.ts'
import { ageingStore } from './refresh-shared.ts'
import { sharingOf, writeSharedRows } from './write-shared-rows.ts'

const idRow = z.strictObject({ id: z.uuid() })

/** The scope's slice `sharedRows`: every shared row of the own agency by the rule that holds in this transaction. */
export const sharedRows = (trx: Transaction, who: Who, deps: ChildStoreDeps): SharedRows => {
  const agencyId = agencyIdOf(who)
  const idsOf = async (rows: ReturnType<typeof sql>): Promise<ReadonlySet<ChildId>> =>
    new Set(
      z
        .array(idRow)
        .parse((await rows.execute(trx)).rows)
        .map(({ id }) => id as ChildId),
    )
  const shared = (): Promise<ReadonlySet<ChildId>> => idsOf(sql`select child_id as id from child_shared where agency_id = ${agencyId}`)
  return {
    shareAgain: async () => {
      const before = await shared()
      const all = await idsOf(sql`select id from child where agency_id = ${agencyId}`)
      await writeSharedRows({ trx, agencyId, ...deps }, await sharingOf(trx, agencyId), [...all])
      await ageingStore(trx, who, deps).countNeeds()
      const after = await shared()
      return [...all].filter((id) => before.has(id) !== after.has(id)).map(cardsFollow)
    },
  }
}
