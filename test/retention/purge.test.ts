import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Actor } from '../../src/core/actor.ts'
import { recordDate } from '../../src/children/changing/record-date.ts'
import { newId, type ChildId } from '../../src/core/ids.ts'
import { aChild, auditLines, date, holidays, saveChildren } from '../children/a-child.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, PARTNERSHIP, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { anAdoptedChild, retentionDesk, valueOf, type RetentionDesk } from './retention-desk.ts'

let database: TestDatabase
let desk: RetentionDesk
let manager: Actor
let officer: Actor

beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  desk = retentionDesk(database)
  ;({ manager, officer } = await desk.people())
})
afterEach(() => {
  expect(desk.faults).toEqual([])
  desk.close()
})
afterAll(() => database.close())

const runJobs = async (over?: Parameters<RetentionDesk['worker']>[0]): Promise<void> => {
  const worker = desk.worker(over)
  await worker.runDue()
  await worker.stop()
}
const verbs = async (): Promise<readonly string[]> => (await auditLines(database)).filter(({ outcome }) => outcome === 'done').map(({ verb }) => verb)

/** Every text and every run of bytes in every table that a child's words could lie in. */
const everythingStored = async (): Promise<string> => {
  const tables = await rowsOf<{ name: string }>(database, `select tablename as name from pg_tables where schemaname = 'public'`)
  const dumped = await asInspector(database, async (trx) => {
    const all: string[] = []
    for (const { name } of tables)
      all.push(...(await sql.raw<{ row: string }>(`select t::text as row from "${name}" t`).execute(trx)).rows.map(({ row }) => row))
    return all.join('\n')
  })
  return dumped
}
const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex')

test('a record is exported, filed, purged by a second person, and nothing about the child is left but that there was one', async () => {
  const child = anAdoptedChild()
  const reference = await desk.add(child)
  const { text, receipt } = await desk.exportsOf(manager, reference)
  expect(text).toContain('Marigold Quillfeather')
  expect(text).toContain('LCS-48151623')
  expect(await desk.ask(officer, reference)).toMatchObject({
    ok: false,
    refusal: { fields: { confirmation: expect.stringContaining('Nobody has confirmed') } },
  })
  valueOf(await desk.confirmFiled(manager, { reference, receipt, filedAs: 'Mosaic 99-7731', key: randomUUID() }))
  expect(await desk.ask(manager, reference)).toMatchObject({ ok: false, refusal: { fields: { confirmation: expect.stringContaining('Somebody else') } } })
  const [before] = await rowsOf<{ key: string; name: string }>(
    database,
    `select encode(k.wrapped, 'hex') as key, encode(c.name_enc, 'hex') as name from child_key k join child c on c.id = k.child_id`,
  )
  if (!before) throw new Error('There is no key.')
  expect(await everythingStored()).toContain(before.key)

  expect(valueOf(await desk.ask(officer, reference))).toMatchObject({ purge: { requestedBy: 'Anneke de Vries', problem: null }, actions: ['hold'] })
  await runJobs()

  const left = await everythingStored()
  for (const word of ['Marigold', 'Quillfeather', 'LCS-48151623', 'Mosaic', '99-7731', '2022-03-14'])
    for (const form of [word, hex(word)]) expect(left).not.toContain(form)
  expect(left).not.toContain(before.key)
  expect(left).not.toContain(before.name)
  expect(valueOf(await desk.readRecord(manager, { reference }))).toEqual({
    reference,
    state: 'purged',
    purgedAt: '2026-11-22T09:00:00.000Z',
    requestedBy: 'Anneke de Vries',
    filedBy: 'Priya Raman',
    receipt,
  })
  expect(await rowsOf(database, `select kind, payload from job where state = 'open'`)).toEqual([
    { kind: 'post.withdraw-about', payload: { childId: child.child.id } },
  ])
  expect(desk.ledger.all()).toMatchObject([{ childId: child.child.id, agencyId: AGENCIES.LEICS.id, reference }])
  expect(readFileSync(desk.ledgerFile, 'utf8')).not.toMatch(/Marigold|LCS/u)
  expect((await verbs()).filter((verb) => verb.startsWith('retention.'))).toEqual(
    expect.arrayContaining(['retention.exported', 'retention.filed', 'retention.purge-requested', 'retention.purged']),
  )
})

test('asked for twice, by two people or with one key, it is done once', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  const other = await aWorker(database, { roles: ['practice-manager'], name: 'Tom Hale' })
  const key = randomUUID()
  const answers = await Promise.all([desk.ask(officer, reference, key), desk.ask(officer, reference, key), desk.ask(other, reference)])
  const refused = answers.filter(({ ok }) => !ok)
  expect([answers.length - refused.length, refused.length]).toEqual(answers[2].ok ? [1, 2] : [2, 1])
  for (const one of refused) expect(one).toMatchObject({ refusal: { kind: 'conflict', reason: 'already-done' } })
  expect(await rowsOf(database, `select count(*) as n from job where kind = 'retention.purge'`)).toEqual([{ n: 1 }])
  await Promise.all([runJobs(), runJobs()])
  expect(await rowsOf(database, 'select reference from purged_child')).toEqual([{ reference }])
  // pressed again afterwards: the first answer stands for the command, and the record is gone
  expect(await desk.ask(other, reference)).toMatchObject({ ok: false, refusal: { kind: 'not-found' } })
})

test('a hold that is set after the request keeps the record, and says so', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  valueOf(await desk.holdRecord(manager, { reference, reason: 'court-proceedings', key: randomUUID() }))
  await runJobs()
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({ state: 'held', purge: { problem: 'held' }, blockedBy: 'held' })
  valueOf(await desk.liftHold(officer, { reference, reason: 'court-proceedings', key: randomUUID() }))
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({
    state: 'due',
    holds: [{ reason: 'court-proceedings', setBy: 'Priya Raman', liftedBy: 'Anneke de Vries' }],
  })
  valueOf(await desk.ask(officer, reference))
  await runJobs()
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({ state: 'purged' })
  expect(await verbs()).toContain('retention.purge-refused')
})

test('a change after the filing makes the export old: before the request, and between request and job', async () => {
  const reference = await desk.add()
  const change = (version: number, on: string) =>
    recordDate({ register: desk.register, today: desk.deps.today, holidays })(manager, { reference, date: 'lastReview', on, version, key: randomUUID() })
  await desk.file(manager, reference)
  valueOf(await change(1, '2024-08-01'))
  expect(await desk.ask(officer, reference)).toMatchObject({
    ok: false,
    refusal: { fields: { confirmation: expect.stringContaining('changed after it was filed') } },
  })
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  valueOf(await change(2, '2024-08-02'))
  await runJobs()
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({
    state: 'due',
    purge: { problem: 'changed-since-filed' },
    actions: ['export', 'hold'],
  })
})

test('somebody who edits while the purge runs is told, whichever comes first, and nothing is half done', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  const edit = recordDate({ register: desk.register, today: desk.deps.today, holidays })
  const [edited] = await Promise.all([edit(manager, { reference, date: 'lastReview', on: '2024-08-01', version: 1, key: randomUUID() }), runJobs()])
  const after = valueOf(await desk.readRecord(officer, { reference }))
  expect(after).toMatchObject(edited.ok ? { purge: { problem: 'changed-since-filed' } } : { state: 'purged' })
})

test('killed after the rows are gone and before the ledger is written: the job goes on, and the start makes the ledger whole', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  const dying = { add: () => Promise.reject(new Error('killed')), all: () => [] }
  await runJobs({ ledger: dying })
  expect(desk.faults).toHaveLength(1)
  desk.faults.length = 0
  expect(desk.ledger.all()).toEqual([])
  expect(await desk.replay()).toBe(0)
  expect(desk.ledger.all()).toMatchObject([{ reference }])
  await asInspector(database, (trx) => sql`update job set run_at = '2026-01-01', locked_until = null where kind = 'retention.purge'`.execute(trx))
  await runJobs()
  expect(await rowsOf(database, `select count(*) as n from job where kind = 'post.withdraw-about'`)).toEqual([{ n: 1 }])
  expect(desk.ledger.all()).toHaveLength(1)
})

test('killed within the purge: all is there as before, and the next try does it', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  const before = await everythingStored()
  await runJobs({
    register: {
      ...desk.register,
      asJob: (id, name, work) =>
        desk.register.asJob(id, name, async (scope) => {
          await work(scope)
          throw new Error('killed')
        }),
    },
  })
  expect(desk.faults).toHaveLength(1)
  desk.faults.length = 0
  expect((await everythingStored()).includes(before.split('\n').find((row) => row.includes(reference)) ?? '-')).toBe(true)
  expect(await rowsOf(database, 'select 1 from purged_child')).toEqual([])
  await asInspector(database, (trx) => sql`update job set run_at = '2026-01-01', locked_until = null`.execute(trx))
  await runJobs()
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({ state: 'purged' })
})

test('brothers and sisters who stay are counted again; one who is left alone is in no group', async () => {
  const group = randomUUID()
  const stays = [1, 2].map((number) => aChild({ siblingGroup: group, siblingPlan: 'apart', siblingPlanOn: date('2024-06-03'), name: `Stays ${number}` }))
  const goes = anAdoptedChild({ siblingGroup: group, siblingPlan: 'apart', siblingPlanOn: date('2024-06-03') })
  await saveChildren(desk.register, ...stays, goes)
  await desk.file(manager, goes.child.reference)
  valueOf(await desk.ask(officer, goes.child.reference))
  await runJobs()
  const siblings = () =>
    rowsOf(database, `select c.sibling_count as own, s.sibling_count as shared, c.sibling_plan as plan from child c join child_shared s on s.child_id = c.id`)
  expect(await siblings()).toEqual([
    { own: 1, shared: 1, plan: 'apart' },
    { own: 1, shared: 1, plan: 'apart' },
  ])
  const [second, last] = stays
  await asInspector(database, (trx) => sql`update child set adoption_order = '2025-01-01' where id = ${second?.child.id}`.execute(trx))
  await desk.file(manager, second?.child.reference ?? '')
  valueOf(await desk.ask(officer, second?.child.reference ?? ''))
  await runJobs()
  expect(await siblings()).toEqual([{ own: 0, shared: 0, plan: null }])
  expect(await rowsOf(database, `select sibling_group, reference from child`)).toEqual([{ sibling_group: null, reference: last?.child.reference }])
})

test('a reference that was purged is given to no other child, of whatever agency', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  valueOf(await desk.ask(officer, reference))
  await runJobs()
  const another = aChild({ agency: 'CITY', reference })
  await saveChildren(desk.register, another)
  const [row] = await rowsOf<{ reference: string }>(database, `select reference from child where id = '${another.child.id}'`)
  expect(row?.reference).toMatch(/^FF-/u)
  expect(row?.reference).not.toBe(reference)
})

test('the role that purges reaches the one record that it was opened for, and may not even read it', async () => {
  const mine = anAdoptedChild()
  await saveChildren(desk.register, mine, anAdoptedChild({ localReference: 'LCS-2' }), anAdoptedChild({ agency: 'CITY', localReference: 'CITY-1' }))
  const asPurger = (agencyId: number, record: ChildId, statement: string) =>
    database.inAgency(agencyId, PARTNERSHIP, async (trx) => {
      await sql`set local role ff_purge`.execute(trx)
      await sql`select set_config('app.record', ${record}, true)`.execute(trx)
      return (await sql.raw(statement).execute(trx)).rows
    })
  const { id } = mine.child
  for (const table of ['child_key', 'child_shared', 'child_need', 'child_change'])
    expect(await asPurger(AGENCIES.CITY.id, id, `delete from ${table} where child_id is not null returning 1`)).toEqual([])
  expect(await asPurger(AGENCIES.LEICS.id, id, 'select id from child')).toEqual([{ id }])
  expect(await asPurger(AGENCIES.LEICS.id, newId(), 'select id from child')).toEqual([])
  expect(await asPurger(AGENCIES.LEICS.id, id, 'delete from child_key returning child_id')).toEqual([{ child_id: id }])
  for (const statement of [
    'select name_enc from child',
    'select wrapped from child_key',
    'update child set sex = null',
    'select * from audit',
    'select * from worker',
  ])
    await expect(asPurger(AGENCIES.LEICS.id, id, statement)).rejects.toThrow('permission denied')
  await expect(
    asPurger(AGENCIES.LEICS.id, id, `insert into purged_child (child_id, agency_id, reference, purged_at) values ('${newId()}', 1, 'FF-7K3Q0', now())`),
  ).rejects.toThrow('row-level security')
})
