import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import { listWaitingAnonymously } from '../../src/overview/list-waiting-anonymously.ts'
import { listWaiting } from '../../src/overview/list-waiting.ts'
import { waitingCursors } from '../../src/overview/waiting-cursor.ts'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { aChild, auditLines, clock, date, FIELD_KEY, registerOn, saveChildren, TODAY, type ChildTraits } from '../children/a-child.ts'
import { aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const ALL: WaitingFilter = { agencies: [], ageBands: [] }
const prepared = () => {
  const deps = { register: registerOn(database), cursors: waitingCursors(FIELD_KEY), ...clock() }
  return { register: deps.register, list: listWaiting(deps), anonymous: listWaitingAnonymously(deps), figures: waitingFigures(deps) }
}
/** Waits since so many days, with the order on the same day. */
const waits = (days: number, traits: ChildTraits = {}) => {
  const on: PlainDate = addDays(TODAY, -days)
  return aChild({ journey: { admDecision: on, placementOrder: on }, ...traits })
}
const references = (...children: readonly ReturnType<typeof aChild>[]) => children.map(({ child }) => child.reference)

test('longest wait first; own children in the own view, partners’ in the shared one', async () => {
  const { register, list } = prepared()
  const [own, partner, undecided] = [waits(100), waits(200, { agency: 'CITY' }), aChild({ journey: { enteredCare: date('2026-01-01') } })]
  const matched = waits(300, { journey: { admDecision: date('2025-01-01'), placementOrder: date('2025-02-01'), matched: date('2026-01-01') } })
  await saveChildren(register, own, partner, undecided, matched)
  const answer = await list(await aWorker(database), { filter: ALL, limit: 10 })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      total: 2,
      nextCursor: null,
      asOf: TODAY,
      items: [
        { view: 'shared', daysWaiting: 200 },
        { view: 'own', daysWaiting: 100 },
      ],
    },
  })
  expect(answer.ok && answer.value.items.map(({ reference }) => reference)).toEqual(references(partner, own))
})

test('the wait counts from the earlier of decision and order', async () => {
  const { register, list } = prepared()
  await saveChildren(register, aChild({ journey: { admDecision: addDays(TODAY, -90), placementOrder: addDays(TODAY, -40) } }))
  expect(await list(await aWorker(database), { filter: ALL, limit: 10 })).toMatchObject({
    ok: true,
    value: { items: [{ daysWaiting: 90, daysFromAdm: 90, daysFromOrder: 40 }] },
  })
})

test('pages follow each other without gap or repeat, over agencies and equal dates', async () => {
  const { register, list } = prepared()
  const all = Array.from({ length: 23 }, (_, index) => waits(50 + (index % 4), { agency: index % 2 === 0 ? 'LEICS' : 'NCT' }))
  await saveChildren(register, ...all)
  const finder = await aWorker(database)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list(finder, { filter: ALL, limit: 5, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) throw new Error('refused')
    expect(page.value.total).toBe(23)
    seen.push(...page.value.items.map(({ reference }) => reference))
    cursor = page.value.nextCursor ?? undefined
  } while (cursor !== undefined)
  const expected = [...all].sort(
    (a, b) => (a.child.journey.admDecision ?? '').localeCompare(b.child.journey.admDecision ?? '') || (a.child.reference < b.child.reference ? -1 : 1),
  )
  expect(seen).toEqual(references(...expected))
})

test.each(['x', 'AAAA', Buffer.from('["2026-01-01","FF-7K3Q0"]').toString('base64url')])('a forged cursor (%s) is refused', async (cursor) => {
  const { list } = prepared()
  expect(await list(await aWorker(database), { filter: ALL, limit: 5, cursor })).toMatchObject({
    ok: false,
    refusal: { kind: 'invalid', fields: { cursor: expect.any(String) } },
  })
})

test('a cursor says nothing to who holds it', async () => {
  const { register, anonymous } = prepared()
  await saveChildren(register, waits(10), waits(20), waits(30), waits(40))
  const page = await anonymous(await aWorker(database), { filter: ALL, limit: 2 }, { place: 'channel' })
  const cursor = page.ok ? (page.value.nextCursor ?? '') : ''
  expect(cursor.length).toBeGreaterThan(20)
  expect(cursor.length).toBeLessThanOrEqual(200)
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/2026|FF-/u)
})

test.each<[string, Partial<WaitingFilter>, readonly number[]]>([
  ['agency', { agencies: ['CITY'] }, [2]],
  ['several agencies', { agencies: ['CITY', 'LEICS'] }, [2, 1, 0, 4]],
  ['age band', { ageBands: ['under 1', '5–9'] }, [3, 0]],
  ['sex', { sex: 'male' }, [1]],
  ['sibling groups', { siblingGroup: true }, [0, 4]],
  ['single children', { siblingGroup: false }, [3, 2, 1]],
  ['at least so many days', { minDays: 300 }, [3, 2]],
  ['at most so many days', { maxDays: 100 }, [0, 4]],
  ['all together', { agencies: ['LEICS'], ageBands: ['3–4'], siblingGroup: true, minDays: 10, sex: 'female' }, [4]],
])('a filter by %s narrows list, total and figures alike', async (_what, filter, expected) => {
  const { register, list, figures } = prepared()
  const siblingGroup = '0198c000-0000-7000-8000-000000000009'
  const children = [
    waits(100, { siblingGroup, born: date('2020-01-01') }),
    waits(200, { sex: 'male' }),
    waits(300, { agency: 'CITY' }),
    waits(400, { agency: 'NLINCS', born: date('2026-06-01') }),
    waits(10, { siblingGroup }),
  ]
  await saveChildren(register, ...children)
  const finder = await aWorker(database)
  const page = await list(finder, { filter: { ...ALL, ...filter }, limit: 10 })
  expect(page.ok && page.value.items.map(({ reference }) => reference)).toEqual(expected.map((index) => children[index]?.child.reference))
  expect(page.ok && page.value.total).toBe(expected.length)
  expect(await figures(finder, { ...ALL, ...filter })).toMatchObject({ ok: true, value: { total: expected.length } })
})

test('an unknown agency, days upside down and a page of 101 are refused with a sentence', async () => {
  const { list } = prepared()
  const finder = await aWorker(database)
  for (const [field, filter, limit] of [
    ['agency', { ...ALL, agencies: ['NOWHERE'] }, 5],
    ['maxDays', { ...ALL, minDays: 9, maxDays: 3 }, 5],
    ['limit', ALL, 101],
  ] as const)
    expect(await list(finder, { filter, limit })).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { [field]: expect.any(String) } } })
})

test('figures are counted over the rows of the list', async () => {
  const { register, figures } = prepared()
  await saveChildren(
    register,
    waits(10),
    waits(100, { sex: 'male' }),
    waits(200, { agency: 'CITY' }),
    waits(801, { journey: { admDecision: addDays(TODAY, -801) } }),
  )
  expect(await figures(await aWorker(database), ALL)).toEqual({
    ok: true,
    value: {
      total: 4,
      boys: 1,
      girls: 3,
      inSiblingGroups: 0,
      longestDays: 801,
      medianDays: 150,
      lists: { waiting: 4, 'order-not-placed': 3, open: 3 },
      byStanding: { 'family-finding': 4, 'link-exploring': 0, linked: 0, 'foster-carer-link': 0, 'on-hold': 0 },
      thresholds: [
        { words: 'National threshold: from placement order to match', limit: 121 },
        { words: 'England average: from placement order to match', limit: 199 },
      ],
      byStage: { admDecision: 1, placementOrder: 3 },
      byWaitingBand: [1, 1, 1, 1],
      byAgency: [
        { code: 'CITY', name: 'Leicester City Council', total: 1 },
        { code: 'LEICS', name: 'Leicestershire County Council', total: 3 },
      ],
    },
  })
})

test('figures over nobody are zeros, without a longest wait', async () => {
  const { figures } = prepared()
  expect(await figures(await aWorker(database), ALL)).toMatchObject({ ok: true, value: { total: 0, longestDays: null, medianDays: null, byAgency: [] } })
})

test.each(['administrator', 'information-governance', 'adopters-social-worker'] as const)('the role %s sees no list and no figures', async (role) => {
  const { register, list, anonymous, figures } = prepared()
  await saveChildren(register, waits(10))
  const actor = await aWorker(database, { roles: [role] })
  for (const answer of [
    await list(actor, { filter: ALL, limit: 5 }),
    await anonymous(actor, { filter: ALL, limit: 5 }, { place: 'personal' }),
    await figures(actor, ALL),
  ])
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
})

test('the hub sees every agency’s children in the shared view', async () => {
  const { register, list } = prepared()
  await saveChildren(register, waits(10), waits(20, { agency: 'RUTLAND' }))
  const answer = await list(await aWorker(database, { agency: 'HUB', roles: ['hub-coordinator'] }), { filter: ALL, limit: 5 })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      total: 2,
      items: [
        { view: 'shared', agency: { code: 'RUTLAND' } },
        { view: 'shared', agency: { code: 'LEICS' } },
      ],
    },
  })
})

test('the audit has one line for each agency whose children were on the page', async () => {
  const { register, list } = prepared()
  const [a, b, c] = [waits(30), waits(20, { agency: 'CITY' }), waits(10)]
  await saveChildren(register, a, b, c)
  await list(await aWorker(database), { filter: ALL, limit: 5 }, { automatic: true })
  const lines = await auditLines(database)
  expect(lines).toHaveLength(2)
  expect(lines).toEqual(
    expect.arrayContaining([
      { verb: 'waiting.listed', outcome: 'done', agency_id: 1, subject_agency_id: 1, subjects: references(a, c), automatic: true },
      { verb: 'waiting.listed', outcome: 'done', agency_id: 1, subject_agency_id: 2, subjects: references(b), automatic: true },
    ]),
  )
})

test('fewer than three children give no items and no number, none and two alike', async () => {
  const { register, anonymous } = prepared()
  await saveChildren(register, waits(10), waits(20), waits(30), waits(10, { agency: 'CITY' }), waits(10, { agency: 'CITY' }))
  const finder = await aWorker(database)
  for (const filter of [
    { ...ALL, agencies: ['CITY'] },
    { ...ALL, agencies: ['NCT'] },
  ])
    for (const place of ['personal', 'channel'] as const)
      expect(await anonymous(finder, { filter, limit: 5 }, { place })).toEqual({
        ok: true,
        value: { filter, asOf: TODAY, items: [], nextCursor: null, total: 0, tooFewToShow: true, ownViewOnly: false },
      })
})

test('moving the limit of days tells nothing finer than a band: the anonymous list answers whole bands, and says which', async () => {
  const { register, anonymous } = prepared()
  await saveChildren(register, ...[200, 201, 240, 300, 383].map((days) => waits(days)), waits(20), waits(30))
  const finder = await aWorker(database)
  const asking = async (filter: Partial<WaitingFilter>) => {
    const answer = await anonymous(finder, { filter: { ...ALL, ...filter }, limit: 10 }, { place: 'channel' })
    return answer.ok ? answer.value : undefined
  }
  const edge = (await asking({ minDays: 184 }))?.filter.minDays
  expect(edge).toBe(184)
  for (const minDays of [190, 201, 239, 300, 350]) expect(await asking({ minDays })).toMatchObject({ total: 5, filter: { minDays: edge } })
  for (const maxDays of [200, 250, 300]) expect(await asking({ maxDays })).toMatchObject({ total: 6, filter: { maxDays: 364 } })
  expect(await asking({ minDays: 380 })).toMatchObject({ tooFewToShow: true })
})

test('the order of an anonymous list tells nothing about the wait, over all its pages', async () => {
  const { register, anonymous } = prepared()
  await saveChildren(register, ...Array.from({ length: 7 }, (_, index) => waits(30 + 50 * index)))
  const finder = await aWorker(database)
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await anonymous(finder, { filter: ALL, limit: 3, ...(cursor ? { cursor } : {}) }, { place: 'channel' })
    if (!page.ok) throw new Error('refused')
    seen.push(...page.value.items.map(({ reference }) => reference))
    cursor = page.value.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect(seen).toEqual([...seen].sort())
})
