import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId, type WorkerId } from '../../core/ids.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import type { addWorkerCommand } from './administration-contract.ts'
import { changePeople, type Changed } from './change-worker.ts'
import type { WorkerDeps } from './list-workers.ts'
import { hasLeft } from '../people.ts'
import type { PeopleStore } from '../people-store.ts'
import type { WorkerStore } from './worker-store.ts'
import type { WorkerView } from './worker-view.ts'

export interface AddWorkerDeps extends WorkerDeps {
  readonly register: Register<{ readonly workers: WorkerStore; readonly people: PeopleStore }>
}
export type AddWorker = (actor: Actor, command: z.output<typeof addWorkerCommand>) => Promise<Result<WorkerView>>

/**
 * An administrator adds an account of any partner's tenant to the people of the own agency, with a first role where one is named.
 * Somebody who left comes back without the roles they left with. Refuses: not-allowed, and invalid with a sentence for a tenant that
 * no agency has and for somebody who is there already.
 */
export const addWorker =
  ({ register, today }: AddWorkerDeps): AddWorker =>
  async (actor, command) => {
    const { key, name, role } = command
    const account = { tenantId: command.tenantId.toLowerCase(), objectId: command.objectId.toLowerCase(), name }
    const doing = { verb: 'worker.added', action: 'add somebody to the people of your agency', key, command }
    return changePeople({ register, today }, actor, doing, async ({ workers, people, audit }): Promise<Changed> => {
      if (!(await people.agencies()).some(({ tenantId }) => tenantId === account.tenantId))
        return invalid(
          'tenantId',
          'No agency of the partnership has this tenant, so that nobody of it could sign in. Check it, or have its agency registered first.',
        )
      const known = await workers.byAccount(account)
      if (known !== undefined && !hasLeft(known, today())) return invalid('objectId', `This is the account of ${known.name}, who is among your people already.`)
      const id = await people.worker(actor.agencyId, account, newId<WorkerId>())
      await audit.record({ verb: 'worker.added', subjectAgencyId: actor.agencyId, subjects: [id] })
      if (role !== undefined) {
        await people.grant(actor.agencyId, id, role, today())
        await audit.record({ verb: 'role.granted', subjectAgencyId: actor.agencyId, subjects: [id, role] })
      }
      return ok({ id })
    })
  }
