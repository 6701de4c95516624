import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { parseReference } from '../core/reference.ts'
import { invalid, ok, refuse, type Result } from '../core/result.ts'
import { changeRecord } from './change-record.ts'
import { periodsNow, type RetentionDeps } from './own-record.ts'
import type { RetentionOfChild } from './read-record.ts'
import { standingOf } from './record-view.ts'
import type { purgeCommand } from './retention-contract.ts'
import { PROBLEM_SENTENCES, whyNotPurged } from './why-not-purged.ts'

type PurgeCommand = z.output<typeof purgeCommand> & { readonly reference: string }
export type RequestPurge = (actor: Actor, command: PurgeCommand) => Promise<Result<RetentionOfChild>>

/**
 * Asks for a record to be removed for good. A job does it (purge-record.ts) and looks at everything again. Refuses invalid where the
 * reference is not typed as confirmation or something is in the way (why-not-purged.ts), `already-done` where it is under way.
 */
export const requestPurge =
  (deps: RetentionDeps): RequestPurge =>
  (actor, command) =>
    changeRecord(deps, actor, command, {
      verb: 'retention.purge-requested',
      permission: 'purge',
      act: async (child, { retention, settings, jobs }) => {
        if (parseReference('FF', command.confirmation) !== child.reference) return invalid('confirmation', `Type ${child.reference} to confirm.`)
        const periods = await periodsNow(settings, deps.today())
        const standing = await standingOf(retention, child, periods, deps.today())
        const problem = whyNotPurged({ ...standing, requestedBy: actor.workerId })
        if (problem !== undefined) return invalid('confirmation', PROBLEM_SENTENCES[problem])
        const requestId = await retention.addRequest(child.id, actor, deps.now())
        if (requestId === undefined) return refuse({ kind: 'conflict', reason: 'already-done' })
        await jobs.add({ kind: 'retention.purge', payload: { childId: child.id, requestId } })
        return ok(null)
      },
    })
