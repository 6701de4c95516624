import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { invalid, ok, refuse, type Result } from '../core/result.ts'
import { changeRecord } from './change-record.ts'
import type { RetentionDeps } from './own-record.ts'
import type { RetentionOfChild } from './read-record.ts'
import type { confirmFiledCommand } from './retention-contract.ts'

type ConfirmFiled = z.output<typeof confirmFiledCommand> & { readonly reference: string }
export type ConfirmRecordFiled = (actor: Actor, command: ConfirmFiled) => Promise<Result<RetentionOfChild>>

/**
 * Somebody says that an export is in the agency's own record, and where: the 100-year record is there and not here (Adoption and Children
 * Act 2002 s56). Refuses invalid for a receipt that no export of this child has, or of a record that was changed since.
 */
export const confirmFiled =
  (deps: RetentionDeps): ConfirmRecordFiled =>
  (actor, command) =>
    changeRecord(deps, actor, command, {
      verb: 'retention.filed',
      permission: 'confirm-filed',
      act: async (child, { retention }) => {
        const made = (await retention.exportsOf(child.id)).find(({ receipt }) => receipt === command.receipt)
        if (made === undefined) return invalid('receipt', 'No export of this record has this receipt.')
        if (made.filed !== null) return refuse({ kind: 'conflict', reason: 'already-done' })
        if (made.recordHash !== (await retention.recordOf(child)).recordHash)
          return invalid('receipt', 'The record was changed after this export. Export it again and file that.')
        await retention.confirmFiled(child, command.receipt, command.filedAs, actor, deps.now())
        return ok(null)
      },
    })
