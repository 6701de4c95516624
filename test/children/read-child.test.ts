import { sql } from 'kysely'
import { readAnonymousChild } from '../../src/children/sharing/read-anonymous-child.ts'
import { readChild } from '../../src/children/read-child.ts'
import { readPrivateDetail } from '../../src/children/read-private-detail.ts'
import { newReference } from '../../src/core/reference.ts'
import { aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { aChild, auditLines, clock, date, holidays, registerOn, saveChildren } from './a-child.ts'
import { asInspector } from '../support/inspector.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const prepared = () => {
  const register = registerOn(database)
  return {
    register,
    read: readChild({ register, holidays, ...clock() }),
    readAnonymous: readAnonymousChild({ register }),
    readPrivate: readPrivateDetail({ register }),
  }
}

test('the placing agency reads its own view, with journey dates and days but no name or birth date', async () => {
  const { register, read } = prepared()
  const finder = await aWorker(database)
  const one = aChild({ needs: [{ category: 'health', grade: 'some' }], disability: true, ethnicity: 'MWBC' })
  await saveChildren(register, one)
  const answer = await read(finder, { reference: one.child.reference.toLowerCase() })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      view: 'own',
      version: 1,
      ageYears: 4,
      stage: 'placementOrder',
      isWaiting: true,
      daysWaiting: 293,
      daysFromAdm: 293,
      daysFromOrder: 235,
      daysFromEnteringCare: 681,
      ethnicityGroup: 'Mixed',
      harderToPlace: ['disabled', 'Black, Asian or minority ethnic'],
      needs: [{ category: 'health', grade: 'some' }],
      actions: ['read', 'show-more', 'post', 'record-date', 'edit', 'read-private'],
    },
  })
  const text = JSON.stringify(answer)
  expect(text).not.toContain('Robin')
  expect(text).not.toContain('2022-03-14')
})

test('a partner agency reads the shared view, which has no date in it', async () => {
  const { register, read } = prepared()
  const partner = await aWorker(database, { agency: 'CITY' })
  const one = aChild({ needs: [{ category: 'contact', grade: 'significant' }] })
  await saveChildren(register, one)
  const answer = await read(partner, { reference: one.child.reference })
  expect(answer).toMatchObject({
    ok: true,
    value: { view: 'shared', daysWaiting: 293, needs: [{ category: 'contact', grade: 'significant' }], actions: ['read', 'show-more', 'post'] },
  })
  expect(JSON.stringify(answer)).not.toMatch(/\d{4}-\d{2}-\d{2}|Robin/u)
})

test('a hidden child answers as one that does not exist', async () => {
  const { register, read, readAnonymous, readPrivate } = prepared()
  const partner = await aWorker(database, { agency: 'CITY' })
  const socialWorker = await aWorker(database, { agency: 'CITY', roles: ['childs-social-worker'] })
  const undecided = aChild({ journey: { enteredCare: date('2026-01-10') } })
  const decided = aChild()
  await saveChildren(register, undecided, decided)
  const absent = newReference('FF')
  for (const use of [read, readAnonymous, readPrivate]) {
    const nothing = await use(partner, { reference: absent })
    expect(nothing).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await use(partner, { reference: undecided.child.reference })).toEqual(nothing)
    expect(await use(socialWorker, { reference: decided.child.reference })).toEqual(nothing)
  }
})

test('an agency that shares from the placement order shows nothing before it', async () => {
  const { register, read } = prepared()
  await asInspector(database, (trx) => sql`update agency set shares_from = 'placement-order' where code = 'LEICS'`.execute(trx))
  const partner = await aWorker(database, { agency: 'CITY' })
  const own = await aWorker(database)
  const decided = aChild({ journey: { admDecision: date('2026-05-05') } })
  await saveChildren(register, decided)
  expect((await read(partner, { reference: decided.child.reference })).ok).toBe(false)
  expect(await read(own, { reference: decided.child.reference })).toMatchObject({
    ok: true,
    value: { isWaiting: true, actions: ['read', 'show-more', 'record-date', 'edit', 'read-private'] },
  })
})

test('a malformed reference is refused with what one looks like', async () => {
  const { read } = prepared()
  const answer = await read(await aWorker(database), { reference: 'FF-7K3Q1' })
  expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { reference: expect.stringContaining('FF-7K3Q0') } } })
})

test('private detail opens only at the placing agency, and is a line of its own in the audit', async () => {
  const { register, readPrivate } = prepared()
  const finder = await aWorker(database)
  const chair = await aWorker(database, { roles: ['tracking-panel-chair'] })
  const partner = await aWorker(database, { agency: 'CITY' })
  const one = aChild({ localReference: '310-42' })
  await saveChildren(register, one)
  const { reference } = one.child
  expect(await readPrivate(finder, { reference })).toEqual({ ok: true, value: { name: 'Robin Example', born: '2022-03-14', localReference: '310-42' } })
  expect(await readPrivate(chair, { reference })).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await readPrivate(partner, { reference })).toMatchObject({ refusal: { kind: 'not-allowed' } })
  const lines = await auditLines(database)
  expect(lines.map(({ verb, outcome, subjects }) => ({ verb, outcome, subjects }))).toEqual([
    { verb: 'child.private-read', outcome: 'done', subjects: [reference] },
    { verb: 'child.private-read', outcome: 'refused', subjects: [reference] },
    { verb: 'child.private-read', outcome: 'refused', subjects: [reference] },
  ])
})

test('the audit of a partner read names the agency whose child it is, and an automatic refresh is marked', async () => {
  const { register, read } = prepared()
  const partner = await aWorker(database, { agency: 'CITY' })
  const one = aChild()
  await saveChildren(register, one)
  await read(partner, { reference: one.child.reference, automatic: true })
  expect(await auditLines(database)).toEqual([
    { verb: 'child.read', outcome: 'done', agency_id: 2, subject_agency_id: 1, subjects: [one.child.reference], automatic: true },
  ])
})

test('brothers and sisters know each other at the placing agency; partners see how many', async () => {
  const { register, read } = prepared()
  const siblingGroup = '0198c000-0000-7000-8000-000000000001'
  const [a, b, c] = [aChild({ siblingGroup, siblingPlan: 'together' }), aChild({ siblingGroup, siblingPlan: 'together' }), aChild({ siblingGroup })]
  await saveChildren(register, a, b, c)
  const own = await read(await aWorker(database), { reference: a.child.reference })
  expect(own).toMatchObject({
    ok: true,
    value: { siblings: 2, siblingReferences: [b.child.reference, c.child.reference].sort(), harderToPlace: ['sibling group'] },
  })
  expect(await read(await aWorker(database, { agency: 'CITY' }), { reference: a.child.reference })).toMatchObject({
    ok: true,
    value: { siblings: 2, siblingPlan: 'together' },
  })
})

test('nothing of name, birth date or local reference is stored in clear', async () => {
  const { register } = prepared()
  const one = aChild({ name: 'Tabitha Quill', localReference: 'LR-99871', born: date('2021-07-19') })
  await saveChildren(register, one)
  const dump = await asInspector(database, async (trx) => {
    const { rows } = await sql<{
      row: string
    }>`select row_to_json(c)::text || encode(name_enc, 'escape') || encode(born_enc, 'escape') || encode(local_ref_hash, 'escape') as row from child c`.execute(
      trx,
    )
    return rows[0]?.row ?? ''
  })
  for (const secret of ['Tabitha', 'LR-99871', '2021-07-19']) expect(dump).not.toContain(secret)
})
