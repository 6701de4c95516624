import * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { addDays, type PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { plainDay } from '../../http/common-contract.ts'
import { mayAudit } from '../audit-access.ts'
import { readAuditFilter, subjectsOf } from '../audit-filter.ts'
import { MOST_DAYS, type auditDaysAsked, type auditDaysPage } from './audit-days-contract.ts'
import type { AuditDaysStore, DayPosition, DaysQuery } from './audit-days-store.ts'

interface Deps {
  readonly register: Register<{ readonly auditDays: AuditDaysStore }>
}
type Asked = z.output<typeof auditDaysAsked>
export type CountAuditDays = (actor: Actor, asked: Asked) => Promise<Result<z.input<typeof auditDaysPage>>>

/** The register cannot be asked about a NUL. */
const text = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const position = z.tuple([plainDay, text, text])
const cursorOf = ({ day, name, key }: DayPosition): string => Buffer.from(JSON.stringify([day, name, key])).toString('base64url')
const positionIn = (cursor: string): DayPosition | undefined => {
  try {
    const [day, name, key] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { day, name, key }
  } catch {
    return undefined
  }
}

const queryOf = ({ limit, cursor, ...asked }: Asked): Result<DaysQuery> => {
  const filter = readAuditFilter(asked)
  if (!filter.ok) return filter
  if (asked.until > addDays(asked.from as PlainDate, MOST_DAYS - 1))
    return invalid('until', `Choose ${MOST_DAYS.toString()} days at most, the first and the last one counted.`)
  const after = cursor === undefined ? undefined : positionIn(cursor)
  if (cursor !== undefined && after === undefined) return invalid('cursor', 'Give one that an earlier page gave.')
  return ok({ ...filter.value, limit: limit + 1, ...(after !== undefined && { after }) })
}

/**
 * What was done on each day, by person and in groups: of a child of the own agency, of a colleague, or of the agency. What the search shows
 * line by line is counted here, by the same rules of who may see it. Audited as a search. Refuses: not-allowed, invalid.
 */
export const countAuditDays =
  ({ register }: Deps): CountAuditDays =>
  async (actor, asked) => {
    const query = queryOf(asked)
    if (!query.ok) return query
    const subjects = subjectsOf(query.value)
    return register.as(actor, { verb: 'audit.searched', subjects }, async ({ auditDays, audit }) => {
      if (!mayAudit(actor, 'search', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'search the audit of your agency' })
      const found = await auditDays.find(query.value)
      const page = found.slice(0, asked.limit)
      const last = page.at(-1)
      await audit.record({ verb: 'audit.searched', subjectAgencyId: actor.agencyId, subjects })
      return ok({
        items: page.map(({ position: { day, name }, agency, workerId, isColleague, counts }) => ({
          day,
          actor: { kind: workerId === null ? 'app' : 'person', id: isColleague ? workerId : null, name, agency },
          counts,
        })),
        nextCursor: last && found.length > asked.limit ? cursorOf(last.position) : null,
      })
    })
  }
