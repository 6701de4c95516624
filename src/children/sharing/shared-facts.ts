import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { PlainDate } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import { waitingBandLimits, waitingBandOf } from '../bands.ts'
import { AGE_BANDS, NEED_CATEGORIES, SEXES, STAGES, type AgeBand, type AnonymousChild, type Sex } from '../child-views.ts'
import { plainDateColumn } from '../plain-date-column.ts'

/*
 * Among all waiting children of the partnership at least three must share what a conversation is shown of one (design 3.3).
 * Facts are dropped in this order until they do: needs, the rarest first; sibling count; sex; stage; waiting band; age band.
 * Reference and agency stay. The agency counts as a fact of every row, and so do the facts of the query that the row answers.
 *
 * Each set of facts that could be shown is one probe that reads three entries of an index made for it (0002-waiting.sql), and
 * the next probe runs only when the one before has failed: the price of a row does not grow with the register.
 * An unknown sex or age is a value of its own, so that a blank which nobody dropped does not tell itself apart.
 */

/** What a query says about every child that it finds; the days limit the day on which the wait began. */
export interface QueryFacts {
  readonly ageBands?: readonly AgeBand[]
  readonly sex?: Sex
  readonly siblingGroup?: boolean
  readonly waitingSince?: PlainDate
  readonly waitingUntil?: PlainDate
}

/** True when the query says something about a child that is more than which agency places it. */
export const saysSomething = (facts: QueryFacts): boolean =>
  (facts.ageBands?.length ?? 0) > 0 ||
  facts.sex !== undefined ||
  facts.siblingGroup !== undefined ||
  facts.waitingSince !== undefined ||
  facts.waitingUntil !== undefined

/** How many must share what is shown (design 3.3). */
export const ENOUGH = 3

const truth = sql`true`

/** The query's facts as a condition on shared rows. */
export const sharedFactsHold = (alias: string, facts: QueryFacts): RawBuilder<unknown> => {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${alias}.${name}`)
  const conditions = [
    facts.ageBands?.length ? sql`${column('age_band')} = any(${[...facts.ageBands]}::text[])` : truth,
    facts.sex === undefined ? truth : sql`${column('sex_shown')} = ${facts.sex}`,
    facts.siblingGroup === undefined ? truth : facts.siblingGroup ? sql`${column('siblings_shown')} > 0` : sql`${column('siblings_shown')} = 0`,
    facts.waitingSince === undefined ? truth : sql`${column('waiting_from')} >= ${facts.waitingSince}::date`,
    facts.waitingUntil === undefined ? truth : sql`${column('waiting_from')} <= ${facts.waitingUntil}::date`,
  ].filter((condition) => condition !== truth)
  return conditions.length === 0 ? truth : sql.join(conditions, sql` and `)
}

const BITS = NEED_CATEGORIES.map((_, index) => 2 ** index)
const ALL_NEEDS = 2 ** NEED_CATEGORIES.length - 1
/** answers of `factsShown`: so much and the mask of needs, or how many of the other facts are left */
const WITH_NEEDS = 16
const LEFT = { none: 0, age: 1, waiting: 2, stage: 3, sex: 4 } as const
/** fewer than three children of the agency fit the query at all */
const NOT_EVEN_AGENCY = -1

/** A WITH part: which needs are kept at each step of dropping the rarest, as bit masks. Rarity is counted by the nightly job. */
export const needLevels = (partnership: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  need_levels as materialized (
    select 0 as step, ${sql.lit(ALL_NEEDS)} as keep, ${sql.lit(ALL_NEEDS)} as bit
    union all
    select (row_number() over rarest)::int, (${sql.lit(ALL_NEEDS)} - sum(b.bit) over rarest)::int, b.bit
    from unnest(array[${sql.join(BITS.map((bit) => sql.lit(bit)))}]) as b (bit)
    left join need_rarity r on r.bit = b.bit and r.partnership_id = ${partnership}
    window rarest as (order by coalesce(r.waiting, 0), b.bit)
  )`

/** A FROM part: the range of days in which a wait of row `c` would have begun to fall into the same band today. */
const bandOfRow = (today: PlainDate): RawBuilder<unknown> => {
  const { threeMonths, sixMonths, twelveMonths } = waitingBandLimits(today)
  return sql`lateral (select
    case when c.waiting_from > ${threeMonths}::date then ${threeMonths}::date when c.waiting_from > ${sixMonths}::date then ${sixMonths}::date
      when c.waiting_from > ${twelveMonths}::date then ${twelveMonths}::date else '-infinity'::date end as after,
    case when c.waiting_from > ${threeMonths}::date then 'infinity'::date when c.waiting_from > ${sixMonths}::date then ${threeMonths}::date
      when c.waiting_from > ${twelveMonths}::date then ${sixMonths}::date else ${twelveMonths}::date end as until
    ) band`
}

const SAME = {
  age: sql`x.age_band = c.age_band`,
  waiting: sql`x.waiting_from > band.after and x.waiting_from <= band.until`,
  stage: sql`x.stage = c.stage`,
  sex: sql`x.sex_shown = c.sex_shown`,
  siblings: sql`x.siblings_shown = c.siblings_shown`,
  needs: sql`(x.need_mask & n.mask) = n.mask`,
} as const

/** What may be shown of the waiting row `c`, as one number that `presentAnonymousChild` reads. */
const factsShown = (facts: QueryFacts): RawBuilder<unknown> => {
  const query = sharedFactsHold('x', facts)
  const threeShare = (...same: readonly (keyof typeof SAME)[]): RawBuilder<unknown> => sql`exists (
    select from child_shared x
    where x.partnership_id = c.partnership_id and x.is_waiting and x.agency_id = c.agency_id and ${sql.join([...same.map((name) => SAME[name]), query], sql` and `)}
    offset ${sql.lit(ENOUGH - 1)})`
  return sql`coalesce(
    (
      select ${sql.lit(WITH_NEEDS)} + n.mask
      from (select c.need_mask & l.keep as mask from need_levels l where l.step = 0 or (c.need_mask & l.bit) <> 0 order by l.step offset 0) n
      where ${threeShare('age', 'waiting', 'stage', 'sex', 'siblings', 'needs')} limit 1
    ),
    case when ${threeShare('age', 'waiting', 'stage', 'sex')} then ${sql.lit(LEFT.sex)}
      when ${threeShare('age', 'waiting', 'stage')} then ${sql.lit(LEFT.stage)}
      when ${threeShare('age', 'waiting')} then ${sql.lit(LEFT.waiting)}
      when ${threeShare('age')} then ${sql.lit(LEFT.age)}
      when ${threeShare()} then ${sql.lit(LEFT.none)}
      else ${sql.lit(NOT_EVEN_AGENCY)} end
  )`
}

export const anonymousRow = z.strictObject({
  child_id: z.uuid(),
  agency_id: z.int(),
  agency_code: z.string(),
  agency_name: z.string(),
  reference: z.string().transform((text) => text as ChildReference),
  is_waiting: z.boolean(),
  waiting_from: plainDateColumn,
  age_band: z.enum([...AGE_BANDS, 'unknown']),
  stage: z.enum(STAGES),
  sex_shown: z.enum([...SEXES, '']),
  siblings_shown: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  shown: z.int(),
})
export type AnonymousRow = z.output<typeof anonymousRow>

/** `from` is a row source that names shared rows `c`; the statement must have `needLevels` among its WITH parts. */
export const selectAnonymousChildren = (from: RawBuilder<unknown>, facts: QueryFacts, today: PlainDate): RawBuilder<unknown> => sql`
  select c.child_id, c.agency_id, a.code as agency_code, a.name as agency_name, c.reference, c.is_waiting, c.waiting_from, c.age_band, c.stage,
    c.sex_shown, c.siblings_shown,
    case when c.is_waiting then ${factsShown(facts)} else ${sql.lit(LEFT.none)} end as shown
  from ${from} join agency a on a.id = c.agency_id cross join ${bandOfRow(today)}`

/** True for a row that the query's own facts would single out: fewer than three children of its agency fit them. */
export const isSingledOut = (row: AnonymousRow, facts: QueryFacts): boolean => row.shown === NOT_EVEN_AGENCY && saysSomething(facts)

/** Lists its keys; shows of a child who no longer waits only that. */
export const presentAnonymousChild = (row: AnonymousRow, today: PlainDate): AnonymousChild => {
  const shown = row.is_waiting ? row.shown : LEFT.none
  const mask = shown >= WITH_NEEDS ? shown - WITH_NEEDS : 0
  return {
    view: 'anonymous',
    reference: row.reference,
    agency: { code: row.agency_code, name: row.agency_name },
    isWaiting: row.is_waiting,
    ageBand: shown >= LEFT.age && row.age_band !== 'unknown' ? row.age_band : null,
    waitingBand: shown >= LEFT.waiting ? waitingBandOf(row.waiting_from, today) : null,
    stage: shown >= LEFT.stage ? row.stage : null,
    sex: shown >= LEFT.sex && row.sex_shown !== '' ? row.sex_shown : null,
    siblings: shown >= WITH_NEEDS ? row.siblings_shown : null,
    needs: NEED_CATEGORIES.filter((_, index) => (mask & (2 ** index)) !== 0),
  }
}
