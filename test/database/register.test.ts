import { sql } from 'kysely'
import type { Actor } from '../../src/core/actor.ts'
import { notFound, ok, refuse, type Result } from '../../src/core/result.ts'
import { openRegister } from '../../src/database/open-register.ts'
import type { Register } from '../../src/database/register.ts'
import type { Transaction } from '../../src/database/transaction.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

interface Scope {
  readonly trx: Transaction
}
const NOW = new Date('2026-11-22T09:30:00Z')

let database: TestDatabase
let register: Register<Scope>
let actor: Actor
beforeAll(async () => {
  database = await openTestDatabase()
  register = openRegister<Scope>({ database, makeScope: (trx) => ({ trx }), now: () => NOW })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  actor = await aWorker(database)
})

interface AuditRow {
  verb: string
  outcome: string
  subjects: string[]
  reason: string | null
  agency_id: number
  subject_agency_id: number
  worker_id: string | null
  actor: string
  automatic: boolean
  at: Date
}
const audit = () => rowsOf<AuditRow>(database, 'select * from audit order by id')
const jobs = () => rowsOf<{ kind: string; payload: unknown; agency_id: number; queue: string | null; run_at: Date }>(database, 'select * from job order by id')

const rename = (to: string) => (scope: Scope) => sql`update worker set name = ${to}`.execute(scope.trx)
const names = async () => (await rowsOf<{ name: string }>(database, 'select name from worker')).map(({ name }) => name)

test('a change, its audit line and its jobs are committed together', async () => {
  const result = await register.as(actor, { verb: 'worker.renamed' }, async (scope) => {
    await rename('Ada')(scope)
    await scope.audit.record({ verb: 'worker.renamed', subjectAgencyId: AGENCIES.CITY.id, subjects: ['FF-7K3Q0'] })
    await scope.jobs.add(
      { kind: 'post.send', payload: { postId: 'p' } },
      { kind: 'post.update', payload: { n: 2 }, queue: 'c', runAt: new Date('2026-12-01T00:00:00Z') },
    )
    return ok('done')
  })

  expect(result).toEqual(ok('done'))
  expect(await names()).toEqual(['Ada'])
  expect(await audit()).toMatchObject([
    {
      verb: 'worker.renamed',
      outcome: 'done',
      subjects: ['FF-7K3Q0'],
      agency_id: 1,
      subject_agency_id: 2,
      worker_id: actor.workerId,
      actor: actor.name,
      automatic: false,
      at: NOW,
    },
  ])
  expect(await jobs()).toMatchObject([
    { kind: 'post.send', payload: { postId: 'p' }, agency_id: 1, queue: null, run_at: NOW },
    { kind: 'post.update', payload: { n: 2 }, agency_id: 1, queue: 'c', run_at: new Date('2026-12-01T00:00:00Z') },
  ])
})

test('a refusal undoes the work and leaves one audit row that names no other agency', async () => {
  const result = await register.as(actor, { verb: 'child.read', subjects: ['FF-7K3Q0'], automatic: true }, async (scope) => {
    await rename('Ada')(scope)
    await scope.audit.record({ verb: 'child.read', subjectAgencyId: AGENCIES.CITY.id, subjects: ['FF-7K3Q0'] })
    await scope.jobs.add({ kind: 'post.send', payload: {} })
    return notFound()
  })

  expect(result).toEqual(notFound())
  expect(await names()).toEqual([actor.name])
  expect(await jobs()).toEqual([])
  expect(await audit()).toMatchObject([
    { verb: 'child.read', outcome: 'refused', reason: 'not-found', subjects: ['FF-7K3Q0'], agency_id: 1, subject_agency_id: 1, automatic: true },
  ])
})

test('a fault undoes the work and is thrown', async () => {
  const work = register.as(actor, { verb: 'worker.renamed' }, async (scope) => {
    await rename('Ada')(scope)
    throw new Error('the disk is on fire')
  })
  await expect(work).rejects.toThrow('the disk is on fire')
  expect(await names()).toEqual([actor.name])
  expect(await audit()).toEqual([])
})

test('a statement whose error is dropped cannot end in a commit that saves nothing', async () => {
  const work = register.as(actor, { verb: 'worker.renamed' }, async (scope) => {
    await sql`select 1 from nowhere`.execute(scope.trx).catch(() => undefined)
    return ok(null)
  })
  await expect(work).rejects.toThrow('nothing was saved')
})

const KEY = '0193e7a0-0000-7000-8000-000000000001'
const countAs = async (verb: string, subjects: readonly string[] = []): Promise<Result<{ readonly was: string }>> =>
  register.as(actor, { verb, subjects, key: KEY }, async (scope) => {
    const { rows } = await sql<{ name: string }>`update worker set name = name || '+' returning name`.execute(scope.trx)
    return ok({ was: rows[0]?.name ?? '' })
  })

test('the second use of a key gives the first answer and does nothing', async () => {
  const first = await countAs('worker.renamed')
  expect(await countAs('worker.renamed')).toEqual(first)
  expect(await names()).toEqual([`${actor.name}+`])
})

test('a key belongs to one command: another verb or other subjects are refused', async () => {
  await countAs('worker.renamed', ['FF-7K3Q0'])
  const keyReused = refuse({ kind: 'conflict', reason: 'key-reused' })
  expect(await countAs('post.requested', ['FF-7K3Q0'])).toEqual(keyReused)
  expect(await countAs('worker.renamed', ['FF-00000'])).toEqual(keyReused)
  expect(await names()).toEqual([`${actor.name}+`])
})

test('ten presses at once have one effect and ten equal answers', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => countAs('worker.renamed')))
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(ok({ was: `${actor.name}+` }))]))
  expect(await names()).toEqual([`${actor.name}+`])
})

test('after a refusal or a fault the same key may be tried again', async () => {
  const doing = { verb: 'worker.renamed', key: KEY }
  expect((await register.as(actor, doing, () => Promise.resolve(notFound()))).ok).toBe(false)
  await expect(register.as(actor, doing, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await countAs('worker.renamed')).toEqual(ok({ was: `${actor.name}+` }))
})

test('the same key of another person is another key', async () => {
  const colleague = await aWorker(database, { name: 'Colleague' })
  await countAs('worker.renamed')
  const theirs = await register.as(colleague, { verb: 'worker.renamed', key: KEY }, () => Promise.resolve(ok('theirs')))
  expect(theirs).toEqual(ok('theirs'))
})

test('work that another transaction was in the way of is tried again, three times', async () => {
  let tries = 0
  const inTheWay = async (scope: Scope): Promise<Result<number>> => {
    tries += 1
    await sql.raw(`do $$ begin raise exception 'busy' using errcode = '40001'; end $$`).execute(scope.trx)
    return ok(tries)
  }
  await expect(register.as(actor, { verb: 'x' }, inTheWay)).rejects.toThrow('busy')
  expect(tries).toBe(4)
  tries = 0
  expect(await register.as(actor, { verb: 'x' }, (scope) => (tries < 2 ? inTheWay(scope) : Promise.resolve(ok(tries))))).toEqual(ok(2))
})

test('a job writes as itself, in its own agency and partnership', async () => {
  const seen = await register.asJob(AGENCIES.CITY.id, 'post.send', async (scope) => {
    await scope.audit.record({ verb: 'post.sent', subjectAgencyId: AGENCIES.LEICS.id, subjects: [] })
    return (await sql`select current_setting('app.agency') as agency, current_setting('app.partnership') as partnership`.execute(scope.trx)).rows
  })
  expect(seen).toEqual([{ agency: '2', partnership: '1' }])
  expect(await audit()).toMatchObject([{ actor: 'job:post.send', worker_id: null, agency_id: 2, subject_agency_id: 1 }])
})
