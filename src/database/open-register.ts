import type { Actor } from '../core/actor.ts'
import type { Now } from '../core/plain-date.ts'
import type { Refusal, Result } from '../core/result.ts'
import { jobQueue } from './add-jobs.ts'
import type { Database } from './database.ts'
import { errorCode } from './error-code.ts'
import { once } from './idempotency.ts'
import type { BaseScope, Doing, MakeScope, Register, Who } from './register.ts'
import type { Transaction } from './transaction.ts'
import { agencyOf, auditLog, writeAudit } from './write-audit.ts'

interface Deps<Scope> {
  readonly database: Database
  readonly makeScope: MakeScope<Scope>
  readonly now: Now
  /** keys the hashes of commands that are kept with their idempotency keys; without it they are plain, for tests */
  readonly secret?: Buffer
}

/** Carries a refusal out of the transaction, so that its work is rolled back. */
class RolledBack extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('Refused: the work is rolled back.')
    this.refusal = refusal
  }
}

const RETRIES = 3
/** Another transaction was in the way (serialisation failure, deadlock): the same work may succeed now. */
const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '')

const withRetries = async <T>(attempt: () => Promise<T>, left = RETRIES): Promise<T> => {
  try {
    return await attempt()
  } catch (error) {
    if (left > 0 && isTransient(error)) return withRetries(attempt, left - 1)
    throw error
  }
}

/** The register over an open database. There is no other way to a scope. */
export const openRegister = <Scope extends object>({ database, makeScope, now, secret }: Deps<Scope>): Register<Scope> => {
  const scopeOf = (trx: Transaction, who: Who, automatic: boolean): Scope & BaseScope => ({
    ...makeScope(trx, who),
    audit: auditLog({ trx, who, now, automatic }),
    jobs: jobQueue(trx, agencyOf(who), now),
  })

  const attempt = <T>(actor: Actor, doing: Doing, work: (scope: Scope & BaseScope) => Promise<Result<T>>): Promise<Result<T>> =>
    database.inAgency(actor.agencyId, actor.partnershipId, async (trx) => {
      const run = () => work(scopeOf(trx, { kind: 'actor', actor }, doing.automatic ?? false))
      const { key } = doing
      const result = await (key === undefined ? run() : once({ trx, actor, doing: { ...doing, key }, at: now(), secret }, run))
      if (!result.ok) throw new RolledBack(result.refusal)
      return result
    })

  /** The row's subject is the actor's own agency, so that nothing hints at whose hidden record it was. */
  const auditRefusal = (actor: Actor, doing: Doing, refusal: Refusal): Promise<void> =>
    database.inAgency(actor.agencyId, actor.partnershipId, (trx) =>
      writeAudit({ trx, who: { kind: 'actor', actor }, now, automatic: doing.automatic ?? false }, 'refused', [
        { verb: doing.verb, subjectAgencyId: actor.agencyId, subjects: doing.subjects ?? [], reason: refusal.kind },
      ]),
    )

  return {
    as: async (actor, doing, work) => {
      try {
        return await withRetries(() => attempt(actor, doing, work))
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error
        await auditRefusal(actor, doing, error.refusal)
        return { ok: false, refusal: error.refusal }
      }
    },
    breakGlass: (actor, { id, ownerAgencyId }, work) =>
      withRetries(() =>
        database.breakGlass({ ownerAgencyId, grantId: id, at: now() }, (trx) =>
          work({
            ...scopeOf(trx, { kind: 'job', name: 'break-glass', agencyId: ownerAgencyId }, false),
            audit: auditLog({ trx, who: { kind: 'actor', actor }, now, automatic: false }),
          }),
        ),
      ),
    asJob: (agencyId, name, work) =>
      withRetries(() => database.inOwnPartnership(agencyId, (trx) => work(scopeOf(trx, { kind: 'job', name, agencyId }, false)))),
  }
}
