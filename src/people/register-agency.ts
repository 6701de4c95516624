import { sql } from 'kysely'
import * as z from 'zod'
import { invalid, ok, type Result } from '../core/result.ts'
import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { listAgencies, type Agency } from './people-store.ts'

export interface RegisterAgencyCommand {
  readonly code: string
  readonly name: string
  /** absent for an agency without a Microsoft 365 tenant of its own; then `servedBy` says whose people serve it */
  readonly tenantId?: string
  readonly servedBy?: string
  readonly isHub: boolean
  /** the shared mailbox on whose calendar its meetings are booked */
  readonly mailbox?: string
}

/** What the register's first row says: it is made with the first agency. */
export interface NewPartnership {
  readonly name: string
  readonly kind: 'demo' | 'live'
  readonly keyCheck: string
}

/** Registers an agency of the partnership. Refuses a code or a tenant that another agency has. */
export const registerAgency =
  ({ database, partnership }: { readonly database: Pick<Database, 'asOwner'>; readonly partnership: NewPartnership }) =>
  (command: RegisterAgencyCommand): Promise<Result<{ readonly code: string }>> =>
    database.asOwner(async (trx) => {
      const agencies = await listAgencies(trx)
      const wrong = whyNot(agencies, command)
      if (wrong !== undefined) return wrong
      const serving = agencies.find(({ code }) => code === command.servedBy)
      const partnershipId = await partnershipOf(trx, partnership)
      const id = Math.max(0, ...agencies.map((agency) => agency.id)) + 1
      await sql`
        insert into agency (id, partnership_id, code, name, tenant_id, served_by, is_hub, mailbox)
        values (${id}, ${partnershipId}, ${command.code}, ${command.name}, ${command.tenantId?.toLowerCase() ?? null}::uuid, ${serving?.id ?? null},
          ${command.isHub}, ${command.mailbox ?? null})`.execute(trx)
      return ok({ code: command.code })
    })

const whyNot = (agencies: readonly Agency[], command: RegisterAgencyCommand) => {
  if (agencies.some(({ code }) => code === command.code)) return invalid('agency', 'is registered already. Leave --agency-name out')
  const tenantId = command.tenantId?.toLowerCase()
  if (tenantId !== undefined && agencies.some((agency) => agency.tenantId === tenantId))
    return invalid('tenant', 'is the tenant of another agency. Register this one with --served-by and the code of that agency')
  if (command.servedBy !== undefined && !agencies.some(({ code }) => code === command.servedBy)) return invalid('served-by', 'is not a registered agency')
  return undefined
}

const partnershipRow = z.strictObject({ id: z.int() })

const partnershipOf = async (trx: Transaction, { name, kind, keyCheck }: NewPartnership): Promise<number> => {
  const found = await sql`select id from partnership`.execute(trx)
  if (found.rows[0] !== undefined) return partnershipRow.parse(found.rows[0]).id
  await sql`insert into partnership (id, name, kind, key_check) values (1, ${name}, ${kind}, ${keyCheck})`.execute(trx)
  return 1
}
