import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/core/actor.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, HOSTS, post, posting, regionalCopy, unmarked, type Posting } from './support/posting.ts'
import { memberOf } from './support/recording-channel.ts'

let database: TestDatabase
let world: Posting
let finder: Actor
beforeAll(async () => {
  database = await openTestDatabase()
  world = posting(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await world.begin()
  finder = await world.worksFor('LEICS')
})

const count = async (table: string): Promise<number> => Number((await rowsOf<{ n: number }>(database, `select count(*)::int as n from ${table}`))[0]?.n)
const refusedWith = (refusal: object) => ({ ok: false, refusal })

test('a person may post to the own channel and to every copy of the regional one', async () => {
  expect(await world.listConversations(finder)).toEqual({
    ok: true,
    value: {
      items: [
        { handle: '#agency', name: 'family-finding', kind: 'agency', copies: 1 },
        { handle: '#regional', name: 'Regional channel', kind: 'regional', copies: 5 },
      ],
    },
  })
})

test('the preview is the exact card, its readers by agency, and sends nothing', async () => {
  const child = await world.aChild()
  const preview = await world.previewPost(finder, { reference: child.reference.toLowerCase(), conversation: 'regional' })
  expect(preview).toMatchObject({
    ok: true,
    value: {
      conversation: { handle: '#regional', copies: 5 },
      readers: HOSTS.map((code) => ({ agency: AGENCIES[code].name, people: 1, guests: 0 })).sort((a, b) => a.agency.localeCompare(b.agency, 'en')),
    },
  })
  expect(JSON.stringify(preview)).not.toContain('Tess')
  expect(await count('post')).toBe(0)
  expect(await count('job')).toBe(0)
  expect(world.channel.calls.filter((call) => !call.startsWith('members'))).toEqual([])
  expect(await rowsOf(database, "select agency_id, subject_agency_id, subjects, outcome from audit where verb = 'post.previewed'")).toEqual([
    { agency_id: 1, subject_agency_id: 1, subjects: [child.reference], outcome: 'done' },
  ])
})

test('a confirmed post reaches every copy once, as the card that was shown, and its ids are kept', async () => {
  const child = await world.aChild('LINCS')
  const { preview, confirm } = await post(world, finder, child.reference)
  const answer = await confirm()
  expect(answer).toMatchObject({ ok: true })
  expect(answer.ok && answer.value.items.map(({ state }) => state)).toEqual(Array(5).fill('to-be-sent'))
  await world.worker().runDue()
  for (const code of HOSTS) {
    expect(world.channel.messages.get(regionalCopy(code))).toEqual([{ activityId: expect.any(String) as string, cards: [expect.anything() as object] }])
    expect(unmarked(world.channel.messages.get(regionalCopy(code))?.[0]?.cards[0])).toEqual(preview.card)
  }
  expect(
    await rowsOf(
      database,
      "select distinct state, subject_agencies, subject_children->0->>'legalStatus' as legal_status, activity_id is null as lost from post",
    ),
  ).toEqual([{ state: 'sent', subject_agencies: [3], legal_status: 'adm-decision', lost: false }])
  expect(
    await rowsOf(database, "select verb, count(*)::int as n from audit where verb in ('post.requested', 'post.sent') group by verb order by verb"),
  ).toEqual([
    { verb: 'post.requested', n: 1 },
    { verb: 'post.sent', n: 5 },
  ])
  expect(world.faults).toEqual([])
})

test('pressed twice, at once or later, a confirmation makes one post and gives one answer', async () => {
  const child = await world.aChild()
  const { confirm } = await post(world, finder, child.reference, '#agency')
  const [first, second] = await Promise.all([confirm(), confirm()])
  expect(first.ok).toBe(true)
  expect(second).toEqual(first)
  await world.worker().runDue()
  const third = await confirm()
  expect(third).toMatchObject({ ok: true, value: { items: [{ state: 'sent' }] } })
  await world.worker().runDue()
  expect(world.channel.messages.get(agencyChannel('LEICS'))).toHaveLength(1)
  expect(await count('post')).toBe(1)
})

test('a second press still counts as the first when the child was matched in between', async () => {
  const child = await world.aChild()
  const { confirm } = await post(world, finder, child.reference, '#agency')
  await confirm()
  await world.record(child.reference, 'LEICS', { matched: '2026-11-20' })
  expect(await confirm()).toMatchObject({ ok: true, value: { items: [{ children: [{ reference: child.reference }] }] } })
  expect(await count('post')).toBe(1)
})

test('what a colleague confirmed cannot be confirmed again with their key', async () => {
  const child = await world.aChild()
  const key = randomUUID()
  await (await post(world, finder, child.reference, '#agency', key)).confirm()
  const colleague = await world.worksFor('LEICS')
  expect(await (await post(world, colleague, child.reference, '#agency', key)).confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'key-reused' }))
  expect(await count('post')).toBe(1)
})

test('a key that confirmed one post confirms no other', async () => {
  const [one, other] = [await world.aChild(), await world.aChild()]
  const key = randomUUID()
  await (await post(world, finder, one.reference, '#agency', key)).confirm()
  expect(await (await post(world, finder, other.reference, '#regional', key)).confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'key-reused' }))
  expect(await (await post(world, finder, other.reference, '#agency', key)).confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'key-reused' }))
  expect(await count('post')).toBe(1)
})

test('somebody who joins or leaves between preview and confirmation makes a new preview due', async () => {
  const child = await world.aChild()
  const { confirm } = await post(world, finder, child.reference)
  world.channel.setRoster(regionalCopy('NCT'), [memberOf(AGENCIES.NCT.tenantId), memberOf(AGENCIES.NCT.tenantId)])
  expect(await confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'audience' }))
  world.channel.setRoster(regionalCopy('NCT'), [memberOf('99999999-9999-4999-8999-999999999999')])
  expect(await confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'audience' }))
  expect(await count('post')).toBe(0)
  expect(await rowsOf(database, "select outcome, reason from audit where verb = 'post.requested'")).toEqual(
    Array(2).fill({ outcome: 'refused', reason: 'conflict' }),
  )
})

test('a card that would be another one now makes a new preview due', async () => {
  const child = await world.aChild()
  const alike = [await world.aChild(), await world.aChild()]
  const { confirm } = await post(world, finder, child.reference)
  await world.record(alike[0]?.reference ?? child.reference, 'LEICS', { matched: '2026-11-20' })
  expect(await confirm()).toEqual(refusedWith({ kind: 'conflict', reason: 'stale-version' }))
  expect(await count('post')).toBe(0)
})

test('a channel with somebody of no known agency, or with no list of members, is refused with the reason', async () => {
  const child = await world.aChild()
  world.channel.setRoster(regionalCopy('CITY'), [memberOf(AGENCIES.CITY.tenantId), memberOf('99999999-9999-4999-8999-999999999999'), memberOf(null)])
  const sentenceOf = async (): Promise<string> => {
    const answer = await world.previewPost(finder, { reference: child.reference, conversation: '#regional' })
    return !answer.ok && answer.refusal.kind === 'invalid' ? (answer.refusal.fields['conversation'] ?? '') : ''
  }
  expect(await sentenceOf()).toContain('2 people in “regional” (Leicester City Council)')
  for (const roster of [[], 'refused'] as const) {
    world.channel.setRoster(regionalCopy('CITY'), roster)
    expect(await sentenceOf()).toContain('Nobody could say who reads “regional” (Leicester City Council)')
  }
})

test('a child who waits no longer is not posted', async () => {
  const child = await world.aChild('LEICS', { admDecision: '2026-03-02', matched: '2026-11-01' })
  expect(await world.previewPost(finder, { reference: child.reference, conversation: '#regional' })).toMatchObject(refusedWith({ kind: 'invalid' }))
})

test('before the ADM decision, and for a child that does not exist, the answer is one and the same', async () => {
  const [early, elsewhere] = [await world.aChild('LEICS', {}), await world.aChild('CITY', {})]
  for (const reference of [early.reference, elsewhere.reference, 'FF-7K3Q0']) {
    expect(await world.previewPost(finder, { reference, conversation: '#regional' })).toEqual(refusedWith({ kind: 'not-found' }))
    expect(await world.requestPost(finder, { reference, conversation: '#regional', contentHash: 'x', readersHash: 'y', key: randomUUID() })).toEqual(
      refusedWith({ kind: 'not-found' }),
    )
  }
  expect(await world.listPostsAbout(finder, { reference: elsewhere.reference })).toEqual(refusedWith({ kind: 'not-found' }))
  expect(await world.listPostsAbout(finder, { reference: 'FF-7K3Q0' })).toEqual(refusedWith({ kind: 'not-found' }))
  expect(await world.listPostsAbout(finder, { reference: early.reference })).toEqual({ ok: true, value: { items: [] } })
})

test('what is no reference or no channel is answered with what to write, and is not kept', async () => {
  expect(await world.previewPost(finder, { reference: 'Tess Child', conversation: '#regional' })).toMatchObject(refusedWith({ kind: 'invalid' }))
  const child = await world.aChild()
  expect(await world.previewPost(finder, { reference: child.reference, conversation: '#nowhere' })).toEqual(
    refusedWith({ kind: 'invalid', fields: { conversation: 'Choose one of #agency, #regional.' } }),
  )
  expect(JSON.stringify(await rowsOf(database, 'select * from audit'))).not.toContain('Tess')
})
