import * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Today } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { plainText } from '../../http/common-contract.ts'
import { mayAdminister } from './administration-access.ts'
import type { workers, workersAsked } from './administration-contract.ts'
import type { WorkerPosition, WorkerStore } from './worker-store.ts'
import { workerView } from './worker-view.ts'

export interface WorkerDeps {
  readonly register: Register<{ readonly workers: WorkerStore }>
  readonly today: Today
}
export type ListWorkers = (actor: Actor, asked: z.output<typeof workersAsked>) => Promise<Result<z.input<typeof workers>>>

const position = z.tuple([plainText(200), z.uuid()])
const cursorOf = ({ name, id }: WorkerPosition): string => Buffer.from(JSON.stringify([name, id])).toString('base64url')
const positionIn = (cursor: string): WorkerPosition | undefined => {
  try {
    const [name, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { name, id }
  } catch {
    return undefined
  }
}

/** The people of one's own agency by name, with the roles they hold, held and are to hold. */
export const listWorkers =
  ({ register, today }: WorkerDeps): ListWorkers =>
  async (actor, { standing, search, limit, cursor }) =>
    register.as(actor, { verb: 'people.listed' }, async (scope) => {
      if (!mayAdminister(actor, 'read-people', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see the people and roles of your agency' })
      const after = cursor === undefined ? undefined : positionIn(cursor)
      if (cursor !== undefined && after === undefined) return invalid('cursor', 'must be one that an earlier page gave.')
      const asked = { standing, limit: limit + 1, today: today(), ...(search !== undefined && { search }), ...(after && { after }) }
      const { items, total } = await scope.workers.list(asked)
      const page = items.slice(0, limit)
      const last = page.at(-1)
      return ok({
        items: page.map((one) => workerView(one, actor, today())),
        nextCursor: last && items.length > limit ? cursorOf(last) : null,
        total,
        mayChange: mayAdminister(actor, 'change-people', actor.agencyId),
        tenantId: actor.tenantId,
        today: today(),
      })
    })
