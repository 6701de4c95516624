import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildForPost, PostableChild } from '../../posts/ports.ts'
import { childStore, type ChildStoreDeps } from '../child-store.ts'

const whoseRow = z.strictObject({ id: z.uuid(), agency_id: z.int() })

/** The scope's slice `childForPost`: what posts may know of a child, as the actor or job that opened the scope. */
export const childForPost = (trx: Transaction, who: Who, deps: ChildStoreDeps): ChildForPost => {
  const children = childStore(trx, who, deps)

  const postable = async (by: Parameters<typeof children.anonymous>[0]): Promise<PostableChild | undefined> => {
    const found = await children.anonymous(by)
    if (!found) return undefined
    const shared = await children.shared(found.child.reference)
    if (!shared) return undefined
    const { childId, agencyId, child } = found
    return { childId, agencyId, child, legalStatus: shared.order_on === null ? 'adm-decision' : 'placement-order' }
  }

  return {
    byReference: (reference) => postable({ reference }),
    byId: (childId) => postable({ childId }),
    whose: async (reference) => {
      const { rows } = await sql`select child_id as id, agency_id from child_shared where reference = ${reference}
        union select id, agency_id from child where reference = ${reference} limit 1`.execute(trx)
      if (rows[0] === undefined) return undefined
      const row = whoseRow.parse(rows[0])
      return { childId: row.id as ChildId, agencyId: row.agency_id as AgencyId }
    },
  }
}
