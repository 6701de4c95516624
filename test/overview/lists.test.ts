import fc from 'fast-check'
import type { Need, Standing } from '../../src/children/child-views.ts'
import { ETHNICITY_CODES, type EthnicityCode } from '../../src/children/ethnicity.ts'
import type { Actor } from '../../src/core/actor.ts'
import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import { parse } from '../../src/http/parse.ts'
import { period } from '../../src/overview/figures/figures-contract.ts'
import { listWaitingAnonymously } from '../../src/overview/list-waiting-anonymously.ts'
import { listWaiting } from '../../src/overview/list-waiting.ts'
import { waitingFigureParameters, waitingParameters } from '../../src/overview/waiting-contract.ts'
import { waitingCursors } from '../../src/overview/waiting-cursor.ts'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { aChild, cipher, clock, date, FIELD_KEY, registerOn, saveChildren, TODAY, type ChildTraits } from '../children/a-child.ts'
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

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
const ALL: WaitingFilter = { agencies: [], ageBands: [] }
const prepared = (today: PlainDate = TODAY) => {
  const deps = { register: registerOn(database, { cipher, ...clock(today) }), cursors: waitingCursors(FIELD_KEY), ...clock(today) }
  const list = listWaiting(deps)
  const figures = waitingFigures(deps)
  return {
    register: deps.register,
    anonymous: listWaitingAnonymously(deps),
    /** references, and that list, total and figures agree on them */
    of: async (actor: Actor, more: Partial<WaitingFilter>): Promise<readonly string[]> => {
      const filter = { ...ALL, ...more }
      const [page, counts] = [await list(actor, { filter, limit: 100 }), await figures(actor, filter)]
      if (!page.ok || !counts.ok) throw new Error(JSON.stringify([page, counts]))
      expect(page.value.total).toBe(page.value.items.length)
      expect(counts.value.total).toBe(page.value.total)
      expect(counts.value.lists[more.list ?? 'waiting']).toBe(page.value.total)
      // whoever is in no stock has no standing, and the figures tell no stage of theirs and no wait
      const inStock = page.value.items.filter(({ standing }) => standing !== null).length
      const { byStanding, byStage, byWaitingBand } = counts.value
      for (const divided of [Object.values(byStanding), Object.values(byStage), byWaitingBand]) expect(sumOf(divided)).toBe(inStock)
      return page.value.items.map(({ reference }) => reference)
    },
    list,
    figures,
  }
}
const ORDER = { admDecision: date('2026-02-02'), placementOrder: date('2026-04-01') }
const names = (...children: readonly ReturnType<typeof aChild>[]) => children.map(({ child }) => child.reference)

test('two stocks: matched children are in “order, not placed” and wait for no match; undecided ones are only among all open', async () => {
  const { register, of } = prepared()
  const decided = aChild({ journey: { admDecision: date('2026-03-01') } })
  const ordered = aChild({ journey: ORDER })
  const matched = aChild({ journey: { ...ORDER, matched: date('2026-10-01') } })
  const placed = aChild({ journey: { ...ORDER, matched: date('2026-09-01'), placed: date('2026-10-01') } })
  const over = aChild({ journey: { ...ORDER, planEnded: date('2026-10-01') }, planEndedReason: 'RD1' })
  const inCare = aChild({ journey: { enteredCare: date('2026-10-01') } })
  const theirs = aChild({ agency: 'CITY', journey: { ...ORDER, matched: date('2026-10-01') } })
  await saveChildren(register, decided, ordered, matched, placed, over, inCare, theirs)
  const finder = await aWorker(database)
  expect(await of(finder, {})).toEqual(names(ordered, decided))
  expect([...(await of(finder, { list: 'order-not-placed' }))].sort()).toEqual([...names(ordered, matched, theirs)].sort())
  const open = await of(finder, { list: 'open' })
  expect([...open].sort()).toEqual([...names(decided, ordered, matched, placed, inCare)].sort())
  expect(open.at(-1)).toBe(inCare.child.reference)
})

test('of all open children the figures tell stage, standing and wait of those in a stock only, and a standing finds no others', async () => {
  const { register, of, figures } = prepared()
  const finding = aChild({ journey: { admDecision: date('2026-03-01') } })
  const revoked = aChild({ journey: { ...ORDER, revoked: date('2026-06-01') } })
  const matched = aChild({ journey: { ...ORDER, matched: date('2026-10-01') } })
  const placed = aChild({
    journey: { admDecision: date('2024-01-01'), placementOrder: date('2024-02-01'), matched: date('2024-09-01'), placed: date('2024-10-01') },
  })
  const undecided = aChild({ journey: { enteredCare: date('2026-10-01') } })
  await saveChildren(register, finding, revoked, matched, placed, undecided)
  const finder = await aWorker(database)
  expect(await of(finder, { list: 'open' })).toHaveLength(5)
  expect(await figures(finder, { ...ALL, list: 'open' })).toMatchObject({
    value: {
      total: 5,
      byStage: { admDecision: 2, placementOrder: 1 },
      byStanding: { 'family-finding': 2, linked: 1 },
      longestDays: 293,
      medianDays: 293,
    },
  })
  expect([...(await of(finder, { list: 'open', standings: ['family-finding'] }))].sort()).toEqual([...names(finding, revoked)].sort())
  expect(await of(finder, { list: 'open', standings: ['linked'] })).toEqual(names(matched))
})

test('all open children come page by page, those who do not wait yet at the end', async () => {
  const { register, list } = prepared()
  const children = Array.from({ length: 7 }, (_, index) =>
    aChild({ journey: index < 3 ? { admDecision: addDays(TODAY, -100 - index) } : { enteredCare: addDays(TODAY, -index) } }),
  )
  await saveChildren(register, ...children)
  const finder = await aWorker(database)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list(finder, { filter: { ...ALL, list: 'open' }, limit: 2, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) throw new Error('refused')
    seen.push(...page.value.items.map(({ reference }) => reference))
    cursor = page.value.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(seen.slice(0, 3)).toEqual(names(...children.slice(0, 3)).reverse())
  expect([...seen].sort()).toEqual([...names(...children)].sort())
})

test('partners’ private work is no filter: profiles, own cases and undecided children are asked of the own agency only', async () => {
  const { register, of } = prepared()
  const finder = await aWorker(database)
  const [mine, live, theirs] = [
    aChild({ workerId: finder.workerId, journey: ORDER }),
    aChild({ journey: { ...ORDER, profileLive: date('2026-05-01') } }),
    aChild({ agency: 'CITY', journey: ORDER }),
  ]
  const asSocialWorker = aChild({ socialWorkerId: finder.workerId, journey: { ...ORDER, profileLive: date('2026-05-01') } })
  await saveChildren(register, mine, live, theirs, asSocialWorker)
  expect(await of(finder, { withoutProfile: true })).toEqual(names(mine))
  expect([...(await of(finder, { mine: true }))].sort()).toEqual([...names(mine, asSocialWorker)].sort())
  expect(await of(await aWorker(database, { agency: 'HUB', roles: ['hub-coordinator'] }), { mine: true })).toEqual([])
})

test('unborn children are the own agency’s, by a due month and no birth date', async () => {
  const { register, of } = prepared()
  const unborn = { born: null, expectedBirth: '2027-01', sex: null, journey: { parallelPlan: TODAY } } as const
  const [ours, theirs, born, nothingKnown] = [
    aChild(unborn),
    aChild({ ...unborn, agency: 'CITY' }),
    aChild({ expectedBirth: '2026-01', journey: ORDER }),
    aChild({ born: null, journey: ORDER }),
  ]
  await saveChildren(register, ours, theirs, born, nothingKnown)
  const finder = await aWorker(database)
  expect(await of(finder, { list: 'open', unborn: true })).toEqual(names(ours))
  expect(await of(finder, { unborn: true })).toEqual([])
})

test('standings divide a stock; of a partner’s child only how far the search is', async () => {
  const { register, of, list } = prepared()
  const byReference = (one: { readonly reference: string }, other: typeof one) => (one.reference < other.reference ? -1 : 1)
  const hold = { kind: 'on-hold', reason: 'health', from: TODAY, until: null } as const
  const traits: Record<Standing, ChildTraits> = {
    'family-finding': { journey: ORDER },
    'link-exploring': { journey: { ...ORDER, linkExploring: TODAY } },
    linked: { journey: { ...ORDER, linked: TODAY } },
    'foster-carer-link': { journey: { ...ORDER, linkExploring: TODAY }, fosterCarerAdoption: true },
    'on-hold': { journey: { ...ORDER, linked: TODAY }, pauses: [hold] },
  }
  const children = Object.entries(traits).flatMap(([standing, one]) =>
    (['LEICS', 'CITY'] as const).map((agency) => ({ standing: standing as Standing, one: aChild({ ...one, agency }) })),
  )
  await saveChildren(register, ...children.map(({ one }) => one))
  const finder = await aWorker(database)
  const partnersRead: Record<Standing, Standing> = {
    'family-finding': 'family-finding',
    'link-exploring': 'link-exploring',
    linked: 'linked',
    'foster-carer-link': 'link-exploring',
    'on-hold': 'linked',
  }
  const seen = children.map(({ standing, one }) => ({
    reference: one.child.reference,
    standing: one.child.agencyId === finder.agencyId ? standing : partnersRead[standing],
  }))
  for (const standing of Object.keys(traits) as Standing[])
    expect([...(await of(finder, { standings: [standing] }))].sort()).toEqual(
      seen
        .filter((child) => child.standing === standing)
        .map(({ reference }) => reference)
        .sort(),
    )
  expect(await of(finder, { standings: ['linked', 'on-hold'], list: 'order-not-placed' })).toHaveLength(4)
  const page = await list(finder, { filter: ALL, limit: 100 })
  for (const item of page.ok ? page.value.items : []) expect('harderToPlaceAtDecision' in item).toBe(item.view === 'own')
  expect(page.ok && page.value.items.map(({ reference, standing }) => ({ reference, standing })).sort(byReference)).toEqual(seen.sort(byReference))
})

test('changed since: of an own child anything, of a partner’s only what partners see, and a birthday is no change', async () => {
  const before = prepared(date('2026-11-01'))
  const [own, theirs, hiddenChange] = [aChild({ journey: ORDER }), aChild({ agency: 'CITY', journey: ORDER }), aChild({ agency: 'CITY', journey: ORDER })]
  await saveChildren(before.register, own, theirs, hiddenChange)
  const { register, of } = prepared()
  const finder = await aWorker(database)
  expect(await of(finder, { changedSince: date('2026-11-02') })).toEqual([])
  const change = (one: typeof own, changes: Partial<typeof own.child>) =>
    register.asJob(one.child.agencyId, 'test', async ({ children }) => {
      const was = (await children.own(one.child.reference))?.child
      if (was) await children.replace(was, { ...was, ...changes })
    })
  await change(own, { journey: { ...own.child.journey, lastReview: TODAY } })
  await change(theirs, { nextStep: 'Plan the introductions' })
  await change(hiddenChange, { journey: { ...hiddenChange.child.journey, lastReview: TODAY } })
  expect([...(await of(finder, { changedSince: date('2026-11-02') }))].sort()).toEqual([...names(own, theirs)].sort())
  await register.asJob(hiddenChange.child.agencyId, 'test', ({ ageing }) => ageing.refreshAges())
  expect(await of(finder, { changedSince: TODAY })).toHaveLength(2)
})

const codes = Object.keys(ETHNICITY_CODES) as EthnicityCode[]
test('the filter “harder to place” leaves exactly those whose view names a reason, own and shared', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          agency: fc.constantFrom('LEICS' as const, 'CITY' as const),
          disability: fc.constantFrom(true, false, null),
          ethnicity: fc.option(fc.constantFrom(...codes), { nil: null }),
          born: fc.option(
            fc.integer({ min: 10, max: 4_000 }).map((days) => addDays(TODAY, -days)),
            { nil: null },
          ),
          needs: fc.constantFrom<readonly Need[]>([], [{ category: 'health', grade: 'significant' }], [{ category: 'health', grade: 'some' }]),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (traits) => {
        await database.truncate()
        await seedPartnership(database)
        const { register, of, list } = prepared()
        await saveChildren(register, ...traits.map((one) => aChild({ ...one, journey: ORDER })))
        const finder = await aWorker(database)
        const everyone = await list(finder, { filter: ALL, limit: 100 })
        const named = everyone.ok ? everyone.value.items.filter(({ harderToPlace }) => harderToPlace.length > 0).map(({ reference }) => reference) : []
        expect(await of(finder, { harderToPlace: true })).toEqual(named)
      },
    ),
    { numRuns: 25 },
  )
})

test.each<[string, Partial<WaitingFilter>]>([
  ['a stock', { list: 'order-not-placed' }],
  ['all open', { list: 'open' }],
  ['a standing', { standings: ['on-hold'] }],
  ['what changed', { changedSince: date('2026-11-01') }],
  ['no profile', { withoutProfile: true }],
  ['own cases', { mine: true }],
  ['unborn children', { unborn: true }],
  ['harder to place', { harderToPlace: true }],
])('no message that is kept answers %s: no rows and no number, however many there are', async (_what, more) => {
  const { register, anonymous } = prepared()
  await saveChildren(register, ...Array.from({ length: 6 }, () => aChild({ journey: { ...ORDER, linked: TODAY }, disability: true })))
  const finder = await aWorker(database)
  for (const place of ['personal', 'channel'] as const)
    expect(await anonymous(finder, { filter: { ...ALL, ...more }, limit: 5 }, { place })).toMatchObject({
      ok: true,
      value: { items: [], total: 0, nextCursor: null, tooFewToShow: true, ownViewOnly: true },
    })
})

test.each(['0000-01-01', '1899-12-31', '2101-01-01', '2026-02-30'])('%s is no day to ask about', (day) => {
  expect(parse(waitingParameters, { changedSince: day }).ok).toBe(false)
  expect(parse(waitingFigureParameters, { changedSince: day }).ok).toBe(false)
  expect(parse(period, { from: day, until: TODAY }).ok).toBe(false)
  expect(parse(period, { from: TODAY, until: day }).ok).toBe(false)
})
