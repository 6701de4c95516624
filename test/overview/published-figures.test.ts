import { randomUUID } from 'node:crypto'
import type { Journey, JourneyDate } from '../../src/children/child-views.ts'
import type { Actor } from '../../src/core/actor.ts'
import type { PeriodFigures } from '../../src/overview/figures/read-figures.ts'
import { aWorker, seedPartnership, type AgencyCode } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openWholeApi, type WholeApi } from '../walls/whole-api.ts'

/*
 * The counts of published reports, from children who are entered one by one through the API as people enter them. Each list below is
 * the smallest one that has the report's figures; dates after the period show that a stock is counted as it stood then.
 */
let database: TestDatabase
let api: WholeApi
beforeAll(async () => {
  database = await openTestDatabase()
  api = await openWholeApi(database)
})
afterAll(async () => {
  await api.close()
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

interface Entered {
  readonly sex?: 'female' | 'male'
  readonly dates: Partial<Record<JourneyDate, string>>
  readonly fosterCarer?: boolean
  /** the members of one list with the same name are siblings */
  readonly siblings?: string
}

const DECIDED_BY_ADM: readonly (keyof Journey)[] = ['admDecision', 'matched']

const enter = async (agency: AgencyCode, children: readonly Entered[]): Promise<Actor> => {
  const [finder, maker] = [await aWorker(database, { agency }), await aWorker(database, { agency, roles: ['agency-decision-maker'] })]
  const post = async (person: Actor, path: string, body: object): Promise<{ reference: string; version: number }> => {
    const answer = await api.ask(person, 'post', path, { ...body, key: randomUUID() })
    if (answer.status > 201) throw new Error(`${path}: ${answer.text}`)
    return JSON.parse(answer.text) as { reference: string; version: number }
  }
  const groups = new Map<string, string[]>()
  for (const { sex = 'female', dates, fosterCarer, siblings } of children) {
    const { enteredCare = '2010-01-01', ...later } = dates
    const { reference } = await post(finder, '/children', { localReference: randomUUID(), born: '2010-01-01', sex, enteredCare })
    let version = 1
    for (const [date, on] of Object.entries(later).sort(([, a], [, b]) => a.localeCompare(b))) {
      const reason = date === 'planEnded' ? { reason: 'RD3' } : {}
      const person = DECIDED_BY_ADM.includes(date as JourneyDate) ? maker : finder
      version = (await post(person, `/children/${reference}/dates`, { date, on, ...reason, version })).version
    }
    if (fosterCarer === true) version = (await post(finder, `/children/${reference}/facts`, { facts: { fosterCarerAdoption: true }, version })).version
    if (siblings === undefined) continue
    const before = groups.get(siblings) ?? []
    if (before.length > 0) await post(finder, `/children/${reference}/siblings`, { siblings: before, plan: 'together', decidedOn: '2019-01-01', version })
    groups.set(siblings, [...before, reference])
  }
  return finder
}
const figures = async (person: Actor, from: string, until: string): Promise<PeriodFigures> => {
  const answer = await api.ask(person, 'get', `/figures?from=${from}&until=${until}`)
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text) as PeriodFigures
}
const times = (number: number, child: (index: number) => Entered): readonly Entered[] => Array.from({ length: number }, (_, index) => child(index))
const PLACED = { admDecision: '2018-01-10', placementOrder: '2018-03-01', matched: '2018-06-01', placed: '2018-07-01' }

test('Leicestershire at 31 March 2024: 27 with an order and not placed, 15 boys and 12 girls, six pairs, 8 linked, 2 with their foster carers (S001 ¶19)', async () => {
  const order = { admDecision: '2023-03-01', placementOrder: '2023-06-01' }
  const standing = (index: number): Pick<Entered, 'fosterCarer' | 'dates'> => {
    if (index < 8) return { dates: { ...order, linkExploring: '2023-10-01', linked: '2024-02-01', matched: '2024-05-01', placed: '2024-06-01' } }
    if (index < 10) return { fosterCarer: true, dates: { ...order, linkExploring: '2024-01-15' } }
    // linked after the day that is counted: still family finding on it
    return { dates: { ...order, linked: '2024-04-20' } }
  }
  const person = await enter('LEICS', [
    ...times(27, (index) => ({
      sex: index < 15 ? 'male' : 'female',
      ...standing(index),
      ...(index >= 10 && index < 22 ? { siblings: `pair ${Math.floor(index / 2).toString()}` } : {}),
    })),
    { dates: PLACED },
    { dates: { admDecision: '2024-01-01' } },
    { dates: { ...order, planEnded: '2024-03-31' } },
  ])
  const { stocks } = await figures(person, '2023-04-01', '2024-03-31')
  expect(stocks.orderNotPlaced).toEqual({
    total: 27,
    boys: 15,
    girls: 12,
    siblingGroups: 6,
    inSiblingGroups: 12,
    byStanding: { 'family-finding': 17, 'link-exploring': 0, linked: 8, 'foster-carer-link': 2, 'on-hold': 0 },
  })
  expect(stocks.orderNotPlaced.total - stocks.orderNotPlaced.inSiblingGroups).toBe(15)
}, 120_000)

test('Nottinghamshire 2023-24: 46 orders, 25 placed, 24 adopted, 39 with an order and no match: a stock is not the flows summed up (S000)', async () => {
  const before = { admDecision: '2022-02-01', placementOrder: '2022-06-01' }
  const person = await enter('CITY', [
    ...times(39, () => ({ dates: { admDecision: '2023-03-01', placementOrder: '2023-09-01' } })),
    ...times(7, () => ({ dates: { admDecision: '2023-04-01', placementOrder: '2023-05-01', matched: '2023-10-01', placed: '2023-11-01' } })),
    ...times(18, () => ({ dates: { ...before, matched: '2023-05-01', placed: '2023-06-01' } })),
    ...times(24, () => ({ dates: { ...before, matched: '2022-09-01', placed: '2022-10-01', adoptionOrder: '2023-08-01' } })),
  ])
  const { flows, stocks } = await figures(person, '2023-04-01', '2024-03-31')
  expect(flows).toMatchObject({ placementOrders: 46, placed: 25, adoptionOrders: 24 })
  expect(stocks.orderNotMatched).toBe(39)
  expect(flows.placementOrders - flows.placed).not.toBe(stocks.orderNotMatched)
}, 120_000)

test('Herefordshire 2019-20: 26 decisions after 19, 6 plans changed, 19 orders after 14, 14 placed, 16 adopted, 16 not matched, 4 FfA after 2 (S002)', async () => {
  const ffa = (index: number, until: number, on: string): Partial<Record<JourneyDate, string>> => (index < until ? { earlyPermanence: on } : {})
  const person = await enter('LINCS', [
    // decided this year: 6 changed, 16 with an order and no match, 3 placed, 1 with no order yet
    ...times(6, () => ({ dates: { admDecision: '2019-05-01', planEnded: '2020-02-01' } })),
    ...times(16, (index) => ({ dates: { admDecision: '2019-06-01', placementOrder: '2019-12-01', ...ffa(index, 4, '2019-08-01') } })),
    ...times(3, () => ({ dates: { admDecision: '2019-04-10', placementOrder: '2019-06-01', matched: '2019-10-01', placed: '2019-11-01' } })),
    { dates: { admDecision: '2020-03-01' } },
    // decided the year before: 11 of 14 with an order placed this year, two with their foster carers and one pair; 3 placed that year; 5 ended
    ...times(11, (index) => ({
      dates: { admDecision: '2018-06-01', placementOrder: '2018-12-01', matched: '2019-05-01', placed: '2019-06-01', ...ffa(index, 2, '2018-08-01') },
      ...(index < 2 ? { fosterCarer: true } : {}),
      ...(index === 4 || index === 5 ? { siblings: 'pair' } : {}),
    })),
    ...times(3, () => ({
      dates: { admDecision: '2018-05-01', placementOrder: '2018-06-01', matched: '2018-10-01', placed: '2018-11-01', adoptionOrder: '2019-07-01' },
    })),
    ...times(5, () => ({ dates: { admDecision: '2018-05-01', planEnded: '2018-10-01' } })),
    ...times(13, () => ({ dates: { ...PLACED, admDecision: '2017-01-10', placementOrder: '2017-03-01', adoptionOrder: '2019-09-01' } })),
  ])
  const { flows, stocks } = await figures(person, '2019-04-01', '2020-03-31')
  const prior = (await figures(person, '2018-04-01', '2019-03-31')).flows
  expect(flows).toEqual({
    admDecisions: 26,
    plansEnded: 6,
    placementOrders: 19,
    placed: 14,
    placedWithFosterCarers: 2,
    placedInSiblingGroups: 2,
    adoptionOrders: 16,
    earlyPermanence: 4,
    matched: 14,
    disruptions: 0,
  })
  expect(prior).toMatchObject({ admDecisions: 19, placementOrders: 14, earlyPermanence: 2 })
  expect(stocks.orderNotMatched).toBe(16)
  expect(((flows.admDecisions - flows.plansEnded) / flows.admDecisions) * 100).toBeCloseTo(76.9, 1)
}, 180_000)

test('Northamptonshire: 56 decisions in 2022-23, 41 in 2021-22, 59 in 2019-20; 32 adoption orders and 17 in placement awaiting one (S003 §5, §8)', async () => {
  const person = await enter('NCT', [
    ...times(56, () => ({ dates: { admDecision: '2022-07-01' } })),
    ...times(32, () => ({
      dates: { admDecision: '2021-06-01', placementOrder: '2021-08-01', matched: '2021-11-01', placed: '2022-01-01', adoptionOrder: '2022-09-01' },
    })),
    ...times(9, () => ({ dates: { admDecision: '2021-05-01', placementOrder: '2021-09-01', matched: '2022-10-01', placed: '2022-11-01' } })),
    ...times(8, () => ({
      dates: { admDecision: '2019-05-01', placementOrder: '2020-09-01', matched: '2022-05-01', placed: '2022-06-01', adoptionOrder: '2023-06-01' },
    })),
    ...times(51, () => ({ dates: { admDecision: '2019-10-01' } })),
  ])
  const year = async (from: number) => figures(person, `${from.toString()}-04-01`, `${(from + 1).toString()}-03-31`)
  const [now, before, earlier] = [await year(2022), await year(2021), await year(2019)]
  expect([now, before, earlier].map(({ flows }) => flows.admDecisions)).toEqual([56, 41, 59])
  expect(((now.flows.admDecisions - before.flows.admDecisions) / before.flows.admDecisions) * 100).toBeCloseTo(36.6, 1)
  expect(now.flows.adoptionOrders).toBe(32)
  expect(now.stocks.placedAwaitingOrder).toBe(17)
}, 180_000)
