import { Temporal } from 'temporal-polyfill'
import type * as z from 'zod'
import type { WorkerId } from '../core/ids.ts'
import { addDays, LONDON, type PlainDate } from '../core/plain-date.ts'
import { parseReference } from '../core/reference.ts'
import { invalid, ok, type Result } from '../core/result.ts'
import type { auditFilter } from './audit-contract.ts'
import type { AuditFilter } from './audit-query.ts'

const midnight = (day: PlainDate): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LONDON }).epochMilliseconds)

/** What was asked, as the register is asked: references as they are written, days of London as instants. Refuses: invalid. */
export const readAuditFilter = ({ about, person, from, until, ...asked }: z.output<typeof auditFilter>): Result<AuditFilter> => {
  const reference = about === undefined ? undefined : parseReference('FF', about)
  if (about !== undefined && reference === undefined) return invalid('about', 'Write the reference of a child, such as FF-7K3Q0.')
  if (from !== undefined && until !== undefined && until < from) return invalid('until', 'Choose a day that is not before the first one.')
  return ok({
    ...(reference !== undefined && { about: reference }),
    ...(person !== undefined && { person: person as WorkerId }),
    ...(from !== undefined && { from: midnight(from as PlainDate) }),
    ...(until !== undefined && { before: midnight(addDays(until as PlainDate, 1)) }),
    ...(asked.did !== undefined && { did: asked.did }),
    ...(asked.verb !== undefined && { verb: asked.verb }),
    ...(asked.outcome !== undefined && { outcome: asked.outcome }),
  })
}

/** Whom or what a search is about, for its own line in the audit. */
export const subjectsOf = ({ about, person }: AuditFilter): readonly string[] => [about, person].filter((subject) => subject !== undefined)
