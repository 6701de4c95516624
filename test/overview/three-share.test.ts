import fc from 'fast-check'
import { sql } from 'kysely'
import { waitingBandOf } from '../../src/children/bands.ts'
import type { AGE_BANDS, NEED_CATEGORIES, SEXES } from '../../src/children/child-views.ts'
import { type AnonymousChild } from '../../src/children/child-views.ts'
import { readAnonymousChild } from '../../src/children/sharing/read-anonymous-child.ts'
import { newId, type AgencyId } from '../../src/core/ids.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/core/plain-date.ts'
import { newReference, type ChildReference } from '../../src/core/reference.ts'
import { listWaitingAnonymously } from '../../src/overview/list-waiting-anonymously.ts'
import { waitingCursors } from '../../src/overview/waiting-cursor.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { clock, FIELD_KEY, registerOn, TODAY } from '../children/a-child.ts'
import { AGENCIES, aWorker, PARTNERSHIP, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
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

type Code = 'LEICS' | 'CITY' | 'RUTLAND'

interface Row {
  readonly reference: ChildReference
  readonly agency: Code
  readonly isWaiting: boolean
  readonly ageBand: (typeof AGE_BANDS)[number] | 'unknown'
  readonly stage: 'admDecision' | 'placementOrder'
  readonly sex: (typeof SEXES)[number] | null
  readonly siblings: number
  readonly needs: readonly (typeof NEED_CATEGORIES)[number][]
  readonly from: PlainDate
}

/** Few values each, so that crowds and loners both come up. */
const row: fc.Arbitrary<Row> = fc.record({
  reference: fc.constant('').map(() => newReference('FF')),
  agency: fc.constantFrom('LEICS', 'LEICS', 'LEICS', 'CITY', 'CITY', 'RUTLAND'),
  isWaiting: fc.constantFrom(true, true, true, true, false),
  ageBand: fc.constantFrom('1–2', '1–2', '3–4', '5–9', 'unknown'),
  stage: fc.constantFrom('placementOrder', 'placementOrder', 'admDecision'),
  sex: fc.constantFrom('female', 'female', 'male', null),
  siblings: fc.constantFrom(0, 0, 0, 1, 4),
  needs: fc.constantFrom([], ['contact'], ['contact', 'health'], ['contact', 'health', 'identity']),
  from: fc.constantFrom(20, 20, 20, 100, 250, 700).map((days) => addDays(TODAY, -days)),
})
const filter: fc.Arbitrary<WaitingFilter> = fc.record(
  {
    agencies: fc.constantFrom([], [], ['LEICS'], ['CITY', 'RUTLAND']),
    ageBands: fc.constantFrom([], [], ['1–2'], ['3–4', '5–9']),
    sex: fc.constantFrom('female', 'male'),
    siblingGroup: fc.boolean(),
    minDays: fc.constantFrom(0, 21, 150),
    maxDays: fc.constantFrom(200, 900),
  },
  { requiredKeys: ['agencies', 'ageBands'] },
)

const fill = async (rows: readonly Row[]): Promise<void> => {
  await asInspector(database, async (trx) => {
    await sql`truncate child_shared, child_key, child_need, child cascade`.execute(trx)
    for (const one of rows) {
      const id = newId()
      const agencyId: AgencyId = AGENCIES[one.agency].id
      const matched = one.isWaiting ? null : TODAY
      await sql`insert into child (id, agency_id, reference, adm_decision, matched, changed_at) values (${id}, ${agencyId}, ${one.reference}, ${one.from}, ${matched}, now())`.execute(
        trx,
      )
      await sql`insert into child_shared (child_id, agency_id, partnership_id, reference, age_band, sex, sibling_count, stage, waiting_from, is_waiting, need_categories, changed_at)
        values (${id}, ${agencyId}, ${PARTNERSHIP}, ${one.reference}, ${one.ageBand}, ${one.sex}, ${one.siblings}, ${one.isWaiting ? one.stage : 'matched'}, ${one.from},
          ${one.isWaiting}, ${[...one.needs]}, now())`.execute(trx)
    }
  })
  await registerOn(database).asJob(AGENCIES.LEICS.id, 'test', ({ ageing }) => ageing.countNeeds())
}

const capped = (siblings: number) => Math.min(siblings, 3)

/** Whether another child has everything that this answer shows. */
const shares =
  (shown: AnonymousChild) =>
  (one: Row): boolean =>
    one.agency === shown.agency.code &&
    (shown.ageBand === null || one.ageBand === shown.ageBand) &&
    (shown.waitingBand === null || waitingBandOf(one.from, TODAY) === shown.waitingBand) &&
    (shown.stage === null || one.stage === shown.stage) &&
    (shown.sex === null || one.sex === shown.sex) &&
    (shown.siblings === null || capped(one.siblings) === shown.siblings) &&
    shown.needs.every((need) => one.needs.includes(need))

const fits =
  (asked: WaitingFilter) =>
  (one: Row): boolean => {
    const days = daysBetween(one.from, TODAY)
    return (
      (asked.agencies.length === 0 || asked.agencies.includes(one.agency)) &&
      (asked.ageBands.length === 0 || asked.ageBands.some((band) => band === one.ageBand)) &&
      (asked.sex === undefined || asked.sex === one.sex) &&
      (asked.siblingGroup === undefined || asked.siblingGroup === one.siblings > 0) &&
      (asked.minDays === undefined || days >= asked.minDays) &&
      (asked.maxDays === undefined || days <= asked.maxDays)
    )
  }

const factsShown = (child: AnonymousChild): number =>
  [child.ageBand, child.waitingBand, child.stage, child.sex, child.siblings].filter((fact) => fact !== null).length + child.needs.length
const saysSomething = (asked: WaitingFilter): boolean => Object.keys(asked).length > 2 || asked.ageBands.length > 0

/** At least three waiting children share what is shown and what was asked; or nothing is shown or asked but reference and agency. */
const expectThreeShare = (rows: readonly Row[], shown: AnonymousChild, asked: WaitingFilter): void => {
  const crowd = rows.filter((one) => one.isWaiting && fits(asked)(one) && shares(shown)(one))
  if (crowd.length < 3) expect({ facts: factsShown(shown), asked: saysSomething(asked) }).toEqual({ facts: 0, asked: false })
}

test('in no anonymous answer, list or single, fewer than three waiting children share what is shown and what was asked', async () => {
  const register = registerOn(database)
  const list = listWaitingAnonymously({ register, cursors: waitingCursors(FIELD_KEY), ...clock() })
  const read = readAnonymousChild({ register })
  const finder = await aWorker(database)
  let rowsShown = 0
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { minLength: 8, maxLength: 40, size: 'max', selector: ({ reference }) => reference }),
      fc.array(filter, { minLength: 4, maxLength: 4 }),
      async (rows, filters) => {
        await fill(rows)
        for (const wanted of [{ agencies: [], ageBands: [] }, ...filters]) {
          const page = await list(finder, { filter: wanted, limit: 100 }, { place: 'channel' })
          if (!page.ok) throw new Error('refused')
          // days are answered in whole bands (whole-bands.ts): what was answered is what every row says
          const asked = page.value.filter
          const fitting = rows.filter((one) => one.isWaiting && fits(asked)(one))
          const ofAgency = (agency: Row['agency']): number => fitting.filter((one) => one.agency === agency).length
          const counted = saysSomething(asked) ? fitting.filter(({ agency }) => ofAgency(agency) >= 3) : fitting
          expect(page.value.tooFewToShow).toBe(counted.length < 3)
          expect(page.value.total).toBe(counted.length < 3 ? 0 : counted.length)
          rowsShown += page.value.items.length
          for (const shown of page.value.items) expectThreeShare(rows, shown, asked)
        }
        for (const one of rows.slice(0, 5)) {
          const answer = await read(finder, { reference: one.reference })
          if (!answer.ok) throw new Error('refused')
          expectThreeShare(rows, answer.value, { agencies: [], ageBands: [] })
          if (!one.isWaiting) expect({ isWaiting: answer.value.isWaiting, facts: factsShown(answer.value) }).toEqual({ isWaiting: false, facts: 0 })
        }
      },
    ),
    { numRuns: 12, seed: 20_261_122 },
  )
  expect(rowsShown).toBeGreaterThan(100)
}, 240_000)

const some = (more: Partial<Row>): Row => ({
  reference: newReference('FF'),
  agency: 'LEICS',
  isWaiting: true,
  ageBand: '3–4',
  stage: 'placementOrder',
  sex: 'female',
  siblings: 0,
  needs: [],
  from: addDays(TODAY, -100),
  ...more,
})
const everything = { ageBand: '3–4', waitingBand: '3–6 months', stage: 'placementOrder', sex: 'female', siblings: 0, needs: ['health', 'contact'] }
const needs: Row['needs'] = ['health', 'contact']

/** What is left of the first child's facts beside two others who differ from it in one thing. */
test.each<[string, Partial<Row>, object]>([
  ['nothing', {}, everything],
  ['a rare need', { needs: ['contact'] }, { ...everything, needs: ['contact'] }],
  ['all needs', { needs: [] }, { ...everything, needs: [] }],
  ['sibling count', { siblings: 1 }, { ...everything, needs: [], siblings: null }],
  ['sex', { sex: 'male' }, { ...everything, needs: [], siblings: null, sex: null }],
  ['stage', { stage: 'admDecision' }, { ...everything, needs: [], siblings: null, sex: null, stage: null }],
  ['waiting band', { from: addDays(TODAY, -10) }, { ...everything, needs: [], siblings: null, sex: null, stage: null, waitingBand: null }],
  ['age band', { ageBand: '5–9' }, { ageBand: null, needs: [], siblings: null, sex: null, stage: null, waitingBand: null }],
  ['agency', { agency: 'CITY' }, { ageBand: null, needs: [], siblings: null, sex: null, stage: null, waitingBand: null }],
])('when the others differ in %s, facts are dropped in their order and no further', async (_what, difference, expected) => {
  const first = some({ needs })
  await fill([first, some({ needs, ...difference }), some({ needs, ...difference })])
  const answer = await readAnonymousChild({ register: registerOn(database) })(await aWorker(database), { reference: first.reference })
  expect(answer).toMatchObject({ ok: true, value: { reference: first.reference, agency: { code: 'LEICS' }, isWaiting: true, ...expected } })
})

test('a row whose agency has fewer than three such children is left out where the query names a fact, and stays where it names none', async () => {
  const lone = some({ agency: 'RUTLAND' })
  await fill([lone, some({}), some({}), some({})])
  const list = listWaitingAnonymously({ register: registerOn(database), cursors: waitingCursors(FIELD_KEY), ...clock() })
  const finder = await aWorker(database)
  const references = async (asked: WaitingFilter) => {
    const page = await list(finder, { filter: asked, limit: 10 }, { place: 'channel' })
    return page.ok ? page.value.items.map(({ reference }) => reference) : []
  }
  expect(await references({ agencies: [], ageBands: [], sex: 'female' })).not.toContain(lone.reference)
  expect(await references({ agencies: [], ageBands: [] })).toContain(lone.reference)
})

test('a total does not count the rows that are left out, so that no subtraction finds how few an agency has', async () => {
  await fill([some({ agency: 'RUTLAND' }), some({}), some({}), some({}), some({ agency: 'CITY' }), some({ agency: 'CITY' })])
  const list = listWaitingAnonymously({ register: registerOn(database), cursors: waitingCursors(FIELD_KEY), ...clock() })
  const finder = await aWorker(database)
  const totalOf = async (agencies: readonly string[]) => {
    const page = await list(finder, { filter: { agencies, ageBands: [], sex: 'female' }, limit: 10 }, { place: 'channel' })
    return page.ok && { total: page.value.total, tooFewToShow: page.value.tooFewToShow }
  }
  expect(await totalOf([])).toEqual({ total: 3, tooFewToShow: false })
  expect(await totalOf(['LEICS', 'CITY'])).toEqual({ total: 3, tooFewToShow: false })
  expect(await totalOf(['RUTLAND', 'CITY'])).toEqual({ total: 0, tooFewToShow: true })
})
