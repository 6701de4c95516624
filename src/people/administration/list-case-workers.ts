import type * as z from 'zod'
import type { Actor, Role } from '../../core/actor.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import { mayAdminister } from './administration-access.ts'
import type { caseWorkers } from './administration-contract.ts'
import type { WorkerDeps } from './list-workers.ts'
import { rolesOn } from '../people.ts'

export type ListCaseWorkers = (actor: Actor) => Promise<Result<z.input<typeof caseWorkers>>>

/** A child's case is with one of these. */
const HAS_CASES: readonly Role[] = ['family-finder', 'practice-manager', 'childs-social-worker']
/** More than any agency has. */
const MOST = 500

/** Who of the own agency can be a child's family finder or social worker, by name. Refuses: not-allowed for who gives out no case. */
export const listCaseWorkers =
  ({ register, today }: WorkerDeps): ListCaseWorkers =>
  (actor) =>
    register.as(actor, { verb: 'people.listed' }, async ({ workers }) => {
      if (!mayAdminister(actor, 'read-case-workers', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see who has cases at your agency' })
      const { items } = await workers.list({ standing: 'at-work', limit: MOST, today: today() })
      const withCases = items.map((one) => ({ id: one.id, name: one.name, roles: rolesOn(one, today()).filter((role) => HAS_CASES.includes(role)) }))
      return ok({ items: withCases.filter(({ roles }) => roles.length > 0) })
    })
