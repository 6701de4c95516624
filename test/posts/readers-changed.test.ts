import type { Actor } from '../../src/core/actor.ts'
import type { Child } from '../../src/children/child.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, HOSTS, post, posting, regionalCopy, type Posting } from './support/posting.ts'
import { memberOf } from './support/recording-channel.ts'

const STRANGER = '99999999-9999-4999-8999-999999999999'
const OWN = agencyChannel('LEICS')
const CHAT = 'a:chat-of-the-manager'

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
  child = await world.aChild('LINCS')
  await Promise.all([world.aChild('LINCS'), world.aChild('LINCS')])
  await (await post(world, finder, child.reference, '#regional')).confirm()
  await (await post(world, finder, child.reference, '#agency')).confirm()
  await world.worker().runDue()
})

const manager = async () => {
  const person = await world.worksFor('LEICS', 'practice-manager')
  world.channel.setRoster(CHAT, [memberOf(AGENCIES.LEICS.tenantId)])
  await world.rememberConversation({
    conversationId: CHAT,
    tenantId: AGENCIES.LEICS.tenantId ?? '',
    serviceUrl: 'https://smba.example/uk/',
    type: 'personal',
    person: { agencyId: person.agencyId, workerId: person.workerId },
  })
}
const joins = async (conversationId: string, code: 'LEICS' | 'CITY' = 'LEICS') => {
  world.channel.setRoster(conversationId, [memberOf(AGENCIES[code].tenantId), memberOf(STRANGER)])
  await world.readersChanged({ tenantId: AGENCIES[code].tenantId ?? '' })
}
const leaves = async (conversationId: string, code: 'LEICS' | 'CITY' = 'LEICS') => {
  world.channel.setRoster(conversationId, [memberOf(AGENCIES[code].tenantId)])
  await world.readersChanged({ tenantId: AGENCIES[code].tenantId ?? '' })
}
const soon = async () => {
  world.pass(30)
  await world.worker().runDue()
}
const cardIn = (conversationId: string) => JSON.stringify(world.channel.messages.get(conversationId)?.[0]?.cards.at(-1))

test('when an outsider joins, the cards there lose their facts, the others keep them, and the next post is refused', async () => {
  await joins(OWN)
  await soon()
  expect(cardIn(OWN)).not.toMatch(/girl|aged/iu)
  expect(cardIn(regionalCopy('LEICS'))).toMatch(/girl/iu)
  const preview = await world.previewPost(finder, { reference: child.reference, conversation: '#agency' })
  expect(preview).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { conversation: expect.stringContaining('cannot be traced') as string } } })

  await leaves(OWN)
  await soon()
  expect(cardIn(OWN)).toMatch(/girl/iu)
  expect(await rowsOf(database, 'select count(*)::int as n from post where reason is not null')).toEqual([{ n: 0 }])
  expect(world.faults).toEqual([])
})

test('an outsider in another agency’s copy of the regional channel takes the facts back there and nowhere else', async () => {
  await joins(regionalCopy('CITY'), 'CITY')
  await soon()
  for (const code of HOSTS) expect(/girl/iu.test(cardIn(regionalCopy(code)))).toBe(code !== 'CITY')
})

test('the manager of the one who posted is told, in their own chat, once, without a fact about the child', async () => {
  await manager()
  await joins(OWN)
  await soon()
  await soon()
  const told = world.channel.messages.get(CHAT) ?? []
  expect(told).toHaveLength(1)
  expect(cardIn(CHAT)).toContain(child.reference)
  expect(cardIn(CHAT)).toContain('1 person in')
  expect(cardIn(CHAT)).not.toMatch(/girl|aged|Tess/iu)

  // the same again for the same reason, and a note is no card on the list of what is out there
  await world.readersChanged({ tenantId: AGENCIES.LEICS.tenantId ?? '' })
  await soon()
  expect(world.channel.messages.get(CHAT)).toHaveLength(1)
  expect(await world.listPosts(finder, { list: 'out', limit: 100 })).toMatchObject({ ok: true, value: { total: 6 } })
  expect(world.faults).toEqual([])
})

test('many who join at once are one look; nobody who joins after it is missed', async () => {
  for (let one = 0; one < 20; one += 1) await world.readersChanged({ tenantId: AGENCIES.LEICS.tenantId ?? '' })
  const asked = () => world.channel.calls.filter((call) => call === `members ${OWN}`).length
  const before = asked()
  await soon()
  expect(asked()).toBe(before + 1)
  await joins(OWN)
  await soon()
  expect(cardIn(OWN)).not.toMatch(/girl|aged/iu)
})

test('a channel that does not say who is in it is asked again, and cards are bare when it never says', async () => {
  world.channel.setRoster(OWN, 'refused')
  await world.readersChanged({ tenantId: AGENCIES.LEICS.tenantId ?? '' })
  for (let tries = 0; tries < 12; tries += 1) {
    world.pass(900)
    await world.worker().runDue()
  }
  expect(cardIn(OWN)).not.toMatch(/girl|aged/iu)
})

test('a tenant of nobody is nobody’s business', async () => {
  await world.readersChanged({ tenantId: STRANGER })
  expect(await rowsOf(database, "select count(*)::int as n from job where kind = 'post.check-readers'")).toEqual([{ n: 0 }])
})
