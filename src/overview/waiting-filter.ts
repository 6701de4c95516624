import { sql, type RawBuilder } from 'kysely'
import { addDays, type PlainDate } from '../core/plain-date.ts'
import { MINORITY_CODES, YOUNGER_THAN } from '../children/harder-to-place.ts'
import { sharedFactsHold, type QueryFacts } from '../children/sharing/shared-facts.ts'
import type { List, Standing } from '../children/child-views.ts'
import type { Actor } from '../core/actor.ts'
import type { WorkerId } from '../core/ids.ts'
import type { WaitingFilter } from './waiting-list.ts'

/** The query's facts, and what only an entitled view is narrowed by. */
export interface ListFacts extends QueryFacts {
  readonly list: List
  readonly standings?: readonly Standing[]
  readonly changedSince?: PlainDate
  readonly withoutProfile?: boolean
  readonly mineOf?: WorkerId
  readonly unborn?: boolean
  readonly harderToPlace?: boolean
}

/** What a filter says about every child that it leaves; the agency is a fact of each row anyway. Days count back from today. */
export const factsOf = (filter: WaitingFilter, actor: Pick<Actor, 'workerId'> | undefined, today: PlainDate): ListFacts => ({
  list: filter.list ?? 'waiting',
  ...(filter.standings?.length ? { standings: filter.standings } : {}),
  ...(filter.changedSince === undefined ? {} : { changedSince: filter.changedSince }),
  ...(filter.withoutProfile === true ? { withoutProfile: true } : {}),
  ...(filter.mine === true && actor !== undefined ? { mineOf: actor.workerId } : {}),
  ...(filter.unborn === true ? { unborn: true } : {}),
  ...(filter.harderToPlace === true ? { harderToPlace: true } : {}),
  ageBands: filter.ageBands,
  ...(filter.sex === undefined ? {} : { sex: filter.sex }),
  ...(filter.siblingGroup === undefined ? {} : { siblingGroup: filter.siblingGroup }),
  ...(filter.minDays === undefined ? {} : { waitingUntil: addDays(today, -filter.minDays) }),
  ...(filter.maxDays === undefined ? {} : { waitingSince: addDays(today, -filter.maxDays) }),
})

/** Longest first; a row comes after the one where the page before ended. */
export interface Position {
  readonly waitingFrom: PlainDate
  readonly reference: string
}

/** The column that a list goes by: the open children who do not wait yet come last. */
export const listedFrom = (alias: 'c' | 's', { list }: Pick<ListFacts, 'list'>): RawBuilder<unknown> =>
  sql.ref(`${alias}.${list === 'open' && alias === 'c' ? 'listed_from' : 'waiting_from'}`)

const after = (alias: 'c' | 's', facts: ListFacts, position: Position | undefined): RawBuilder<unknown>[] =>
  position === undefined ? [] : [sql`(${listedFrom(alias, facts)}, ${sql.ref(`${alias}.reference`)}) > (${position.waitingFrom}::date, ${position.reference})`]

const inList = (alias: 'c' | 's', list: List): RawBuilder<unknown> =>
  sql.ref(`${alias}.${{ waiting: 'is_waiting', 'order-not-placed': 'is_order_not_placed', open: 'is_open' }[list]}`)

/** A child outside both stocks has no standing. */
export const inStock = (alias: 'c' | 's'): RawBuilder<unknown> => sql`(${inList(alias, 'waiting')} or ${inList(alias, 'order-not-placed')})`

const narrowed = (alias: 'c' | 's', facts: ListFacts): RawBuilder<unknown>[] => [
  ...(facts.standings === undefined ? [] : [sql`${inStock(alias)} and ${sql.ref(`${alias}.standing`)} = any(${[...facts.standings]}::text[])`]),
  ...(facts.changedSince === undefined ? [] : [sql`${sql.ref(`${alias}.changed_on`)} >= ${facts.changedSince}::date`]),
]

/** The shared rows `s` of agency `a` that the facts leave; none where the question is about the own agency's children only. */
export const sharedWaiting = (facts: ListFacts, position?: Position): RawBuilder<unknown> => {
  if (facts.list === 'open' || facts.withoutProfile === true || facts.mineOf !== undefined || facts.unborn === true) return sql`false`
  return sql.join(
    [
      sql`s.partnership_id = a.partnership_id and s.agency_id = a.id and ${inList('s', facts.list)}`,
      sharedFactsHold('s', facts),
      ...narrowed('s', facts),
      ...(facts.harderToPlace === true ? [sql`s.harder_to_place <> '{}'`] : []),
      ...after('s', facts, position),
    ],
    sql` and `,
  )
}

/** As `harderToPlace` of children tells the reasons of today, of a private row. */
const isHarderToPlace = sql`(c.disability or c.sibling_count > 0 or c.age_years >= ${sql.lit(YOUNGER_THAN)} or c.ethnicity = any(${[...MINORITY_CODES]}::text[])
  or exists (select from child_need n where n.agency_id = c.agency_id and n.child_id = c.id and n.category = 'health' and n.grade = 'significant'))`

/** The private rows `c` of agency `a` that the facts leave. */
export const ownWaiting = (facts: ListFacts, position?: Position): RawBuilder<unknown> => {
  const conditions = [sql`c.agency_id = a.id and ${inList('c', facts.list)}`]
  if (facts.ageBands?.length) conditions.push(sql`c.age_band = any(${[...facts.ageBands]}::text[])`)
  if (facts.sex !== undefined) conditions.push(sql`c.sex = ${facts.sex}`)
  if (facts.siblingGroup !== undefined) conditions.push(facts.siblingGroup ? sql`c.sibling_count > 0` : sql`c.sibling_count = 0`)
  if (facts.waitingSince !== undefined) conditions.push(sql`c.waiting_from >= ${facts.waitingSince}::date`)
  if (facts.waitingUntil !== undefined) conditions.push(sql`c.waiting_from <= ${facts.waitingUntil}::date`)
  if (facts.withoutProfile === true) conditions.push(sql`c.profile_live is null`)
  if (facts.mineOf !== undefined) conditions.push(sql`(c.worker_id = ${facts.mineOf} or c.social_worker_id = ${facts.mineOf})`)
  if (facts.unborn === true) conditions.push(sql`c.born_enc is null and c.expected_birth is not null`)
  if (facts.harderToPlace === true) conditions.push(isHarderToPlace)
  return sql.join([...conditions, ...narrowed('c', facts), ...after('c', facts, position)], sql` and `)
}
