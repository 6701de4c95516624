import { sql } from 'kysely'
import * as z from 'zod'
import { ownChildRow, selectOwnChildren, type OwnRecord } from '../../children/own-child-row.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'

/** Every child of the own agency, for figures that are counted here and not in SQL: an agency has hundreds, seldom thousands. */
export interface OwnChildrenStore {
  all(agencyId: AgencyId): Promise<readonly OwnRecord[]>
}

export const ownChildrenStore = (trx: Transaction): OwnChildrenStore => ({
  all: async (agencyId) => z.array(ownChildRow).parse((await selectOwnChildren(sql`c.agency_id = ${agencyId}`).execute(trx)).rows),
})
