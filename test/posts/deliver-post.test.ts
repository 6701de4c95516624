import type { Actor } from '../../src/core/actor.ts'
import type { Child } from '../../src/children/child.ts'
import { freeClaims } from '../../src/posts/delivery/free-claims.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, HOSTS, post, posting, regionalCopy, type Posting } from './support/posting.ts'
import { memberOf } from './support/recording-channel.ts'

const STRANGER = '99999999-9999-4999-8999-999999999999'
const OWN = agencyChannel('LEICS')

let database: TestDatabase
let world: Posting
let finder: Actor
let child: Child
beforeAll(async () => {
  database = await openTestDatabase()
  world = posting(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await world.begin()
  finder = await world.worksFor('LEICS')
  child = await world.aChild()
})

const confirmed = async (conversation = '#agency', reference = child.reference) => {
  expect(await (await post(world, finder, reference, conversation)).confirm()).toMatchObject({ ok: true })
}
const postsNow = () =>
  rowsOf<{ state: string; reason: string | null; activity_id: string | null }>(database, 'select state, reason, activity_id from post order by conversation_id')
const cardsIn = (conversationId: string) => (world.channel.messages.get(conversationId) ?? []).map(({ cards }) => JSON.stringify(cards.at(-1)))

test('a process that dies after the confirmation loses nothing: the next one sends', async () => {
  await confirmed()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent' }])
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'sent', reason: null }])
})

test('a process that dies while sending leaves the post to another one, when its claim has passed', async () => {
  await confirmed()
  world.channel.beforeAnswer(() => Promise.reject(new Error('The process died here.')))
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent', activity_id: null }])
  world.channel.beforeAnswer(() => Promise.resolve())
  world.pass(30)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(0)
  world.pass(600)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(1)
  expect(await postsNow()).toMatchObject([{ state: 'sent' }])
})

test('where nobody else can be at work, what a killed process was about to send holds nothing up', async () => {
  await confirmed()
  world.channel.beforeAnswer(() => Promise.reject(new Error('The process died here.')))
  await world.worker().runDue()
  world.channel.beforeAnswer(() => Promise.resolve())
  for (const { id } of Object.values(AGENCIES)) await freeClaims(world.register, id)
  world.pass(10)
  await world.worker().runDue()
  world.pass(20)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(1)
  expect(await postsNow()).toMatchObject([{ state: 'sent' }])
})

test('two workers at once send a card once, even when the second takes the first for dead', async () => {
  await confirmed()
  world.channel.beforeAnswer(async () => {
    await rowsOf(database, "update job set locked_until = null where kind = 'post.send'")
    await world.worker().runDue()
  })
  await Promise.all([world.worker().runDue(), world.worker().runDue()])
  world.channel.beforeAnswer(() => Promise.resolve())
  world.pass(600)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(1)
  expect(await postsNow()).toMatchObject([{ state: 'sent' }])
})

test('a channel that asks to wait gets the card when it said, and cards of one channel keep their order', async () => {
  const second = await world.aChild()
  await confirmed()
  await confirmed('#agency', second.reference)
  world.channel.refuseNext({ status: 429, retryAfter: 40 })
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent' }, { state: 'to-be-sent' }])
  world.pass(39)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(0)
  world.pass(1)
  await world.worker().runDue()
  expect(cardsIn(OWN).map((card) => [child, second].findIndex(({ reference }) => card.includes(reference)))).toEqual([0, 1])
})

const looks = () => world.channel.calls.filter((call) => call.startsWith('look')).length

test.each([
  [412, 0],
  [502, 1],
  [504, 1],
] as const)('after %s the card is sent later, and looked for before where it may have arrived', async (status, looked) => {
  await confirmed()
  world.channel.refuseNext({ status })
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent', reason: expect.stringContaining(String(status)) as string }])
  world.pass(60)
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'sent', reason: null }])
  expect([looks(), cardsIn(OWN).length]).toEqual([looked, 1])
})

test.each([{ status: 502 }, { status: 504 }, { status: 'killed' }] as const)(
  'a card that the channel took before $status is found there and not sent again, and an update reaches it',
  async ({ status }) => {
    await confirmed()
    world.channel.refuseNext({ status, taken: true })
    await world.worker().runDue()
    world.pass(70)
    await world.worker().runDue()
    expect(cardsIn(OWN)).toHaveLength(1)
    expect(await postsNow()).toMatchObject([{ state: 'sent', reason: null, activity_id: world.channel.messages.get(OWN)?.[0]?.activityId }])
    await world.record(child.reference, 'LEICS', { matched: '2026-11-21' })
    await world.worker().runDue()
    expect(cardsIn(OWN)[0]).toContain('has ended')
  },
)

test('not being there proves nothing before the channel had time to show it, and asking is no failed try', async () => {
  await confirmed()
  world.channel.refuseNext({ status: 504 })
  await world.worker().runDue()
  world.pass(10)
  await world.worker().runDue()
  expect([looks(), cardsIn(OWN).length]).toEqual([1, 0])
  expect(await rowsOf(database, "select attempts from job where kind = 'post.send'")).toEqual([{ attempts: 1 }])
  world.pass(19)
  await world.worker().runDue()
  expect(looks()).toBe(1)
  world.pass(1)
  await world.worker().runDue()
  expect([looks(), cardsIn(OWN).length]).toEqual([2, 1])
})

test('a card that went out with facts that changed meanwhile is found, and replaced', async () => {
  await confirmed()
  world.channel.refuseNext({ status: 502, taken: true })
  await world.worker().runDue()
  await world.record(child.reference, 'LEICS', { matched: '2026-11-21' })
  world.pass(60)
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(1)
  expect(cardsIn(OWN)[0]).toContain('has ended')
})

test('where nobody can say whether it arrived it is not sent again: the author is told, and the channel’s other posts go on', async () => {
  const second = await world.aChild()
  await confirmed()
  await confirmed('#agency', second.reference)
  world.channel.refuseNext({ status: 502, taken: true })
  world.channel.setReadable(false)
  await world.worker().runDue()
  world.pass(300)
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent' }, { state: 'to-be-sent' }])
  world.pass(300)
  await world.worker().runDue()
  expect((await postsNow()).map(({ state }) => state).sort()).toEqual(['sent', 'unreachable'])
  expect(await rowsOf(database, "select reason from audit where verb = 'post.unreachable'")).toEqual([
    { reason: 'It is not certain whether the card arrived. Look in the channel: where it is not there, post it again. The app may not read the channel.' },
  ])
  expect(cardsIn(OWN).filter((card) => card.includes(child.reference))).toHaveLength(1)
})

test.each([403, 404] as const)('after %s the post and its conversation are unreachable, and a sign of life opens the conversation again', async (status) => {
  await confirmed()
  world.channel.refuseNext({ status })
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'unreachable', reason: expect.stringContaining(String(status)) as string }])
  expect(await world.listConversations(finder)).toMatchObject({ ok: true, value: { items: [{ handle: '#regional' }] } })
  await world.hears('LEICS', OWN, 'family-finding', 'https://smba.example/emea/')
  expect(await world.listConversations(finder)).toMatchObject({ ok: true, value: { items: [{ handle: '#agency' }, { handle: '#regional' }] } })
  await confirmed()
  await world.worker().runDue()
  expect(cardsIn(OWN)).toHaveLength(1)
})

test('a channel that never answers is given up and said to be unreachable', async () => {
  await confirmed()
  world.channel.refuseNext(...Array<{ status: 412 }>(20).fill({ status: 412 }))
  for (let tries = 0; tries < 20; tries += 1) {
    await world.worker().runDue()
    world.pass(3600)
  }
  expect(await postsNow()).toMatchObject([{ state: 'unreachable' }])
  expect(await rowsOf(database, "select state from job where kind = 'post.send'")).toEqual([{ state: 'failed' }])
})

test('a card that ends in a fault each time is given up, and its author is told', async () => {
  await confirmed()
  world.channel.beforeAnswer(() => Promise.reject(new Error('400 Bad Request')))
  for (let tries = 0; tries < 20; tries += 1) {
    await world.worker().runDue()
    world.pass(3600)
  }
  expect(await postsNow()).toMatchObject([{ state: 'unreachable', reason: expect.stringContaining('fault') as string }])
  expect(world.faults.length).toBeGreaterThan(10)
})

test('somebody of no known agency who joins before the sending is not shown the card; the other copies are sent', async () => {
  await confirmed('#regional')
  world.channel.setRoster(regionalCopy('CITY'), [memberOf(AGENCIES.CITY.tenantId), memberOf(STRANGER)])
  await world.worker().runDue()
  expect(cardsIn(regionalCopy('CITY'))).toEqual([])
  for (const code of HOSTS.filter((host) => host !== 'CITY')) expect(cardsIn(regionalCopy(code))).toHaveLength(1)
  expect((await postsNow()).filter(({ state }) => state === 'refused')).toEqual([
    { state: 'refused', activity_id: null, reason: expect.stringContaining('1 person in “regional” (Leicester City Council)') as string },
  ])
  expect(await rowsOf(database, "select subject_agency_id, subjects[1] as child from audit where verb = 'post.refused'")).toEqual([
    { subject_agency_id: 1, child: child.reference },
  ])
})

test('a list of members that cannot be had is asked for again, and refuses in the end', async () => {
  await confirmed()
  world.channel.setRoster(OWN, 'refused')
  await world.worker().runDue()
  expect(await postsNow()).toMatchObject([{ state: 'to-be-sent' }])
  for (let tries = 0; tries < 8; tries += 1) {
    world.pass(3600)
    await world.worker().runDue()
  }
  expect(await postsNow()).toMatchObject([{ state: 'refused' }])
  expect(cardsIn(OWN)).toEqual([])
})

test('a child who is matched between confirmation and sending is not posted', async () => {
  await confirmed()
  await world.record(child.reference, 'LEICS', { matched: '2026-11-21' })
  await world.worker().runDue()
  expect(cardsIn(OWN)).toEqual([])
  expect(await postsNow()).toMatchObject([{ state: 'refused', reason: expect.stringContaining('no longer waited') as string }])
})

test('facts that too few children share by the time of sending are left out', async () => {
  const alike = [await world.aChild(), await world.aChild()]
  const { preview } = await post(world, finder, child.reference, '#agency')
  expect(JSON.stringify(preview.card)).toMatch(/girl|female/iu)
  await confirmed()
  for (const other of alike) await world.record(other.reference, 'LEICS', { matched: '2026-11-21' })
  await world.worker().runDue()
  const [card] = cardsIn(OWN)
  expect(card).toContain(child.reference)
  expect(card).not.toMatch(/female|girl|3–4|over|months/iu)
})
