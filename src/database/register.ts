import type { Actor } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'
import type { AuditLog } from './audit-log.ts'
import type { JobQueue } from './job-queue.ts'
import type { Transaction } from './transaction.ts'

/** What is being done, for the audit of a refusal and for idempotency. */
export interface Doing {
  /** `child.read`, `post.requested`: noun and past or present verb */
  readonly verb: string
  /** references or ids as the person gave them; never content */
  readonly subjects?: readonly string[]
  /** A command's idempotency key (uuid): the second time, the first answer comes back and nothing happens. The answer must be plain JSON. */
  readonly key?: string
  /** What the command says, beside its verb and subjects: the same key with anything else in it is another command. Only its hash is kept. */
  readonly command?: object
  /** An automatic card refresh is marked so in the audit. */
  readonly automatic?: boolean
}

/** What every scope has. */
export interface BaseScope {
  readonly audit: AuditLog
  readonly jobs: JobQueue
}

/** Makes the stores of one transaction. */
export type MakeScope<Scope> = (trx: Transaction, who: Who) => Scope

/** Whose transaction it is: a person at work for an agency, or a named job in one agency's scope. */
export type Who = { readonly kind: 'actor'; readonly actor: Actor } | { readonly kind: 'job'; readonly name: string; readonly agencyId: AgencyId }

export interface Register<Scope> {
  /**
   * Opens one transaction as this actor. There is no other way in for a person.
   * Commits when the work answers ok; on a refusal rolls back and writes the refusal's audit row in a transaction of its own.
   * Serialisation failures (40001, 40P01) are retried three times.
   */
  as<T>(actor: Actor, doing: Doing, work: (scope: Scope & BaseScope) => Promise<Result<T>>): Promise<Result<T>>
  /**
   * Opens one transaction on one record of another agency, read-only, for as long as the grant runs: the stores are the owner's, of which
   * row-level security shows this record alone; the audit line is the actor's, and both agencies see it. Undefined once the grant is over.
   */
  breakGlass<T>(
    actor: Actor,
    grant: { readonly id: string; readonly ownerAgencyId: AgencyId },
    work: (scope: Scope & BaseScope) => Promise<T>,
  ): Promise<T | undefined>
  /** Opens one transaction as a named job in one agency's scope (`job:post.send`); throws what the work throws. */
  asJob<T>(agencyId: AgencyId, name: string, work: (scope: Scope & BaseScope) => Promise<T>): Promise<T>
}
