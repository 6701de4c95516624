import { recordParts } from '../../src/scope.ts'
import { cipher, clock } from '../children/a-child.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Columns by which a row can be about a child: an id, a reference, a list of them, or something that may hold either. */
const NAMING = ['child_id', 'subject_ids', 'subject_children', 'subjects', 'payload', 'answer', 'local_ref_hash']
const parts = recordParts({ cipher, ...clock() })

test('every table that can name a child is removed with the record, or somebody said why it stays', async () => {
  const found = await rowsOf<{ name: string }>(
    database,
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public' and column_name in (${NAMING.map((name) => `'${name}'`).join(', ')}) order by 1`,
  )
  const known = parts.flatMap(({ tables }) => Object.keys(tables))
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['child_key', 'post', 'audit', 'idempotency', 'job']))
  expect(found.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})

test('every table of a part is there once, and what stays says why', async () => {
  const known = parts.flatMap(({ tables }) => Object.entries(tables))
  const real = await rowsOf<{ name: string }>(database, `select tablename as name from pg_tables where schemaname = 'public'`)
  expect(known.filter(([name]) => !real.some((table) => table.name === name))).toEqual([])
  expect(new Set(known.map(([name]) => name)).size).toBe(known.length)
  for (const [, fate] of known) expect(fate).toMatch(/^removed$|^kept: .{10,}/u)
})

test('the role that purges may remove from exactly the tables whose rows go', async () => {
  const granted = await rowsOf<{ name: string }>(
    database,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('ff_purge', oid, 'delete') order by 1`,
  )
  const removed = parts.flatMap(({ tables }) => Object.keys(tables).filter((name) => tables[name] === 'removed'))
  expect(granted.map(({ name }) => name)).toEqual(removed.sort())
})
