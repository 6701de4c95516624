import { sql } from 'kysely'
import type { Actor } from '../../src/core/actor.ts'
import { newId } from '../../src/core/ids.ts'
import type { Transaction } from '../../src/database/transaction.ts'
import { AGENCIES, PARTNERSHIP, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

/*
 * The second wall alone: every statement here leaves the agency out of its WHERE, as a forgotten predicate would.
 */
const LEICS = AGENCIES.LEICS.id
const CITY = AGENCIES.CITY.id
const HUB = AGENCIES.HUB.id

let database: TestDatabase
let finder: Actor
const childOfLeics = newId()
const childOfCity = newId()

const asAgency = <Row = Record<string, unknown>>(agencyId: number, statement: string): Promise<readonly Row[]> =>
  database.inAgency(agencyId, PARTNERSHIP, async (trx) => (await sql.raw<Row>(statement).execute(trx)).rows)

const aChild = async (trx: Transaction, agencyId: number, id: string): Promise<void> => {
  const reference = id === childOfLeics ? 'FF-7K3Q0' : 'FF-00000'
  await sql`insert into child (id, agency_id, reference, changed_at) values (${id}, ${agencyId}, ${reference}, now())`.execute(trx)
  await sql`insert into child_key (child_id, agency_id, wrapped) values (${id}, ${agencyId}, '\\x00')`.execute(trx)
  await sql`insert into child_need (agency_id, child_id, category, grade) values (${agencyId}, ${id}, 'health', 'some')`.execute(trx)
  await sql`insert into child_shared (child_id, agency_id, partnership_id, reference, age_band, stage, waiting_from, is_waiting, changed_at)
    values (${id}, ${agencyId}, ${PARTNERSHIP}, ${reference}, '1–2', 'admDecision', '2026-01-05', true, now())`.execute(trx)
}

const fill = (actor: Actor, child: string): Promise<void> =>
  database.inAgency(actor.agencyId, PARTNERSHIP, async (trx) => {
    await aChild(trx, actor.agencyId, child)
    await sql`insert into conversation (id, agency_id, kind, name, tenant_id, service_url) values ('19:x', ${actor.agencyId}, 'agency', 'Family finding', ${actor.tenantId}, 'https://x')`.execute(
      trx,
    )
    await sql`insert into meeting (id, agency_id, reference, kind, first_on, starts_at, minutes, every_weeks, weekday, organiser_id, state, requested_at)
      values (${newId()}, ${actor.agencyId}, ${`MT-${actor.agencyId.toString()}`}, 'tracking', '2026-11-24', '10:00', 60, 2, 'tuesday', ${actor.workerId}, 'booked', now())`.execute(
      trx,
    )
    await sql`insert into sharing_change (id, agency_id, at, worker_id, was, became, reason)
      values (${newId()}, ${actor.agencyId}, now(), ${actor.workerId}, 'adm-decision', 'placement-order', 'x')`.execute(trx)
    await sql`insert into child_stop_word (agency_id, child_id, hash, kind, entry, at) values (${actor.agencyId}, ${child}, ${new Uint8Array(32)}, 'name', ${newId()}, now())`.execute(
      trx,
    )
    await sql`insert into checked_text (id, agency_id, author_id, author_name, subject_id, subject_agency_id, purpose, text_enc, content_hash, state, written_at, changed_at)
      values (${newId()}, ${actor.agencyId}, ${actor.workerId}, 'x', ${child}, ${actor.agencyId}, 'profile', '\\x00', '\\x00', 'draft', now(), now())`.execute(
      trx,
    )
    await sql`insert into job (id, agency_id, kind, payload, run_at) values (${newId()}, ${actor.agencyId}, 'x', '{}', now())`.execute(trx)
    await sql`insert into idempotency (agency_id, worker_id, key, verb, at) values (${actor.agencyId}, ${actor.workerId}, 'k', 'x', now())`.execute(trx)
    await sql`insert into audit (id, agency_id, subject_agency_id, at, actor, verb, outcome) values (${newId()}, ${actor.agencyId}, ${actor.agencyId}, now(), 'x', 'child.read', 'done')`.execute(
      trx,
    )
    await sql`insert into post (id, agency_id, author_id, conversation_id, post_group, subject_type, subject_ids, subject_agencies, subject_children, content_hash, readers_hash, state, requested_at, conversation_agency_id, conversation_name, author_name)
      values (${newId()}, ${actor.agencyId}, ${actor.workerId}, '19:x', ${newId()}, 'child', ${[child]}, ${[actor.agencyId]}, '[]', 'x', 'x', 'sent', now(), ${actor.agencyId}, 'Family finding', ${actor.name})`.execute(
      trx,
    )
  })

beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
  finder = await aWorker(database, { agency: 'LEICS' })
  await fill(finder, childOfLeics)
  await fill(await aWorker(database, { agency: 'CITY' }), childOfCity)
})
afterAll(() => database.close())

const PRIVATE = [
  'worker',
  'worker_role',
  'child',
  'child_key',
  'child_need',
  'conversation',
  'meeting',
  'job',
  'idempotency',
  'audit',
  'post',
  'sharing_change',
  'child_stop_word',
  'checked_text',
] as const

test('every table that names an agency forces row-level security, but the list of agencies itself', async () => {
  const open = await rowsOf<{ name: string }>(
    database,
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('agency_id', 'partnership_id')
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(open.map(({ name }) => name)).toEqual(['agency'])
})

test('an agency changes from when it shares itself, no other agency and nothing else of its own', async () => {
  await asAgency(CITY, `update agency set shares_from = 'placement-order'`)
  expect(await rowsOf(database, `select code from agency where shares_from = 'placement-order'`)).toEqual([{ code: 'CITY' }])
  for (const change of [`tenant_id = null`, `name = 'Ours'`, `served_by = 1`, `is_hub = true`, `mailbox = 'x@y.example'`])
    await expect(asAgency(CITY, `update agency set ${change}`)).rejects.toThrow('permission denied')
  await expect(asAgency(CITY, `update sharing_change set reason = 'other'`)).rejects.toThrow('permission denied')
  await expect(asAgency(CITY, `delete from agency`)).rejects.toThrow('permission denied')
})

test('no policy holds a subquery, and none is for everybody', async () => {
  const policies = await rowsOf<{ policyname: string; roles: string; text: string }>(
    database,
    `select policyname, roles::text as roles, coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies`,
  )
  expect(policies.length).toBeGreaterThan(20)
  expect(policies.filter(({ roles, text }) => /public/u.test(roles) || /select/iu.test(text))).toEqual([])
})

test('the roles of the register can neither log in, nor go round row-level security, nor own anything', async () => {
  const roles = await rowsOf<{ rolname: string; owns: boolean }>(
    database,
    `select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as can, exists (select from pg_class where relowner = pg_roles.oid) as owns
     from pg_roles where rolname like 'ff\\_%' order by rolname`,
  )
  expect(roles).toEqual(
    ['ff_app', 'ff_break_glass', 'ff_dispatch', 'ff_purge', 'ff_seal', 'ff_sign_in'].map((rolname) => ({ rolname, can: false, owns: false })),
  )
})

test.each(PRIVATE)("%s: an agency sees its own rows, the other's and the hub's sight ends before them", async (table) => {
  const count = async (agencyId: number): Promise<unknown> => (await asAgency(agencyId, `select count(*) as rows from ${table}`))[0]?.['rows']
  expect([await count(LEICS), await count(CITY), await count(HUB)]).toEqual([1, 1, 0])
})

test.each([...PRIVATE, 'child_shared'])('%s: without an agency there is no row', async (table) => {
  const { rows } = await database.asOwner(async (trx) => {
    await sql`set local role ff_app`.execute(trx)
    return sql.raw(`select * from ${table}`).execute(trx)
  })
  expect(rows).toEqual([])
})

test('the agency of one transaction is gone in the next, also after one that failed', async () => {
  await asAgency(LEICS, 'select 1')
  await expect(asAgency(LEICS, 'select 1 from nowhere')).rejects.toThrow('does not exist')
  const { rows } = await database.asNamedJob('sign-in', (trx) =>
    sql`select nullif(current_setting('app.agency', true), '') as agency, current_user as role`.execute(trx),
  )
  expect(rows).toEqual([{ agency: null, role: 'ff_sign_in' }])
})

test('the partnership reads shared rows; only the placing agency writes them', async () => {
  expect(await asAgency(HUB, 'select reference from child_shared order by reference')).toEqual([{ reference: 'FF-00000' }, { reference: 'FF-7K3Q0' }])
  expect(await database.inAgency(HUB, 2, async (trx) => (await sql`select reference from child_shared`.execute(trx)).rows)).toEqual([])
  expect(await asAgency(CITY, `update child_shared set next_step = 'x' where child_id = '${childOfLeics}' returning 1`)).toEqual([])
  expect(await asAgency(CITY, `delete from child_shared where child_id = '${childOfLeics}' returning 1`)).toEqual([])
})

test.each([
  `insert into child (id, agency_id, reference, changed_at) values ('${newId()}', ${LEICS.toString()}, 'FF-X', now())`,
  `insert into child_need (agency_id, child_id, category, grade) values (${LEICS.toString()}, '${childOfLeics}', 'learning', 'some')`,
  `insert into child_shared (child_id, agency_id, partnership_id, reference, age_band, stage, waiting_from, is_waiting, changed_at)
     values ('${childOfCity}', ${LEICS.toString()}, 1, 'FF-Y', '1–2', 'admDecision', '2026-01-05', true, now())`,
  `insert into job (id, agency_id, kind, payload, run_at) values ('${newId()}', ${LEICS.toString()}, 'x', '{}', now())`,
  `insert into audit (id, agency_id, subject_agency_id, at, actor, verb, outcome) values ('${newId()}', ${LEICS.toString()}, ${CITY.toString()}, now(), 'x', 'x', 'done')`,
  `update child set agency_id = ${LEICS.toString()}`,
  `update worker set agency_id = ${LEICS.toString()}`,
])('a row cannot be put into another agency: %#', async (statement) => {
  await expect(asAgency(CITY, statement)).rejects.toThrow('row-level security')
})

test("another agency's row cannot be changed", async () => {
  for (const table of ['child', 'worker', 'meeting', 'conversation'])
    expect(await asAgency(CITY, `update ${table} set agency_id = agency_id where agency_id = 1 returning 1`)).toEqual([])
})

test.each([
  'delete from audit',
  'update audit set verb = verb',
  'truncate audit',
  'select * from audit_seal',
  'delete from child',
  'delete from child_key',
  'delete from child_change',
  'delete from retention_hold',
  'delete from record_export',
  'update retention_hold set reason = reason',
  'update record_export set receipt = receipt',
  'insert into purged_child select * from purged_child',
  'update purged_child set receipt = receipt',
  'delete from purged_child',
  'select * from purged_reference',
  'update job set state = state',
  'update post set agency_id = agency_id',
  'update post set author_name = author_name',
  'update idempotency set verb = verb',
  'create table x (id int)',
  'alter table child disable row level security',
])('the app may not: %s', async (statement) => {
  await expect(asAgency(LEICS, statement)).rejects.toThrow(/permission denied|must be owner/u)
})

const asSignIn = (statement: string) => database.asNamedJob('sign-in', (trx) => sql.raw(statement).execute(trx))

test('sign-in finds people of every agency, changes their choice and reads nothing else', async () => {
  expect((await asSignIn('select id from worker')).rows).toHaveLength(2)
  expect((await asSignIn('select role from worker_role')).rows).toHaveLength(2)
  expect((await asSignIn('select code from agency')).rows).toHaveLength(7)
  await asSignIn('update worker set chosen_at = now()')
  for (const statement of [
    "update worker set name = 'x'",
    'select * from child',
    'select * from child_shared',
    'select * from audit',
    'select * from job',
    'insert into worker_role select * from worker_role',
  ])
    await expect(asSignIn(statement)).rejects.toThrow('permission denied')
})

test.each(['agency_id', 'kind', 'payload', 'queue'])('who hands out jobs cannot change the %s of one', async (column) => {
  const asDispatch = (statement: string) => database.asNamedJob('dispatch', (trx) => sql.raw(statement).execute(trx))
  await expect(asDispatch(`update job set ${column} = ${column}`)).rejects.toThrow('permission denied')
})

/** A grant of Leicester City's manager on a record of another agency. */
const aGrant = async (ownerAgencyId: number, child: string, expiresAt: string): Promise<string> => {
  const id = newId()
  const city = await aWorker(database, { agency: 'CITY' })
  await database.inAgency(CITY, PARTNERSHIP, (trx) =>
    sql`insert into break_glass_grant (id, agency_id, owner_agency_id, child_id, reference, worker_id, worker_name, reason, sentence, granted_at, expires_at)
      values (${id}, ${CITY}, ${ownerAgencyId}, ${child}, 'FF-7K3Q0', ${city.workerId}, 'x', 'x', 'x', '2026-11-22T09:00:00Z', ${expiresAt})`.execute(trx),
  )
  return id
}
const glass = (ownerAgencyId: number, grantId: string, statement: string, at = '2026-11-22T09:30:00Z') =>
  database.breakGlass({ ownerAgencyId, grantId, at: new Date(at) }, async (trx) => (await sql.raw(statement).execute(trx)).rows)

test('break-glass opens the one record of a grant that runs, and changes nothing', async () => {
  const grant = await aGrant(LEICS, childOfLeics, '2026-11-22T10:00:00Z')
  expect(await glass(LEICS, grant, 'select id from child')).toEqual([{ id: childOfLeics }])
  expect(await glass(LEICS, grant, 'select child_id from child_key')).toEqual([{ child_id: childOfLeics }])
  expect(await glass(LEICS, grant, 'select child_id from child_need')).toEqual([{ child_id: childOfLeics }])
  expect(await glass(LEICS, grant, 'select child_id from child_shared')).toEqual([{ child_id: childOfLeics }])
  expect(await glass(LEICS, grant, 'select name from worker')).toEqual([{ name: finder.name }])
  for (const statement of [
    'update child set sex = sex',
    'delete from child_need',
    'select reference from child_shared',
    'select object_id from worker',
    'select * from worker_role',
    'select * from audit',
    'select * from child_change',
    'select worker_name from break_glass_grant',
    'update break_glass_grant set expires_at = expires_at',
  ])
    await expect(glass(LEICS, grant, statement)).rejects.toThrow('permission denied')
})

test('without a grant that runs, of that very agency, no record is open and nothing is done', async () => {
  const running = await aGrant(LEICS, childOfLeics, '2026-11-22T10:00:00Z')
  const over = await aGrant(LEICS, childOfLeics, '2026-11-22T09:30:00Z')
  const notTheirs = await aGrant(LEICS, childOfCity, '2026-11-22T10:00:00Z')
  expect(await glass(LEICS, over, 'select id from child')).toBeUndefined()
  expect(await glass(LEICS, running, 'select id from child', '2026-11-22T10:00:00Z')).toBeUndefined()
  expect(await glass(LEICS, newId(), 'select id from child')).toBeUndefined()
  expect(await glass(HUB, running, 'select id from child')).toBeUndefined()
  expect(await glass(LEICS, notTheirs, 'select id from child')).toEqual([])
  await expect(glass(LEICS, "x'; drop table child; --", 'select 1')).rejects.toThrow('uuid')
})

test('the break-glass role alone, without a record named, reads no child; its audit lines are about the owner’s records', async () => {
  const grant = await aGrant(LEICS, childOfLeics, '2026-11-22T10:00:00Z')
  const { rows } = await database.asOwner(async (trx) => {
    await sql`set local role ff_break_glass`.execute(trx)
    await sql`select set_config('app.agency', ${LEICS.toString()}, true)`.execute(trx)
    return sql`select id from child union all select child_id from child_key union all select child_id from child_need union all select child_id from child_shared`.execute(
      trx,
    )
  })
  expect(rows).toEqual([])
  const line = (subject: number) =>
    `insert into audit (id, agency_id, subject_agency_id, at, actor, verb, outcome) values ('${newId()}', ${CITY.toString()}, ${subject.toString()}, now(), 'x', 'breakglass.read', 'done')`
  await expect(glass(LEICS, grant, line(HUB))).rejects.toThrow('row-level security')
})

test('a grant and its notices: both agencies read the grant, each its own notice; nobody grants for another or changes one', async () => {
  const grant = await aGrant(LEICS, childOfLeics, '2026-11-22T10:00:00Z')
  const count = async (agencyId: number, statement: string) => (await asAgency(agencyId, statement)).length
  const mine = `select id from break_glass_grant where id = '${grant}'`
  expect([await count(CITY, mine), await count(LEICS, mine), await count(HUB, mine)]).toEqual([1, 1, 0])
  const notice = (agencyId: number, from: number) =>
    `insert into break_glass_notice (id, agency_id, from_agency_id, grant_id, at) values ('${newId()}', ${agencyId.toString()}, ${from.toString()}, '${grant}', now())`
  await asAgency(CITY, notice(LEICS, CITY))
  await asAgency(CITY, notice(CITY, CITY))
  await expect(asAgency(LEICS, notice(LEICS, CITY))).rejects.toThrow('row-level security')
  for (const agencyId of [CITY, LEICS, HUB])
    expect(await asAgency(agencyId, 'select agency_id from break_glass_notice')).toEqual(agencyId === HUB ? [] : [{ agency_id: agencyId }])
  await expect(asAgency(LEICS, mine.replace('select id from', 'update').replace('where', 'set sentence = sentence where'))).rejects.toThrow('permission denied')
  await expect(
    asAgency(
      HUB,
      `insert into break_glass_grant select gen_random_uuid(), ${CITY.toString()}, ${LEICS.toString()}, '${childOfLeics}', 'x', '${finder.workerId}', 'x', 'x', 'x', now(), now() + interval '1 hour'`,
    ),
  ).rejects.toThrow('row-level security')
})

test.each([0, -1, 1.5, NaN, 2 ** 31, Number('1; reset role')])('no agency %p', async (agencyId) => {
  await expect(database.inAgency(agencyId, PARTNERSHIP, () => Promise.resolve())).rejects.toThrow('not a positive integer')
  await expect(database.inAgency(LEICS, agencyId, () => Promise.resolve())).rejects.toThrow('not a positive integer')
})

test('inside a transaction no other can be opened, and a handle is dead after its end', async () => {
  await expect(asAgencyInside()).rejects.toThrow('A transaction is already open here')
  const kept = await database.inAgency(LEICS, PARTNERSHIP, (trx) => Promise.resolve({ trx }))
  await expect(sql`select 1`.execute(kept.trx)).rejects.toThrow('This transaction has ended')
  await expect(database.inAgency(LEICS, PARTNERSHIP, ({ transaction }) => Promise.resolve(transaction))).resolves.toBeDefined()
})
const asAgencyInside = () => database.inAgency(LEICS, PARTNERSHIP, () => asAgency(CITY, 'select 1'))

test('columns read alike on both engines', async () => {
  const [row] = await rowsOf(
    database,
    `select 9007199254740991::int8 as whole, 9007199254740993::int8 as large, '2026-03-29'::date as day, '2026-03-29T00:30:00Z'::timestamptz as at,
       array['2026-03-29'::date, null] as days, array[1, 2]::int8[] as numbers, '{"a":[1]}'::jsonb as json, '{a,"b c"}'::text[] as texts, 1.5::float8 as real, true as yes, null as nothing`,
  )
  expect(row).toEqual({
    whole: 9007199254740991,
    large: 9007199254740993n,
    day: '2026-03-29',
    at: new Date('2026-03-29T00:30:00Z'),
    days: ['2026-03-29', null],
    numbers: [1, 2],
    json: { a: [1] },
    texts: ['a', 'b c'],
    real: 1.5,
    yes: true,
    nothing: null,
  })
})
