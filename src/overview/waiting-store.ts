import { sql } from 'kysely'
import * as z from 'zod'
import { ownChildRow, selectOwnChildren, type OwnRecord } from '../children/own-child-row.ts'
import { plainDateColumn } from '../children/plain-date-column.ts'
import { anonymousRow, ENOUGH, needLevels, saysSomething, selectAnonymousChildren, type AnonymousRow } from '../children/sharing/shared-facts.ts'
import { selectSharedChildren, sharedChildRow, type SharedRecord } from '../children/sharing/shared-child-row.ts'
import type { Transaction } from '../database/transaction.ts'
import { listedFrom, ownWaiting, sharedWaiting, type Position } from './waiting-filter.ts'
import { figuresOf } from './waiting-figures-query.ts'
import type { WaitingFigures } from './waiting-list.ts'
import type { Asker, WaitingAsked } from './waiting-asked.ts'
import { chosenAgencies, ownAgency, partnerAgencies } from './waiting-visibility.ts'

export interface PageAsked extends WaitingAsked {
  readonly limit: number
  readonly position: Position | undefined
}

export type EntitledRow = { readonly view: 'own'; readonly record: OwnRecord } | { readonly view: 'shared'; readonly record: SharedRecord }

export interface WaitingStore {
  /** Which of these codes are no agency of the partnership. */
  unknownAgencies(actor: Asker, codes: readonly string[]): Promise<readonly string[]>
  /** Own and shared rows, longest wait first; at most `limit`. */
  page(asked: PageAsked): Promise<readonly (EntitledRow & { readonly position: Position })[]>
  total(asked: WaitingAsked): Promise<number>
  /** Shared rows only, by reference, with what a conversation may be shown of each. */
  anonymousPage(asked: PageAsked): Promise<readonly AnonymousRow[]>
  /** Rows that would be left out as singled out do not count: a subtraction of two totals would find them. */
  anonymousTotal(asked: WaitingAsked): Promise<number>
  figures(asked: WaitingAsked): Promise<Omit<WaitingFigures, 'thresholds'>>
}

const pageRow = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('own'), waiting_from: plainDateColumn, reference: z.string(), record: ownChildRow }),
  z.strictObject({ view: z.literal('shared'), waiting_from: plainDateColumn, reference: z.string(), record: sharedChildRow }),
])
const totalRow = z.strictObject({ total: z.int() })
const codeRow = z.strictObject({ code: z.string() })

/** The agencies whose shared rows count for a conversation: the own one and the partners'. */
const visibleAgencies = (actor: Asker) => sql`((${ownAgency(actor)}) or (${partnerAgencies(actor)}))`

const page = ({ actor, agencies, facts, limit, position }: PageAsked) => sql`
  with page as (
    (select 'own' as view, c.id, ${listedFrom('c', facts)} as waiting_from, c.reference
      from agency a join child c on ${ownWaiting(facts, position)}
      where ${ownAgency(actor)} and ${chosenAgencies(agencies)} order by ${listedFrom('c', facts)}, c.reference limit ${limit})
    union all
    (select 'shared', s.child_id, s.waiting_from, s.reference
      from agency a cross join lateral (
        select s.child_id, s.waiting_from, s.reference from child_shared s where ${sharedWaiting(facts, position)} order by s.waiting_from, s.reference limit ${limit}
      ) s
      where ${partnerAgencies(actor)} and ${chosenAgencies(agencies)} order by s.waiting_from, s.reference limit ${limit})
    order by waiting_from, reference limit ${limit}
  )
  select p.view, p.waiting_from, p.reference, case p.view
    when 'own' then (select row_to_json(o) from (${selectOwnChildren(sql`c.id = p.id`)}) o)
    else (select row_to_json(o) from (${selectSharedChildren(sql`s.child_id = p.id`)}) o) end as record
  from page p order by p.waiting_from, p.reference`

/** By reference, which is random: longest first would tell the wait of a row that hides it by its neighbours. */
const anonymousPage = ({ actor, agencies, facts, limit, position, today }: PageAsked) => sql`
  with ${needLevels(sql`${actor.partnershipId}::int`)}, page as (
    select s.* from agency a cross join lateral (
      select s.* from child_shared s where ${sharedWaiting(facts)} and s.reference > ${position?.reference ?? ''} order by s.reference limit ${limit}
    ) s
    where ${visibleAgencies(actor)} and ${chosenAgencies(agencies)} order by s.reference limit ${limit}
  )
  ${selectAnonymousChildren(sql`page c`, facts, today)} order by c.reference`

export const waitingStore = (trx: Transaction): WaitingStore => {
  const count = async (counted: ReturnType<typeof sql>): Promise<number> => totalRow.parse((await counted.execute(trx)).rows[0]).total
  return {
    unknownAgencies: async (actor, codes) => {
      const { rows } = await sql`select code from agency a where a.partnership_id = ${actor.partnershipId}`.execute(trx)
      const known = z.array(codeRow).parse(rows)
      return codes.filter((code) => !known.some((agency) => agency.code === code))
    },
    page: async (asked) => {
      const rows = z.array(pageRow).parse((await page(asked).execute(trx)).rows)
      return rows.map(({ waiting_from, reference, ...row }) => ({ ...row, position: { waitingFrom: waiting_from, reference } }))
    },
    total: ({ actor, agencies, facts }) =>
      count(sql`select (
        (select count(*) from agency a join child c on ${ownWaiting(facts)} where ${ownAgency(actor)} and ${chosenAgencies(agencies)})
        + (select count(*) from agency a join child_shared s on ${sharedWaiting(facts)} where ${partnerAgencies(actor)} and ${chosenAgencies(agencies)})
      )::int as total`),
    anonymousPage: async (asked) => z.array(anonymousRow).parse((await anonymousPage(asked).execute(trx)).rows),
    anonymousTotal: ({ actor, agencies, facts }) =>
      count(sql`select coalesce(sum(of_agency.waiting), 0)::int as total from (
        select count(*) as waiting from agency a join child_shared s on ${sharedWaiting(facts)} where ${visibleAgencies(actor)} and ${chosenAgencies(agencies)}
        group by a.id having count(*) >= ${sql.lit(saysSomething(facts) ? ENOUGH : 1)}
      ) of_agency`),
    figures: (asked) => figuresOf(trx, asked),
  }
}
