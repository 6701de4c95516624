import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { ok, refuse, type Result } from '../core/result.ts'
import { changeRecord } from './change-record.ts'
import type { RetentionDeps } from './own-record.ts'
import type { RetentionOfChild } from './read-record.ts'
import type { holdCommand } from './retention-contract.ts'

type HoldCommand = z.output<typeof holdCommand> & { readonly reference: string }
export type HoldRecord = (actor: Actor, command: HoldCommand) => Promise<Result<RetentionOfChild>>

/** Keeps a record whatever its time, from now on; also one whose purge was asked for and is not done. `already-done`: it is held for this reason. */
export const holdRecord =
  (deps: RetentionDeps): HoldRecord =>
  (actor, command) =>
    changeRecord(deps, actor, command, {
      verb: 'hold.set',
      permission: 'hold',
      act: async (child, { retention }) =>
        (await retention.setHold(child.id, command.reason, actor, deps.now())) ? ok(null) : refuse({ kind: 'conflict', reason: 'already-done' }),
    })

/** Lifts one hold; others of other reasons stay. Who set it need not be who lifts it: both are kept. `already-done`: there is none of this reason. */
export const liftHold =
  (deps: RetentionDeps): HoldRecord =>
  (actor, command) =>
    changeRecord(deps, actor, command, {
      verb: 'hold.lifted',
      permission: 'hold',
      act: async (child, { retention }) =>
        (await retention.liftHold(child.id, command.reason, actor, deps.now())) ? ok(null) : refuse({ kind: 'conflict', reason: 'already-done' }),
    })
