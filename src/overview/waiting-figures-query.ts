import { sql } from 'kysely'
import * as z from 'zod'
import { waitingBandLimits } from '../children/bands.ts'
import { LISTS, STANDINGS, type List, type Standing } from '../children/child-views.ts'
import type { Transaction } from '../database/transaction.ts'
import { inStock, ownWaiting, sharedWaiting, type ListFacts } from './waiting-filter.ts'
import type { WaitingFigures } from './waiting-list.ts'
import type { WaitingAsked } from './waiting-asked.ts'
import { chosenAgencies, ownAgency, partnerAgencies } from './waiting-visibility.ts'

const named = <N extends List | Standing>(names: readonly N[], counts: readonly number[]) =>
  Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0])) as Record<N, number>

const figuresRow = z.strictObject({
  total: z.int(),
  boys: z.int(),
  girls: z.int(),
  in_sibling_groups: z.int(),
  longest_days: z.int().nullable(),
  median_days: z.number().nullable(),
  by_standing: z.array(z.int()).length(STANDINGS.length),
  lists: z.array(z.int()).length(LISTS.length),
  without_order: z.int(),
  with_order: z.int(),
  by_waiting_band: z.array(z.int()),
  by_agency: z.array(z.strictObject({ code: z.string(), name: z.string(), total: z.int() })),
})

/** Whoever is in no stock waits for nothing. */
const waitingFrom = (alias: 'c' | 's') => sql`case when ${inStock(alias)} then ${sql.ref(`${alias}.waiting_from`)} end`

/** How many each list would have under the same other filters. */
const countOf = (list: List, { actor, agencies, facts }: WaitingAsked) => {
  const of: ListFacts = { ...facts, list }
  return sql`((select count(*) from agency a join child c on ${ownWaiting(of)} where ${ownAgency(actor)} and ${chosenAgencies(agencies)})
    + (select count(*) from agency a join child_shared s on ${sharedWaiting(of)} where ${partnerAgencies(actor)} and ${chosenAgencies(agencies)}))::int`
}

/** Counts over exactly the rows that the list would show, in one statement; waits, stage and standing are told of those who are in a stock. */
export const figuresOf = async (trx: Transaction, asked: WaitingAsked): Promise<Omit<WaitingFigures, 'thresholds'>> => {
  const { actor, agencies, facts, today } = asked
  const { threeMonths, sixMonths, twelveMonths } = waitingBandLimits(today)
  const { rows } = await sql`
    with waiting as (
      select a.code, a.name, c.sex, c.sibling_count, ${inStock('c')} as in_stock, ${waitingFrom('c')} as waiting_from, c.standing, c.is_order_not_placed as has_order
        from agency a join child c on ${ownWaiting(facts)} where ${ownAgency(actor)} and ${chosenAgencies(agencies)}
      union all
      select a.code, a.name, s.sex, s.sibling_count, ${inStock('s')}, ${waitingFrom('s')}, s.standing, s.is_order_not_placed
        from agency a join child_shared s on ${sharedWaiting(facts)} where ${partnerAgencies(actor)} and ${chosenAgencies(agencies)}
    )
    select count(*)::int as total,
      (count(*) filter (where sex = 'male'))::int as boys,
      (count(*) filter (where sex = 'female'))::int as girls,
      (count(*) filter (where sibling_count > 0))::int as in_sibling_groups,
      ${today}::date - min(waiting_from) as longest_days,
      percentile_cont(0.5) within group (order by ${today}::date - waiting_from) as median_days,
      array[${sql.join(STANDINGS.map((standing) => sql`(count(*) filter (where in_stock and standing = ${standing}))::int`))}] as by_standing,
      array[${sql.join(LISTS.map((list) => countOf(list, asked)))}] as lists,
      (count(*) filter (where in_stock and not has_order))::int as without_order,
      (count(*) filter (where has_order))::int as with_order,
      array[
        (count(*) filter (where waiting_from > ${threeMonths}::date))::int,
        (count(*) filter (where waiting_from <= ${threeMonths}::date and waiting_from > ${sixMonths}::date))::int,
        (count(*) filter (where waiting_from <= ${sixMonths}::date and waiting_from > ${twelveMonths}::date))::int,
        (count(*) filter (where waiting_from <= ${twelveMonths}::date))::int
      ] as by_waiting_band,
      coalesce((select json_agg(row_to_json(g) order by g.name) from (select code, name, count(*)::int as total from waiting group by code, name) g), '[]') as by_agency
    from waiting`.execute(trx)
  const row = figuresRow.parse(rows[0])
  return {
    total: row.total,
    boys: row.boys,
    girls: row.girls,
    inSiblingGroups: row.in_sibling_groups,
    longestDays: row.longest_days,
    medianDays: row.median_days,
    lists: named(LISTS, row.lists),
    byStanding: named(STANDINGS, row.by_standing),
    byStage: { admDecision: row.without_order, placementOrder: row.with_order },
    byWaitingBand: row.by_waiting_band,
    byAgency: row.by_agency,
  }
}
