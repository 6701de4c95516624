import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import { overOf, warnedUntil } from '../../src/retention/retention-due.ts'
import { aChild, auditLines, saveChildren } from '../children/a-child.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { anAdoptedChild, retentionDesk, TODAY, valueOf, type RetentionDesk } from './retention-desk.ts'

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
  desk.close()
})
afterAll(() => database.close())

const pages = async (limit: number): Promise<readonly string[]> => {
  const found: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = valueOf(await desk.listRetention(manager, { limit, ...(cursor !== undefined && { cursor }) }))
    found.push(...page.items.map(({ reference }) => reference))
    if (page.nextCursor === null) return found
    cursor = page.nextCursor
  }
}
const hold = (reference: string, actor: Actor = manager, reason: 'complaint' | 'court-proceedings' = 'complaint') =>
  desk.holdRecord(actor, { reference, reason, key: randomUUID() })

test('the list has whose time is over or nearly so and who is held, the earliest first, and nobody of another agency', async () => {
  const ended = (on: string, agency: 'LEICS' | 'CITY' = 'LEICS') =>
    aChild({ agency, journey: { enteredCare: '2022-01-10' as PlainDate, planEnded: on as PlainDate } })
  const [adopted, soon, later, waits, theirs] = [anAdoptedChild(), ended('2025-01-10'), ended('2025-06-10'), aChild(), ended('2020-01-10', 'CITY')]
  await saveChildren(desk.register, adopted, soon, later, waits, theirs)
  valueOf(await hold(waits.child.reference))
  const page = valueOf(await desk.listRetention(officer, { limit: 25 }))
  expect(page.items).toMatchObject([
    { reference: adopted.child.reference, state: 'due', endedBy: 'adoption-order', endedOn: '2025-06-02', dueOn: '2026-06-02', blockedBy: 'not-filed' },
    { reference: soon.child.reference, state: 'warned', endedBy: 'plan-ended', dueOn: '2027-01-10', blockedBy: 'not-due' },
    { reference: waits.child.reference, state: 'held', endedBy: null, dueOn: null, blockedBy: 'held' },
  ])
  expect(page).toMatchObject({ total: 3, nextCursor: null, periods: { afterOrder: 12, afterPlanEnd: 24, warnedBefore: 8 }, today: TODAY })
  expect(JSON.stringify(page)).not.toMatch(/Robin|Marigold|LCS/u)
  expect(await pages(1)).toEqual(page.items.map(({ reference }) => reference))
  const line = (await auditLines(database)).find(({ verb }) => verb === 'retention.listed')
  expect(line).toMatchObject({ outcome: 'done', subjects: page.items.map(({ reference }) => reference) })
})

test('a page and its rule agree on any dates and settings', async () => {
  const many = Array.from({ length: 12 }, () => aChild())
  await saveChildren(desk.register, ...many)
  const someDay = fc.option(fc.integer({ min: -1500, max: 0 }).map((days) => addDays(TODAY, days)))
  const some = fc.array(fc.record({ adoptionOrder: someDay, planEnded: someDay }), { minLength: 12, maxLength: 12 })
  const amounts = fc.record({
    afterOrder: fc.integer({ min: 1, max: 40 }),
    afterPlanEnd: fc.integer({ min: 1, max: 40 }),
    warnedBefore: fc.integer({ min: 1, max: 52 }),
  })
  await fc.assert(
    fc.asyncProperty(some, amounts, async (dates, periods) => {
      await asInspector(database, async (trx) => {
        for (const [at, { adoptionOrder, planEnded }] of dates.entries())
          await sql`update child set adoption_order = ${adoptionOrder}, plan_ended = ${planEnded} where id = ${many[at]?.child.id}`.execute(trx)
      })
      const until = warnedUntil(periods, TODAY)
      const { items, total } = await desk.register.asJob(AGENCIES.LEICS.id, 'test', ({ retention }) => retention.list({ periods, until, limit: 100 }))
      const expected = dates
        .flatMap((ends, at) => {
          const over = overOf(ends, periods)
          return over !== undefined && over.dueOn <= until ? [{ dueOn: over.dueOn, reference: many[at]?.child.reference ?? '' }] : []
        })
        .sort((a, b) => (`${a.dueOn}${a.reference}` < `${b.dueOn}${b.reference}` ? -1 : 1))
      expect(items.map(({ reference }) => reference)).toEqual(expected.map(({ reference }) => reference))
      expect(total).toBe(expected.length)
    }),
    { numRuns: 25 },
  )
})

test('holds: each reason once, lifted by another, all of it kept; and lifting one leaves the other', async () => {
  const reference = await desk.add()
  const answers = await Promise.all([hold(reference), hold(reference, officer)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'conflict', reason: 'already-done' } })
  valueOf(await hold(reference, officer, 'court-proceedings'))
  const lift = () => desk.liftHold(officer, { reference, reason: 'complaint', key: randomUUID() })
  expect(valueOf(await lift())).toMatchObject({ state: 'held' })
  expect(await lift()).toMatchObject({ refusal: { reason: 'already-done' } })
  valueOf(await hold(reference))
  expect(await rowsOf(database, 'select reason, lifted_at is null as open from retention_hold order by id')).toEqual([
    { reason: 'complaint', open: false },
    { reason: 'court-proceedings', open: true },
    { reason: 'complaint', open: true },
  ])
})

test('an export is whole, runs nothing, and its receipt is the fingerprint of the file', async () => {
  const name = '</script><img src=x onerror=alert(1)> & “Gwen”'
  const reference = await desk.add(anAdoptedChild({ name, needs: [{ category: 'health', grade: 'some' }] }))
  const file = valueOf(await desk.exportRecord(manager, { reference, purpose: 'own-record' }))
  const html = Buffer.from(file.bytes).toString('utf8')
  expect(file.fileName).toMatch(new RegExp(`^${reference}-own-record-[0-9a-f]{16}\\.html$`, 'u'))
  expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; “Gwen”')
  expect(html).not.toContain('<img')
  expect(html.match(/<script/gu)).toEqual(['<script'])
  const json = JSON.parse(/id="record">(?<json>.*)<\/script>/su.exec(html)?.groups?.['json'] ?? '') as { readonly parts: readonly { readonly title: string }[] }
  expect(json.parts.map(({ title }) => title)).toEqual(['Keeping the record', 'Posts', 'Opened in an emergency', 'Who saw and did what', 'Texts', 'The child'])
  expect(JSON.stringify(json)).toContain(JSON.stringify(name).slice(1, -1))
  for (const words of ['LCS-48151623', '2022-03-14', 'Adoption order', '2025-06-02', 'health']) expect(html).toContain(words)

  const { default: crypto } = await import('node:crypto')
  const receipt = crypto.createHash('sha256').update(file.bytes).digest('hex')
  expect(file.fileName).toContain(receipt.slice(0, 16))
  expect(valueOf(await desk.readRecord(manager, { reference }))).toMatchObject({
    exported: { receipt, isCurrent: true, filed: null },
    actions: ['export', 'confirm-filed', 'hold'],
  })
})

test('a receipt is confirmed once, for the child that it is of, and where it is filed can be read back', async () => {
  const [reference, other] = [await desk.add(), await desk.add(anAdoptedChild({ localReference: 'LCS-2' }))]
  const { receipt } = await desk.exportsOf(manager, reference)
  const confirm = (about: string, which: string) =>
    desk.confirmFiled(officer, { reference: about, receipt: which, filedAs: 'Mosaic 99-7731', key: randomUUID() })
  expect(await confirm(other, receipt)).toMatchObject({ refusal: { fields: { receipt: expect.any(String) } } })
  expect(await confirm(reference, '0'.repeat(64))).toMatchObject({ refusal: { fields: { receipt: expect.any(String) } } })
  expect(valueOf(await confirm(reference, receipt))).toMatchObject({ exported: { filed: { by: 'Anneke de Vries', as: 'Mosaic 99-7731' } } })
  expect(await confirm(reference, receipt)).toMatchObject({ refusal: { kind: 'conflict', reason: 'already-done' } })
})

test('what is exported for the information officer says that nobody was given it, and does not count as filed', async () => {
  const reference = await desk.add()
  const file = valueOf(await desk.exportRecord(officer, { reference, purpose: 'information-officer' }))
  expect(Buffer.from(file.bytes).toString('utf8')).toContain('Not released to anyone by Family Finding')
  expect(valueOf(await desk.readRecord(officer, { reference }))).toMatchObject({ exported: null, blockedBy: 'not-filed' })
  expect((await auditLines(database)).map(({ verb }) => verb)).toContain('record.given-to-officer')
})

test('whoever may not is told the same of every reference; a record of another agency is not found', async () => {
  const reference = await desk.add()
  const all = (actor: Actor, about: string) =>
    Promise.all([
      desk.readRecord(actor, { reference: about }),
      desk.holdRecord(actor, { reference: about, reason: 'complaint', key: randomUUID() }),
      desk.liftHold(actor, { reference: about, reason: 'complaint', key: randomUUID() }),
      desk.exportRecord(actor, { reference: about, purpose: 'own-record' }),
      desk.confirmFiled(actor, { reference: about, receipt: '0'.repeat(64), filedAs: 'x', key: randomUUID() }),
      desk.requestPurge(actor, { reference: about, confirmation: about, key: randomUUID() }),
    ])
  for (const role of ROLES.filter((one) => one !== 'practice-manager' && one !== 'information-governance')) {
    const actor = await aWorker(database, { roles: [role] })
    const [answers, list] = [await all(actor, reference), await desk.listRetention(actor, { limit: 25 })]
    expect(answers).toEqual(await all(actor, 'FF-7K3Q0'))
    for (const answer of [...answers, list]) expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
  }
  for (const agency of ['CITY', 'HUB'] as const) {
    const actor = await aWorker(database, { agency, roles: ['practice-manager', 'information-governance'] })
    for (const answer of await all(actor, reference)) expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-found' } })
    expect(valueOf(await desk.listRetention(actor, { limit: 25 }))).toMatchObject({ items: [], total: 0 })
  }
})

test.each(['', 'FF-7K3Q1', 'DROP TABLE child', '😀'])('%p is no reference', async (typed) => {
  expect(await desk.readRecord(manager, { reference: typed })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })
})

test.each(['x', Buffer.from('[]').toString('base64url'), Buffer.from('["2026-02-31","FF-7K3Q0"]').toString('base64url')])(
  'a cursor that no page gave is refused: %p',
  async (cursor) => {
    expect(await desk.listRetention(manager, { limit: 5, cursor })).toMatchObject({ refusal: { fields: { cursor: expect.any(String) } } })
  },
)

test('nobody purges with another reference typed, or before the time is over', async () => {
  const reference = await desk.add()
  await desk.file(manager, reference)
  for (const confirmation of ['', 'yes', 'FF-7K3Q0'])
    expect(await desk.requestPurge(officer, { reference, confirmation, key: randomUUID() })).toMatchObject({
      refusal: { fields: { confirmation: `Type ${reference} to confirm.` } },
    })
  desk.setToday('2026-06-01')
  expect(await desk.ask(officer, reference)).toMatchObject({ refusal: { fields: { confirmation: expect.stringContaining('is not over') } } })
  desk.setToday('2026-06-02')
  expect((await desk.ask(officer, reference)).ok).toBe(true)
})
