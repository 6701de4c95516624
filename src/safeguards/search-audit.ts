import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { invalid, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { mayAudit } from './audit-access.ts'
import type { auditAsked, auditPage } from './audit-contract.ts'
import { cursorOf, positionIn } from './at-position.ts'
import { readAuditFilter, subjectsOf } from './audit-filter.ts'
import type { AuditQuery } from './audit-query.ts'
import type { AuditSearchStore, FoundLine } from './audit-search-store.ts'
import { aboutOf, actorName, verbWords } from './line-words.ts'

interface Deps {
  readonly register: Register<{ readonly auditSearch: AuditSearchStore }>
}
type Asked = z.output<typeof auditAsked>
type AuditPage = z.input<typeof auditPage>
export type SearchAudit = (actor: Actor, asked: Asked) => Promise<Result<AuditPage>>

const COUNTED = 1000
const ABOUT = 10

const queryOf = ({ limit, cursor, ...asked }: Asked): Result<AuditQuery> => {
  const filter = readAuditFilter(asked)
  if (!filter.ok) return filter
  const after = cursor === undefined ? undefined : positionIn(cursor)
  if (cursor !== undefined && after === undefined) return invalid('cursor', 'Give one that an earlier page gave.')
  return ok({ ...filter.value, limit: limit + 1, ...(after !== undefined && { after }) })
}

const presentLine = (line: FoundLine, asked: string | undefined): AuditPage['items'][number] => {
  const about = aboutOf(line, asked)
  return {
    id: line.id,
    at: new Date(line.at).toISOString(),
    actor: {
      kind: line.isPerson ? 'person' : 'app',
      name: actorName(line),
      agency: line.actorAgency,
      roles: line.roles === null ? null : [...line.roles],
    },
    verb: line.verb,
    words: verbWords(line.verb),
    outcome: line.outcome,
    about: about.slice(0, ABOUT),
    aboutCount: about.length,
    automatic: line.automatic,
  }
}

/**
 * Who saw what, newest first: by a child of the own agency, by a colleague, or all that the own agency's people did and that anybody did
 * with its records. A child of another agency is answered as none is. The search is in the audit itself. Refuses: not-allowed, invalid.
 */
export const searchAudit =
  ({ register }: Deps): SearchAudit =>
  async (actor, asked) => {
    const query = queryOf(asked)
    if (!query.ok) return query
    const subjects = subjectsOf(query.value)
    return register.as(actor, { verb: 'audit.searched', subjects }, async ({ auditSearch, audit }) => {
      if (!mayAudit(actor, 'search', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'search the audit of your agency' })
      const { limit } = asked
      const found = await auditSearch.find(query.value)
      // a first page that holds all is counted already
      const isAll = asked.cursor === undefined && found.length <= limit
      const total = isAll ? found.length : await auditSearch.count(query.value, COUNTED + 1)
      const page = found.slice(0, limit)
      const last = page.at(-1)
      await audit.record({ verb: 'audit.searched', subjectAgencyId: actor.agencyId, subjects })
      return ok({
        items: page.map((line) => presentLine(line, query.value.about)),
        nextCursor: last && found.length > limit ? cursorOf(last) : null,
        total: Math.min(total, COUNTED),
        more: total > COUNTED,
      })
    })
  }
