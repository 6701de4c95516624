import { sql } from 'kysely'
import type { AgencyId } from '../../src/core/ids.ts'
import { startJobLoop, type JobLoop } from '../../src/database/job-loop.ts'
import type { JobHandlers, JobOutcome, NewJob, TakenJob } from '../../src/database/job-queue.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { planStandingJobs } from '../../src/database/plan-standing-jobs.ts'
import { releaseLeases, takeDueJobs } from '../../src/database/take-jobs.ts'
import { AGENCIES, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let clock: Date
let ran: string[]
const pass = (seconds: number): void => {
  clock = new Date(clock.getTime() + seconds * 1000)
}
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  clock = new Date('2026-11-22T09:30:00Z')
  ran = []
})

const faults: string[] = []
const loopOf = (handlers: JobHandlers, more: { maxAttempts?: number; atOnce?: number } = {}): JobLoop =>
  startJobLoop({
    database,
    handlers,
    now: () => clock,
    pollMs: Infinity,
    log: { error: (_details, message) => faults.push(message) },
    random: () => 1,
    ...more,
  })

const add = (...jobs: NewJob[]): Promise<void> =>
  openRegister({ database, makeScope: () => ({}), now: () => clock }).asJob(AGENCIES.LEICS.id, 'test', (scope) => scope.jobs.add(...jobs))
const aJob = (name: string, queue?: string): NewJob => ({ kind: 'note', payload: { name }, ...(queue === undefined ? {} : { queue }) })

const note =
  (answer: (job: TakenJob) => JobOutcome = () => ({ kind: 'done' })) =>
  (job: TakenJob): Promise<JobOutcome> => {
    ran.push(String(job.payload['name']))
    return Promise.resolve(answer(job))
  }
const jobs = () => rowsOf<{ state: string; problem: string | null; attempts: number; run_at: Date }>(database, 'select * from job order by id')

test('what is due runs once, what is not due waits for its time', async () => {
  const loop = loopOf({ note: note() })
  await add(aJob('now'), { ...aJob('later'), runAt: new Date('2026-11-22T10:00:00Z') })
  expect(await loop.runDue()).toBe(1)
  expect(await loop.runDue()).toBe(0)
  pass(1800)
  expect(await loop.runDue()).toBe(1)
  expect(ran).toEqual(['now', 'later'])
  expect(await jobs()).toMatchObject([{ state: 'done' }, { state: 'done' }])
})

test('a job knows its agency, its payload and how often it was tried before', async () => {
  const seen: TakenJob[] = []
  const loop = loopOf({ note: (job) => Promise.resolve(seen.push(job) < 2 ? { kind: 'retry', afterSeconds: 0, problem: 'not yet' } : { kind: 'done' }) })
  await add({ kind: 'note', payload: { id: 'a', n: 7 } })
  await loop.runDue()
  await loop.runDue()
  expect(seen).toMatchObject([{ agencyId: 1 as AgencyId, kind: 'note', payload: { id: 'a', n: 7 }, attempts: 0 }, { attempts: 1 }])
})

test('a retry waits exactly as long as it was told to', async () => {
  const loop = loopOf({ note: note((job) => (job.attempts === 0 ? { kind: 'retry', afterSeconds: 90, problem: 'Graph is busy.' } : { kind: 'done' })) })
  await add(aJob('a'))
  await loop.runDue()
  expect(await jobs()).toMatchObject([{ state: 'open', problem: 'Graph is busy.', attempts: 1 }])
  pass(89)
  expect(await loop.runDue()).toBe(0)
  pass(1)
  expect(await loop.runDue()).toBe(1)
  expect(await jobs()).toMatchObject([{ state: 'done', problem: null }])
})

test('faults are tried again after growing pauses and end as failed, with a sentence and no detail of the fault', async () => {
  const loop = loopOf({ note: () => Promise.reject(new Error('Evie Marsh, born 2019')) }, { maxAttempts: 4 })
  await add(aJob('a'))
  const pauses: number[] = []
  for (let tries = 0; tries < 3; tries += 1) {
    await loop.runDue()
    const [job] = await jobs()
    pauses.push(((job?.run_at.getTime() ?? 0) - clock.getTime()) / 1000)
    pass(pauses.at(-1) ?? 0)
  }
  await loop.runDue()
  expect(pauses).toEqual([5, 10, 20])
  const [job] = await jobs()
  expect(job).toMatchObject({ state: 'failed', attempts: 4 })
  expect(job?.problem).toMatch(/^It stopped with a fault/u)
  expect(job?.problem).not.toContain('Evie')
  pass(86_400)
  expect(await loop.runDue()).toBe(0)
})

test('jobs of one queue run in their order, and the head of a queue holds up the rest until it is done or failed', async () => {
  const loop = loopOf({
    note: note((job) => (job.payload['name'] === 'a1' && job.attempts === 0 ? { kind: 'retry', afterSeconds: 60, problem: 'busy' } : { kind: 'done' })),
  })
  await add(aJob('a1', 'a'), aJob('a2', 'a'), aJob('b1', 'b'), aJob('a3', 'a'), aJob('b2', 'b'))
  await loop.runDue()
  expect(ran.filter((name) => name.startsWith('a'))).toEqual(['a1'])
  expect(ran.filter((name) => name.startsWith('b'))).toEqual(['b1', 'b2'])
  pass(60)
  await loop.runDue()
  expect(ran.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a1', 'a2', 'a3'])
})

test('what a job leaves behind runs in the same round', async () => {
  const loop = loopOf({
    note: note(),
    first: async () => {
      await add(aJob('second'))
      return { kind: 'done' }
    },
  })
  await add({ kind: 'first', payload: {} })
  expect(await loop.runDue()).toBe(2)
  expect(ran).toEqual(['second'])
})

test('two loops at once run every job exactly once', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `job ${index.toString()}`)
  await add(...names.map((name, index) => aJob(name, index % 3 === 0 ? `queue ${(index % 4).toString()}` : undefined)))
  const loops = [loopOf({ note: note() }), loopOf({ note: note() })]
  while ((await Promise.all(loops.map((loop) => loop.runDue()))).some((count) => count > 0));
  expect([...ran].sort()).toEqual([...names].sort())
})

test('a job whose process died runs again when its lease is over, and not before', async () => {
  await add(aJob('a'))
  const [taken] = await takeDueJobs(database, { kinds: ['note'], now: clock, leaseSeconds: 60, limit: 4, except: [] })
  expect(taken?.attempts).toBe(0)
  const loop = loopOf({ note: note() })
  pass(59)
  expect(await loop.runDue()).toBe(0)
  pass(1)
  expect(await loop.runDue()).toBe(1)
  expect(await jobs()).toMatchObject([{ state: 'done', attempts: 2 }])
})

test('where nobody else can be at work, what a killed process held runs at once, and settled jobs stay settled', async () => {
  await add(aJob('held'), aJob('done'))
  await loopOf({ note: note((job) => (job.payload['name'] === 'held' ? { kind: 'retry', afterSeconds: 0, problem: 'not yet' } : { kind: 'done' })) }).runDue()
  await takeDueJobs(database, { kinds: ['note'], now: clock, leaseSeconds: 60, limit: 4, except: [] })
  const loop = loopOf({ note: note() })
  expect(await loop.runDue()).toBe(0)
  await releaseLeases(database)
  expect(await loop.runDue()).toBe(1)
  expect(ran.sort()).toEqual(['done', 'held', 'held'])
  expect(await jobs()).toMatchObject([
    { state: 'done', attempts: 3 },
    { state: 'done', attempts: 1 },
  ])
})

test('a process that lost its lease has no say about the job any more', async () => {
  await add(aJob('a'))
  let finishFirst: (outcome: JobOutcome) => void = () => undefined
  const first = loopOf({ note: () => new Promise((resolve) => (finishFirst = resolve)) })
  const slow = first.runDue()
  const started = async (): Promise<void> => ((await jobs())[0]?.attempts === 1 ? undefined : started())
  await started()
  pass(61)
  await loopOf({ note: note() }).runDue()
  finishFirst({ kind: 'failed', problem: 'too late' })
  await slow
  expect(await jobs()).toMatchObject([{ state: 'done', problem: null }])
})

test('a job that ends its process each time is given up', async () => {
  await add(aJob('a'))
  for (let crash = 0; crash < 3; crash += 1) {
    await takeDueJobs(database, { kinds: ['note'], now: clock, leaseSeconds: 60, limit: 4, except: [] })
    pass(60)
  }
  await loopOf({ note: note() }, { maxAttempts: 3 }).runDue()
  expect(ran).toEqual([])
  expect(await jobs()).toMatchObject([{ state: 'failed', problem: 'Given up after 3 attempts that did not come to an end.' }])
})

describe('standing jobs', () => {
  const nightly = (runAt: Date): NewJob => ({ kind: 'nightly', payload: {}, runAt })
  const nextNight = (): Date => new Date(Math.ceil(clock.getTime() / 86_400_000) * 86_400_000)
  const plan = () =>
    planStandingJobs({
      database,
      register: openRegister({ database, makeScope: () => ({}), now: () => clock }),
      standing: () => [nightly(nextNight())],
    })()
  const agencies = Object.keys(AGENCIES).length
  const nights = (state: string) =>
    rowsOf<{ night: string; count: number }>(
      database,
      `select to_char(run_at, 'DD Mon') as night, count(*) as count from job where state = '${state}' group by 1 order by 1`,
    )

  test('every agency gets one, and planning again adds none', async () => {
    await plan()
    await plan()
    expect(await nights('open')).toEqual([{ night: '23 Nov', count: agencies }])
  })

  test('processes that plan at the same moment leave one for each agency', async () => {
    await Promise.all([plan(), plan(), plan(), plan()])
    expect(await nights('open')).toEqual([{ night: '23 Nov', count: agencies }])
  })

  test('one that failed for good is followed by the next night, with no restart', async () => {
    await plan()
    pass(86_400)
    await loopOf({ nightly: () => Promise.reject(new Error('a bad night')) }, { maxAttempts: 1 }).runDue()
    expect(await nights('failed')).toEqual([{ night: '23 Nov', count: agencies }])
    await plan()
    expect(await nights('open')).toEqual([{ night: '24 Nov', count: agencies }])
  })

  test('one that is at work is not planned a second time', async () => {
    await plan()
    pass(86_400)
    let planned: Promise<void> | undefined
    const plansMeanwhile = async (): Promise<JobOutcome> => {
      await (planned ??= plan())
      return { kind: 'done' }
    }
    await loopOf({ nightly: plansMeanwhile }, { atOnce: agencies }).runDue()
    expect(await nights('open')).toEqual([])
  })
})

test('a kind that this process does not know is left for one that does', async () => {
  await add({ kind: 'from.the.future', payload: {} })
  expect(await loopOf({ note: note() }).runDue()).toBe(0)
  expect(await jobs()).toMatchObject([{ state: 'open', attempts: 0 }])
})

test('a loop that looks by itself runs what is due, and stop waits for the job at work', async () => {
  await add(aJob('a'))
  let stops: () => Promise<void> = () => Promise.resolve()
  let finish: (outcome: JobOutcome) => void = () => undefined
  const handed = new Promise<void>((started) => {
    const loop = startJobLoop({
      database,
      handlers: {
        note: () =>
          new Promise((resolve) => {
            finish = resolve
            started()
          }),
      },
      now: () => clock,
      pollMs: 5,
      log: { error: (_details, message) => faults.push(message) },
    })
    stops = () => loop.stop()
  })
  await handed
  const stopped = stops()
  finish({ kind: 'done' })
  await stopped
  expect(await jobs()).toMatchObject([{ state: 'done' }])
})

test('the role of the loop reads and settles jobs and nothing else', async () => {
  await expect(database.asNamedJob('dispatch', (trx) => sql`select * from worker`.execute(trx))).rejects.toThrow('permission denied')
  await expect(database.asNamedJob('dispatch', (trx) => sql`delete from job`.execute(trx))).rejects.toThrow('permission denied')
})
