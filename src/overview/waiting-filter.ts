import { sql, type RawBuilder } from 'kysely'
import { addDays, type PlainDate } from '../core/plain-date.ts'
import { sharedFactsHold, type QueryFacts } from '../children/shared-facts.ts'
import type { WaitingFilter } from './waiting-list.ts'

/** What a filter says about every child that it leaves; the agency is a fact of each row anyway. Days count back from today. */
export const factsOf = (filter: WaitingFilter, today: PlainDate): QueryFacts => ({
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

const after = (alias: 'c' | 's', position: Position | undefined): RawBuilder<unknown>[] =>
  position === undefined
    ? []
    : [sql`(${sql.ref(`${alias}.waiting_from`)}, ${sql.ref(`${alias}.reference`)}) > (${position.waitingFrom}::date, ${position.reference})`]

/** The waiting shared rows `s` of agency `a` that the facts leave. */
export const sharedWaiting = (facts: QueryFacts, position?: Position): RawBuilder<unknown> =>
  sql.join([sql`s.partnership_id = a.partnership_id and s.agency_id = a.id and s.is_waiting`, sharedFactsHold('s', facts), ...after('s', position)], sql` and `)

/** The waiting private rows `c` of agency `a` that the facts leave. */
export const ownWaiting = (facts: QueryFacts, position?: Position): RawBuilder<unknown> => {
  const conditions = [sql`c.agency_id = a.id and c.is_waiting`]
  if (facts.ageBands?.length) conditions.push(sql`c.age_band = any(${[...facts.ageBands]}::text[])`)
  if (facts.sex !== undefined) conditions.push(sql`c.sex = ${facts.sex}`)
  if (facts.siblingGroup !== undefined) conditions.push(facts.siblingGroup ? sql`c.sibling_count > 0` : sql`c.sibling_count = 0`)
  if (facts.waitingSince !== undefined) conditions.push(sql`c.waiting_from >= ${facts.waitingSince}::date`)
  if (facts.waitingUntil !== undefined) conditions.push(sql`c.waiting_from <= ${facts.waitingUntil}::date`)
  return sql.join([...conditions, ...after('c', position)], sql` and `)
}
