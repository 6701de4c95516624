import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { worker } from './administration-contract.ts'
import type { Worker } from './worker-store.ts'

export type WorkerView = z.input<typeof worker>

export const workerView = ({ id, name, organisation, objectId, leftOn, roles }: Worker, actor: Actor, today: PlainDate): WorkerView => ({
  id,
  name,
  organisation,
  objectId,
  leftOn,
  isYou: id === actor.workerId,
  roles: roles.map(({ role, grantedOn, endedOn }) => ({
    role,
    grantedOn,
    endedOn,
    state: endedOn !== null && endedOn <= today ? 'ended' : grantedOn > today ? 'to-come' : 'held',
  })),
})
