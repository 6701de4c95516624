import { sql } from 'kysely'
import * as z from 'zod'
import type { AnonymousChild } from '../children/child-views.ts'
import { ENOUGH, isSingledOut, presentAnonymousChild } from '../children/sharing/shared-facts.ts'
import type { PartnershipId } from '../core/ids.ts'
import type { Today } from '../core/plain-date.ts'
import { invalid, ok } from '../core/result.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import type { ListForPost, PostableList } from '../posts/ports.ts'
import { exactFilter } from './exact-filter.ts'
import { waitingFilter } from './waiting-contract.ts'
import { factsOf } from './waiting-filter.ts'
import { isOwnViewOnly, type WaitingFilter } from './waiting-list.ts'
import type { Asker } from './waiting-asked.ts'
import { waitingStore, type PageAsked } from './waiting-store.ts'
import { inWholeBands } from './whole-bands.ts'

/** Rows on a posted card: it is read on a phone between two calls. */
const ROWS = 5
/** A page that begins before a reference has it within as many rows as its last character has values. */
const NEIGHBOURS = 33

const agencyRow = z.strictObject({ partnership_id: z.int() })

/** The scope's slice `listForPost`: what posts may know of the waiting list, as the actor or job that opened the scope. */
export const listForPost = (trx: Transaction, who: Who, { today }: { readonly today: Today }): ListForPost => {
  const waiting = waitingStore(trx)

  /** A job keeps a card up to date that a family finder posted: it sees what one sees. */
  const asker = async (): Promise<Asker> => {
    if (who.kind === 'actor') return who.actor
    const { rows } = await sql`select partnership_id from agency where id = ${who.agencyId}`.execute(trx)
    return { agencyId: who.agencyId, partnershipId: agencyRow.parse(rows[0]).partnership_id as PartnershipId, roles: ['family-finder'] }
  }

  const ask = async (filter: WaitingFilter, limit: number): Promise<PageAsked> => ({
    actor: await asker(),
    agencies: filter.agencies,
    facts: factsOf(filter, undefined, today()),
    today: today(),
    limit,
    position: undefined,
  })
  const shown = async (asked: PageAsked): Promise<readonly AnonymousChild[]> =>
    (await waiting.anonymousPage(asked)).filter((row) => !isSingledOut(row, asked.facts)).map((row) => presentAnonymousChild(row, today()))

  /** Where fewer than three fit, there are neither rows nor a number. */
  const look = async (filter: WaitingFilter, rows: (asked: PageAsked) => Promise<readonly AnonymousChild[]>, limit: number): Promise<PostableList> => {
    const asked = await ask(filter, limit)
    const total = await waiting.anonymousTotal(asked)
    return total < ENOUGH ? { filter, total: 0, asOf: today(), items: [] } : { filter, total, asOf: today(), items: await rows(asked) }
  }

  return {
    read: async (asked) => {
      const parsed = waitingFilter.safeParse(asked)
      if (!parsed.success) return invalid('filter', 'Give a filter of the waiting list.')
      const filter = inWholeBands(exactFilter(parsed.data), today())
      if (isOwnViewOnly(filter)) return invalid('filter', 'Only your own view answers that: it is about your own work, or about what a channel must not keep.')
      const unknown = await waiting.unknownAgencies(await asker(), filter.agencies)
      if (unknown.length > 0) return invalid('filter', `There is no agency ${unknown.join(', ')} in this partnership.`)
      const list = await look(filter, shown, ROWS)
      return list.items.length === 0
        ? invalid('filter', 'Fewer than three children fit that, so the list is not posted. Ask for fewer things at once.')
        : ok(list)
    },
    still: (asked, references) =>
      look(
        exactFilter(waitingFilter.parse(asked)),
        async (page) => {
          const found: AnonymousChild[] = []
          for (const reference of references) {
            const near = await shown({ ...page, position: { waitingFrom: today(), reference: reference.slice(0, -1) } })
            found.push(...near.filter((child) => child.reference === reference))
          }
          return found
        },
        NEIGHBOURS,
      ),
  }
}
