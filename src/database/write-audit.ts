import { sql } from 'kysely'
import type { Now } from '../core/plain-date.ts'
import type { AgencyId } from '../core/ids.ts'
import { newId } from '../core/ids.ts'
import type { AuditLine, AuditLog } from './audit-log.ts'
import type { Who } from './register.ts'
import type { Transaction } from './transaction.ts'

export const agencyOf = (who: Who): AgencyId => (who.kind === 'actor' ? who.actor.agencyId : who.agencyId)

interface Writing {
  readonly trx: Transaction
  readonly who: Who
  readonly now: Now
  readonly automatic: boolean
}

/** Writes the lines in one statement, with this transaction's actor and the present moment. */
export const writeAudit = async ({ trx, who, now, automatic }: Writing, outcome: 'done' | 'refused', lines: readonly AuditLine[]): Promise<void> => {
  if (lines.length === 0) return
  const at = now()
  const workerId = who.kind === 'actor' ? who.actor.workerId : null
  const actor = who.kind === 'actor' ? who.actor.name : `job:${who.name.replace(/^job:/u, '')}`
  const rows = lines.map(
    (line) =>
      sql`(${newId()}, ${agencyOf(who)}, ${line.subjectAgencyId}, ${at}, ${workerId}, ${actor}, ${line.verb}, ${outcome}, ${[...line.subjects]}, ${line.reason ?? null}, ${automatic})`,
  )
  await sql`insert into audit (id, agency_id, subject_agency_id, at, worker_id, actor, verb, outcome, subjects, reason, automatic) values ${sql.join(rows)}`.execute(
    trx,
  )
}

export const auditLog = (writing: Writing): AuditLog => ({ record: (...lines) => writeAudit(writing, 'done', lines) })
