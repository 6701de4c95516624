import { sql } from 'kysely'
import { childCommands } from '../../src/children/changing/child-commands.ts'
import { readChild } from '../../src/children/read-child.ts'
import type { Actor, Role } from '../../src/core/actor.ts'
import { parseReference } from '../../src/core/reference.ts'
import type { Result } from '../../src/core/result.ts'
import { aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOfQuery } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { aChild, auditLines, clock, date, holidays, newKey, registerOn, saveChildren, TODAY } from './a-child.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)
const prepared = () => {
  const deps = { register: registerOn(database), holidays, ...clock() }
  return { register: deps.register, read: readChild(deps), ...childCommands(deps) }
}
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const seen = (version: number) => ({ version, key: newKey() })
const decisionMaker = (): Promise<Actor> => aWorker(database, { roles: ['agency-decision-maker'], name: 'Helen Decides' })

test('a child is added, found again by reference, and a second one with the same local reference is refused', async () => {
  const { addChild, read } = prepared()
  const finder = await aWorker(database)
  const command = { localReference: 'LE/1', name: 'Robin Example', born: '2023-04-05', sex: 'male' as const, enteredCare: '2026-01-10', key: newKey() }
  const { reference } = value(await addChild(finder, command))
  expect(parseReference('FF', reference)).toBe(reference)
  expect(value(await addChild(finder, command)).reference).toBe(reference)
  expect(value(await read(finder, { reference }))).toMatchObject({
    view: 'own',
    ageYears: 3,
    sex: 'male',
    stage: 'enteredCare',
    version: 1,
    changes: [{ what: ['added'], by: 'Ffion Reed' }],
  })
  expect(await addChild(finder, { ...command, localReference: ' le/1 ', key: newKey() })).toMatchObject({
    refusal: { kind: 'invalid', fields: { localReference: expect.stringContaining(reference) as string } },
  })
  expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 1 }])
  expect((await auditLines(database)).filter(({ verb }) => verb === 'child.added').map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
})

test.each<[string, Record<string, unknown>, string]>([
  ['neither birth date nor due month', {}, 'born'],
  ['both', { born: '2026-01-01', expectedBirth: '2027-01' }, 'born'],
  ['a name before birth', { expectedBirth: '2027-01', name: 'Robin' }, 'expectedBirth'],
  ['a sex before birth', { expectedBirth: '2027-01', sex: 'male' }, 'expectedBirth'],
  ['born tomorrow', { born: '2026-11-23' }, 'born'],
  ['no such day', { born: '2025-02-30' }, 'born'],
  ['grown up', { born: '2008-11-22' }, 'born'],
  ['in care before birth', { born: '2025-03-01', enteredCare: '2025-02-01' }, 'enteredCare'],
  ['in care unborn', { expectedBirth: '2027-01', enteredCare: '2026-02-01' }, 'enteredCare'],
])('not added: %s', async (_why, more, field) => {
  const { addChild } = prepared()
  const answer = await addChild(await aWorker(database), { localReference: 'LE/1', key: newKey(), ...more })
  expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { [field]: expect.any(String) as string } } })
  expect(await rowsOf(sql`select id from child`)).toEqual([])
})

test('an unborn child keeps reference and history when born', async () => {
  const { addChild, recordDate, recordBirth, read } = prepared()
  const worker = await aWorker(database, { roles: ['childs-social-worker'] })
  const { reference } = value(await addChild(worker, { localReference: 'LE/2', expectedBirth: '2026-11', key: newKey() }))
  expect(value(await read(worker, { reference }))).toMatchObject({ stage: 'unborn', ageYears: null, expectedBirth: '2026-11', sex: null })
  value(await recordDate(worker, { reference, date: 'parallelPlan', on: '2026-09-01', ...seen(1) }))
  expect(await recordDate(worker, { reference, date: 'enteredCare', on: TODAY, ...seen(2) })).toMatchObject({
    refusal: { fields: { on: expect.stringContaining('not born yet') as string } },
  })
  const born = value(await recordBirth(worker, { reference, on: '2026-11-20', sex: 'female', name: 'Robin', ...seen(2) }))
  expect(born).toMatchObject({ stage: 'parallelPlan', ageYears: 0, expectedBirth: null, sex: 'female', journey: { parallelPlan: '2026-09-01' } })
  expect(born.changes.map(({ what }) => what)).toEqual([['sex', 'name', 'born'], ['parallelPlan'], ['added']])
  expect(await rowsOf(sql`select expected_birth from child`)).toEqual([{ expected_birth: '2026-11' }])
  expect(await recordBirth(worker, { reference, on: '2026-11-20', sex: 'female', ...seen(3) })).toMatchObject({ refusal: { kind: 'invalid' } })
})

test.each([
  ['2026-05-31', false],
  ['2026-06-01', true],
  ['2026-11-22', true],
  ['1985-01-01', false],
  ['0001-01-01', false],
])('due in November 2026 and born on %s: %s', async (on, taken) => {
  const { addChild, recordBirth } = prepared()
  const worker = await aWorker(database)
  const { reference } = value(await addChild(worker, { localReference: 'LE/3', expectedBirth: '2026-11', key: newKey() }))
  expect((await recordBirth(worker, { reference, on, sex: null, ...seen(1) })).ok).toBe(taken)
})

test.each(['0000-01-01', '0001-01-01', '2101-01-01', '9999-12-31'])('%s is no day of a record, a booked panel or not', async (on) => {
  const { register, recordDate, read } = prepared()
  const one = aChild()
  await saveChildren(register, one)
  const finder = await aWorker(database)
  for (const date of ['matchPanel', 'lastReview'] as const)
    expect(await recordDate(finder, { reference: one.child.reference, date, on, ...seen(1) })).toMatchObject({
      refusal: { kind: 'invalid', fields: { on: expect.any(String) as string } },
    })
  expect((await read(finder, { reference: one.child.reference })).ok).toBe(true)
})

test('a disruption puts the child back on the list of partners too, and posted cards are told', async () => {
  const { register, recordDisruption } = prepared()
  const placed = aChild({
    journey: {
      enteredCare: date('2025-01-01'),
      admDecision: date('2025-03-01'),
      placementOrder: date('2025-05-01'),
      matched: date('2025-08-01'),
      placed: date('2025-09-01'),
    },
  })
  await saveChildren(register, placed)
  const { reference } = placed.child
  const answer = value(await recordDisruption(await aWorker(database), { reference, on: '2026-02-01', ...seen(1) }))
  expect(answer).toMatchObject({
    stage: 'placementOrder',
    isWaiting: true,
    standing: 'family-finding',
    attempts: [{ endedBy: 'disrupted', on: '2026-02-01', dates: { matched: '2025-08-01', placed: '2025-09-01' } }],
    mayDisrupt: false,
  })
  expect(await rowsOf(sql`select stage, is_waiting, is_order_not_placed, changed_on from child_shared`)).toEqual([
    { stage: 'placementOrder', is_waiting: true, is_order_not_placed: true, changed_on: TODAY },
  ])
  expect(await rowsOf(sql`select kind from job`)).toEqual([{ kind: 'post.child-changed' }])
})

test('whoever may record a disruption takes it back; a new decision is taken back by the decision maker only', async () => {
  const { register, recordDisruption, recordNewDecision, takeBackAttempt } = prepared()
  const placed = aChild({
    journey: {
      enteredCare: date('2025-01-01'),
      admDecision: date('2025-03-01'),
      placementOrder: date('2025-05-01'),
      matched: date('2025-08-01'),
      placed: date('2025-09-01'),
    },
  })
  const ended = aChild({ planEndedReason: 'RD2', journey: { admDecision: date('2025-03-01'), planEnded: date('2025-09-01') } })
  await saveChildren(register, placed, ended)
  const [finder, maker] = [await aWorker(database), await decisionMaker()]
  value(await recordDisruption(finder, { reference: placed.child.reference, on: '2026-02-01', ...seen(1) }))
  expect(await takeBackAttempt(maker, { reference: placed.child.reference, ...seen(2) })).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(value(await takeBackAttempt(finder, { reference: placed.child.reference, ...seen(2) }))).toMatchObject({
    stage: 'placed',
    attempts: [],
    mayTakeBack: false,
    mayDisrupt: true,
  })
  value(await recordNewDecision(maker, { reference: ended.child.reference, on: '2026-01-05', ...seen(1) }))
  expect(await takeBackAttempt(finder, { reference: ended.child.reference, ...seen(2) })).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(value(await takeBackAttempt(maker, { reference: ended.child.reference, ...seen(2) }))).toMatchObject({
    stage: 'planEnded',
    planEndedReason: 'RD2',
    mayDecideAgain: true,
  })
})

test('only the agency decision maker decides again after a plan that ended', async () => {
  const { register, recordNewDecision } = prepared()
  const ended = aChild({ planEndedReason: 'RD2', journey: { admDecision: date('2025-03-01'), planEnded: date('2025-09-01') } })
  await saveChildren(register, ended)
  const { reference } = ended.child
  const command = { reference, on: '2026-01-05', ...seen(1) }
  expect(await recordNewDecision(await aWorker(database, { roles: ['practice-manager'] }), command)).toMatchObject({ refusal: { kind: 'not-allowed' } })
  const maker = await decisionMaker()
  const again = value(await recordNewDecision(maker, command))
  expect(again).toMatchObject({
    stage: 'admDecision',
    isWaiting: true,
    planEndedReason: null,
    attempts: [{ endedBy: 'plan-ended', reason: 'RD2' }],
    mayDecideAgain: false,
    recordable: ['admDecision', 'matched'],
  })
  expect(value(await recordNewDecision(maker, command)).version).toBe(again.version)
})

test('facts are changed together and only as far as they are named; standing and reasons follow, and of a link with a carer partners are told nothing', async () => {
  const { register, describeChild } = prepared()
  const one = aChild({
    sex: 'male',
    disability: null,
    journey: { admDecision: date('2026-02-02'), placementOrder: date('2026-04-01'), linkExploring: date('2026-09-01') },
  })
  await saveChildren(register, one)
  const finder = await aWorker(database)
  const { reference } = one.child
  const answer = value(
    await describeChild(finder, {
      reference,
      facts: {
        needs: [{ category: 'health', grade: 'significant' }],
        fosterCarerAdoption: true,
        workerId: finder.workerId,
        nextStep: 'Book the matching panel',
      },
      ...seen(1),
    }),
  )
  expect(answer).toMatchObject({
    sex: 'male',
    disability: null,
    standing: 'foster-carer-link',
    worker: 'Ffion Reed',
    nextStep: 'Book the matching panel',
    harderToPlace: ['additional or complex health needs'],
    version: 2,
  })
  expect(answer.changes[0]?.what).toEqual(['fosterCarerAdoption', 'needs', 'workerId', 'nextStep'])
  expect(await rowsOf(sql`select standing, harder_to_place, need_categories from child_shared`)).toEqual([
    { standing: 'link-exploring', harder_to_place: ['additional or complex health needs'], need_categories: ['health'] },
  ])
})

test.each<[string, Record<string, unknown>, string]>([
  ['an ethnicity that there is not', { ethnicity: 'XXXX' }, 'ethnicity'],
  ['a due month for a born child', { expectedBirth: '2027-01' }, 'expectedBirth'],
  ['advice from tomorrow', { legalAdviceOn: '2026-11-23' }, 'legalAdviceOn'],
  ['no such day', { nextStepDue: '2026-02-30' }, 'nextStepDue'],
  ['advice taken away under a live profile', { legalAdviceOn: null }, 'legalAdviceOn'],
])('facts refused: %s', async (_what, facts, field) => {
  const { register, describeChild } = prepared()
  const one = aChild({ legalAdviceOn: date('2025-12-01'), journey: { admDecision: date('2026-02-02'), profileLive: date('2026-01-01') } })
  await saveChildren(register, one)
  const answer = await describeChild(await aWorker(database), { reference: one.child.reference, facts, ...seen(1) })
  expect(answer).toMatchObject({ refusal: { kind: 'invalid', fields: { [field]: expect.any(String) as string } } })
  expect(await rowsOf(sql`select version from child`)).toEqual([{ version: 1 }])
})

test('a worker of another agency, or one who left, is nobody to ask', async () => {
  const { register, describeChild } = prepared()
  const one = aChild()
  await saveChildren(register, one)
  const finder = await aWorker(database)
  const [elsewhere, gone] = [await aWorker(database, { agency: 'CITY' }), await aWorker(database, { leftOn: '2026-10-01' })]
  for (const { workerId } of [elsewhere, gone])
    expect(await describeChild(finder, { reference: one.child.reference, facts: { workerId }, ...seen(1) })).toMatchObject({
      refusal: { fields: { workerId: 'Choose somebody who works for your agency.' } },
    })
})

test('siblings are one group with one plan; whoever is not named leaves, and partners see the new numbers', async () => {
  const { register, setSiblings, read } = prepared()
  const [ada, ben, cy] = [aChild(), aChild(), aChild()]
  await saveChildren(register, ada, ben, cy)
  const finder = await aWorker(database)
  const ref = (one: typeof ada) => one.child.reference
  const together = value(
    await setSiblings(finder, { reference: ref(ada), siblings: [ref(ben), ref(cy)], plan: 'together', decidedOn: '2026-10-01', ...seen(1) }),
  )
  expect(together).toMatchObject({ siblings: 2, siblingPlan: 'together', siblingPlanOn: '2026-10-01', siblingReferences: [ref(ben), ref(cy)].sort() })
  expect(await rowsOf(sql`select distinct sibling_count, sibling_plan from child_shared`)).toEqual([{ sibling_count: 2, sibling_plan: 'together' }])
  const apart = value(await setSiblings(finder, { reference: ref(ada), siblings: [ref(ben)], plan: 'apart', decidedOn: '2026-11-01', ...seen(2) }))
  expect(apart).toMatchObject({ siblings: 1, siblingPlan: 'apart' })
  expect(value(await read(finder, { reference: ref(cy) }))).toMatchObject({ siblings: 0, siblingPlan: null, siblingReferences: [] })
  const alone = value(await setSiblings(finder, { reference: ref(ada), siblings: [], plan: null, decidedOn: null, ...seen(3) }))
  expect(alone.siblings).toBe(0)
  expect(value(await read(finder, { reference: ref(ben) }))).toMatchObject({ siblings: 0, siblingPlan: null })
  expect(await rowsOf(sql`select distinct sibling_count from child_shared`)).toEqual([{ sibling_count: 0 }])
})

test('who is joined to another group brings it along only when named', async () => {
  const { register, setSiblings, read } = prepared()
  const [ada, ben, cy, dot] = [aChild(), aChild(), aChild(), aChild()]
  await saveChildren(register, ada, ben, cy, dot)
  const finder = await aWorker(database)
  const ref = (one: typeof ada) => one.child.reference
  value(await setSiblings(finder, { reference: ref(ben), siblings: [ref(cy), ref(dot)], plan: 'undecided', decidedOn: null, ...seen(1) }))
  value(await setSiblings(finder, { reference: ref(ada), siblings: [ref(ben), ref(cy)], plan: 'undecided', decidedOn: null, ...seen(1) }))
  expect(value(await read(finder, { reference: ref(dot) })).siblings).toBe(0)
  expect(value(await read(finder, { reference: ref(cy) })).siblings).toBe(2)
})

test.each<[string, Record<string, unknown>, string]>([
  ['a plan without siblings', { siblings: [], plan: 'together', decidedOn: '2026-10-01' }, 'plan'],
  ['together without its day', { plan: 'together', decidedOn: null }, 'decidedOn'],
  ['decided tomorrow', { plan: 'apart', decidedOn: '2026-11-23' }, 'decidedOn'],
  ['undecided with a day', { plan: 'undecided', decidedOn: '2026-10-01' }, 'decidedOn'],
  ['a reference that is none', { siblings: ['FF-7K3Q1'], plan: null, decidedOn: null }, 'siblings'],
])('siblings refused: %s', async (_what, more, field) => {
  const { register, setSiblings } = prepared()
  const [ada, ben] = [aChild(), aChild()]
  await saveChildren(register, ada, ben)
  const command = { reference: ada.child.reference, siblings: [ben.child.reference], plan: null, decidedOn: null, ...seen(1), ...more }
  expect(await setSiblings(await aWorker(database), command as Parameters<typeof setSiblings>[1])).toMatchObject({
    refusal: { kind: 'invalid', fields: { [field]: expect.any(String) as string } },
  })
})

test('a child of another agency answers like one that does not exist, also when named as a sibling', async () => {
  const { register, setSiblings } = prepared()
  const [ada, theirs] = [aChild(), aChild({ agency: 'CITY' })]
  await saveChildren(register, ada, theirs)
  const finder = await aWorker(database)
  const say = async (typed: string) => {
    const answer = await setSiblings(finder, { reference: ada.child.reference, siblings: [typed], plan: null, decidedOn: null, ...seen(1) })
    return JSON.stringify(answer).replaceAll(typed, 'FF-?????')
  }
  expect(await say(theirs.child.reference)).toBe(await say(aChild().child.reference))
})

test('a hold is shown beside the wait, which goes on; one at a time, with a reason of the list', async () => {
  const { register, startPause, endPause } = prepared()
  const one = aChild()
  await saveChildren(register, one)
  const manager = await aWorker(database, { roles: ['practice-manager'] })
  const { reference } = one.child
  const held = value(await startPause(manager, { reference, kind: 'on-hold', reason: 'health', from: '2026-10-01', ...seen(1) }))
  expect(held).toMatchObject({
    standing: 'on-hold',
    isWaiting: true,
    daysWaiting: 293,
    pauses: [{ kind: 'on-hold', reason: 'health', from: '2026-10-01', until: null }],
  })
  expect(await startPause(manager, { reference, kind: 'on-hold', reason: 'health', from: '2026-11-01', ...seen(2) })).toMatchObject({
    refusal: { fields: { kind: expect.any(String) as string } },
  })
  expect(await startPause(manager, { reference, kind: 'legal-challenge', reason: 'Mother objects', from: '2026-11-01', ...seen(2) })).toMatchObject({
    refusal: { fields: { reason: expect.any(String) as string } },
  })
  expect(await endPause(manager, { reference, kind: 'on-hold', until: '2026-09-30', ...seen(2) })).toMatchObject({
    refusal: { fields: { until: expect.any(String) as string } },
  })
  expect(await rowsOf(sql`select standing, changed_on from child_shared`)).toEqual([{ standing: 'family-finding', changed_on: TODAY }])
  const resumed = value(await endPause(manager, { reference, kind: 'on-hold', until: '2026-11-01', ...seen(2) }))
  expect(resumed).toMatchObject({ standing: 'family-finding', daysWaiting: 293, pauses: [{ until: '2026-11-01' }] })
  expect(await startPause(manager, { reference, kind: 'on-hold', reason: 'health', from: '2026-10-15', ...seen(3) })).toMatchObject({
    refusal: { fields: { from: expect.any(String) as string } },
  })
  expect(await endPause(manager, { reference, kind: 'legal-challenge', until: '2026-11-01', ...seen(3) })).toMatchObject({
    refusal: { fields: { kind: 'Nothing of that kind is open.' } },
  })
})

const EDITORS: readonly Role[] = ['family-finder', 'practice-manager', 'childs-social-worker']
test.each<[Role, 'LEICS' | 'CITY']>(
  (
    [
      'family-finder',
      'practice-manager',
      'childs-social-worker',
      'hub-coordinator',
      'agency-decision-maker',
      'senior-manager',
      'performance-analyst',
      'administrator',
      'information-governance',
      'tracking-panel-chair',
      'adopters-social-worker',
    ] as const
  ).flatMap((role): [Role, 'LEICS' | 'CITY'][] => [
    [role, 'LEICS'],
    [role, 'CITY'],
  ]),
)('who edits: %s of %s', async (role, agency) => {
  const { register, describeChild, addChild } = prepared()
  const one = aChild()
  await saveChildren(register, one)
  const actor = await aWorker(database, { agency, roles: [role] })
  const answer = await describeChild(actor, { reference: one.child.reference, facts: { disability: true }, ...seen(1) })
  expect(answer.ok).toBe(agency === 'LEICS' && EDITORS.includes(role))
  expect((await addChild(actor, { localReference: 'NEW/1', born: '2024-01-01', key: newKey() })).ok).toBe(EDITORS.includes(role))
})

test('two people on the same record: the second is told, and nothing of theirs is saved', async () => {
  const { register, describeChild, startPause } = prepared()
  const one = aChild()
  await saveChildren(register, one)
  const [ada, ben] = [await aWorker(database), await aWorker(database, { roles: ['practice-manager'] })]
  const { reference } = one.child
  const answers = await Promise.all([
    describeChild(ada, { reference, facts: { disability: true }, ...seen(1) }),
    startPause(ben, { reference, kind: 'on-hold', reason: 'health', from: TODAY, ...seen(1) }),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'conflict', reason: 'stale-version' } })
  expect(await rowsOf(sql`select version from child`)).toEqual([{ version: 2 }])
})

test.each<[string, (one: ReturnType<typeof aChild>['child']) => Record<string, unknown>]>([
  ['no fact', () => ({})],
  ['the facts that are known', ({ needs, nextStep, ethnicity }) => ({ needs: [...needs].reverse(), nextStep, ethnicity, workerId: null })],
])('describing a child by %s changes nothing, not even the version', async (_what, facts) => {
  const { register, describeChild } = prepared()
  const one = aChild({
    needs: [
      { category: 'health', grade: 'some' },
      { category: 'learning', grade: 'significant' },
    ],
    routes: { Website: null },
  })
  await saveChildren(register, one)
  const before = await rowsOf(
    sql`select c.version, c.changed_at, c.xmin::text, s.changed_at as shared_at from child c join child_shared s on s.child_id = c.id`,
  )
  const answer = value(await describeChild(await aWorker(database), { reference: one.child.reference, facts: facts(one.child), ...seen(1) }))
  expect(answer).toMatchObject({ version: 1, changes: [{ what: ['added'] }] })
  expect(
    await rowsOf(sql`select c.version, c.changed_at, c.xmin::text, s.changed_at as shared_at from child c join child_shared s on s.child_id = c.id`),
  ).toEqual(before)
})

test('the hub adds no child: it places none', async () => {
  const { addChild } = prepared()
  const worker = await aWorker(database, { agency: 'HUB', roles: ['family-finder', 'practice-manager'] })
  expect(await addChild(worker, { localReference: 'HUB/1', born: '2024-01-01', key: newKey() })).toMatchObject({ refusal: { kind: 'not-allowed' } })
})

test('a local reference that nobody sees is none', async () => {
  const { addChild } = prepared()
  expect(await addChild(await aWorker(database), { localReference: '\u200B\u00AD\uFEFF', born: '2024-01-01', key: newKey() })).toMatchObject({
    refusal: { kind: 'invalid', fields: { localReference: 'Write the local reference.' } },
  })
})

test('two who add a child under one local reference at once: one child, and the other is told which', async () => {
  const { addChild } = prepared()
  const workers = await Promise.all([aWorker(database), aWorker(database, { roles: ['practice-manager'] })])
  for (let round = 0; round < 20; round++) {
    const localReference = `LE/${round.toString()}`
    const answers = await Promise.all(workers.map((worker) => addChild(worker, { localReference, born: '2024-01-01', key: newKey() })))
    const [added] = answers.flatMap((answer) => (answer.ok ? [answer.value.reference] : []))
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { kind: 'invalid', fields: { localReference: expect.stringContaining(added ?? '-') as string } },
    })
  }
  expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 20 }])
})

test('of two who change one sibling group at once the second is told, and every count is right', async () => {
  const { register, setSiblings } = prepared()
  const [finder, manager] = [await aWorker(database), await aWorker(database, { roles: ['practice-manager'] })]
  for (let round = 0; round < 20; round++) {
    const children = [aChild(), aChild(), aChild(), aChild(), aChild(), aChild()]
    await saveChildren(register, ...children)
    const [ada = '', ben = '', cy = '', dot = '', eve = '', flo = ''] = children.map(({ child }) => child.reference)
    const set = (who: Actor, reference: string, siblings: readonly string[], version: number) =>
      setSiblings(who, { reference, siblings: [...siblings], plan: null, decidedOn: null, ...seen(version) })
    value(await set(finder, ada, [ben, cy, dot], 1))
    const answers = await Promise.all([set(finder, ada, [ben, cy, dot, eve], 2), set(manager, ben, [ada, cy, dot, flo], 2)])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'conflict', reason: 'stale-version' } })
  }
  expect(
    await rowsOf(sql`select c.sibling_count, s.sibling_count as shared, count(*)::int as children from child c join child_shared s on s.child_id = c.id
      where c.sibling_count <> (select count(*) from child o where o.sibling_group = c.sibling_group and o.id <> c.id) or s.sibling_count <> c.sibling_count
      group by 1, 2`),
  ).toEqual([])
  expect(await rowsOf(sql`select sibling_count, count(*)::int as children from child group by 1 order by 1`)).toEqual([
    { sibling_count: 0, children: 20 },
    { sibling_count: 4, children: 100 },
  ])
})
