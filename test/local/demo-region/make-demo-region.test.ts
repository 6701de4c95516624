import { sql } from 'kysely'
import { ROLES } from '../../../src/core/actor.ts'
import { addMonths, type PlainDate } from '../../../src/core/plain-date.ts'
import { journeyFaults } from '../../../src/children/journey/journey-faults.ts'
import { journeyFactsOf } from '../../../src/children/journey/journey-edits.ts'
import { DEMO_AGENCIES } from '../../../src/local/demo-region/agencies.ts'
import { inventChildren } from '../../../src/local/demo-region/invent-children.ts'
import { makeDemoRegion } from '../../../src/local/demo-region/make-demo-region.ts'
import { DEMO_PEOPLE } from '../../../src/local/demo-region/people.ts'
import { cipher, clock, TODAY } from '../../children/a-child.ts'
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { rowsOfQuery } from '../../support/rows.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const NOBODY = { finders: [], socialWorkers: [] }
const make = (today: PlainDate = TODAY) => makeDemoRegion({ database, cipher, keyCheck: 'check', ...clock(today) })
const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)

test('a second start changes nothing', async () => {
  await database.truncate()
  expect(await make()).toBe(true)
  const before = await rowsOf(sql`select id, version, changed_at from child order by id`)
  expect(await make(addMonths(TODAY, 1))).toBe(false)
  expect(await rowsOf(sql`select id, version, changed_at from child order by id`)).toEqual(before)
})

test('Leicestershire has 27 children with a placement order who are not placed: 15 boys, 12 girls, six pairs', async () => {
  const [found] = await rowsOf(sql`select count(*)::int as children, (count(*) filter (where sex = 'male'))::int as boys,
    (count(*) filter (where sex = 'female'))::int as girls, count(distinct sibling_group)::int as groups, (count(*) filter (where sibling_count = 1))::int as in_pairs
    from child where agency_id = 1 and placement_order is not null and placed is null and adoption_order is null and plan_ended is null`)
  expect(found).toEqual({ children: 27, boys: 15, girls: 12, groups: 6, in_pairs: 12 })
  const standings =
    await rowsOf(sql`select standing, count(*)::int as n from child where agency_id = 1 and is_order_not_placed and standing in ('linked', 'foster-carer-link')
    group by standing order by standing`)
  expect(standings).toEqual([
    { standing: 'foster-carer-link', n: 2 },
    { standing: 'linked', n: 8 },
  ])
})

test('there are about 150 children, and who is not decided on has no shared row', async () => {
  const [found] = await rowsOf(sql`select count(*)::int as children, (select count(*)::int from child_shared) as shared,
    (count(*) filter (where adm_decision is null))::int as undecided from child`)
  const { children, shared, undecided } = found as Record<'children' | 'shared' | 'undecided', number>
  expect(children).toBeGreaterThan(140)
  expect(children).toBeLessThan(165)
  expect(shared).toBe(children - undecided)
  expect(undecided).toBeGreaterThan(0)
})

test.each(['2026-11-22', '2024-02-29', '2027-03-31'] as PlainDate[])('made on %s, every journey is one that can be', (today) => {
  for (const { child, secrets } of inventChildren(today, () => NOBODY)) expect(journeyFaults(journeyFactsOf(child, secrets.born), today)).toEqual([])
})

test('children, references and names are the same at every start', () => {
  expect(inventChildren(TODAY, () => NOBODY)).toEqual(inventChildren(TODAY, () => NOBODY))
  expect(new Set(inventChildren(TODAY, () => NOBODY).map(({ child }) => child.reference)).size).toBe(inventChildren(TODAY, () => NOBODY).length)
})

test('each agency has somebody for each role, hub coordinators at the hub', () => {
  const rolesAt = (code: string) =>
    new Set(DEMO_PEOPLE.flatMap(({ memberships }) => memberships.filter(({ agency }) => agency === code).flatMap(({ roles }) => roles)))
  expect([...rolesAt('HUB')].sort()).toEqual(['administrator', 'hub-coordinator', 'information-governance'])
  for (const { code, isHub, tenantId } of DEMO_AGENCIES)
    if (!isHub && tenantId !== null) expect([...rolesAt(code)].sort()).toEqual(ROLES.filter((role) => role !== 'hub-coordinator').sort())
  expect(new Set(DEMO_PEOPLE.map(({ objectId }) => objectId)).size).toBe(DEMO_PEOPLE.length)
  expect(
    DEMO_PEOPLE.filter(({ standing }) => standing !== 'works')
      .map(({ standing }) => standing)
      .sort(),
  ).toEqual(['guest', 'left', 'no-role', 'unknown-tenant'])
})

test('it is not made in a live register', async () => {
  await database.truncate()
  await database.asOwner((trx) => sql`insert into partnership (id, name, kind, key_check) values (1, 'Region', 'live', '')`.execute(trx))
  await expect(make()).rejects.toThrow('live')
})
