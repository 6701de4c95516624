import type { Actor } from '../core/actor.ts'
import type { Today } from '../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import type { WaitingCursors } from './waiting-cursor.ts'
import { factsOf } from './waiting-filter.ts'
import type { WaitingFilter, WaitingQuery } from './waiting-list.ts'
import type { WaitingAsked } from './waiting-asked.ts'
import type { PageAsked, WaitingStore } from './waiting-store.ts'
import { visibilityOf } from './waiting-visibility.ts'

export interface WaitingDeps {
  readonly register: Register<{ readonly waiting: WaitingStore }>
  readonly cursors: WaitingCursors
  readonly today: Today
}

/** A filter as a question to the store. Refuses who may see no child at all, agencies that there are not, and days upside down. */
export const askWaiting = async (waiting: WaitingStore, actor: Actor, filter: WaitingFilter, today: Today): Promise<Result<WaitingAsked>> => {
  const { own, partners } = visibilityOf(actor)
  if (!own && !partners) return refuse({ kind: 'not-allowed', action: 'see which children are waiting' })
  if (filter.minDays !== undefined && filter.maxDays !== undefined && filter.minDays > filter.maxDays)
    return invalid('maxDays', 'The most days must not be fewer than the least days.')
  const unknown = filter.agencies.length === 0 ? [] : await waiting.unknownAgencies(actor, filter.agencies)
  if (unknown.length > 0) return invalid('agency', `There is no agency ${unknown.join(', ')} in this partnership.`)
  return ok({ actor, agencies: filter.agencies, facts: factsOf(filter, actor, today()), today: today() })
}

/** The same for one page. One row more than the limit is asked for, to know whether a next page exists. */
export const askPage = async (waiting: WaitingStore, actor: Actor, query: WaitingQuery, { today, cursors }: WaitingDeps): Promise<Result<PageAsked>> => {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 100) return invalid('limit', 'A page has 1 to 100 rows.')
  const position = query.cursor === undefined ? undefined : cursors.open(query.cursor)
  if (query.cursor !== undefined && position === undefined) return invalid('cursor', 'That page cannot be opened. Please start again from the first page.')
  const asked = await askWaiting(waiting, actor, query.filter, today)
  return asked.ok ? ok({ ...asked.value, limit: query.limit + 1, position }) : asked
}
