import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/core/actor.ts'
import type { Child } from '../../src/children/child.ts'
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
/** of Lincolnshire: its card is posted by Leicestershire */
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
})

const sentTo = async (conversation: string) => {
  await (await post(world, finder, child.reference, conversation)).confirm()
  await world.worker().runDue()
}
const matched = () => world.record(child.reference, 'LINCS', { matched: '2026-11-21' })
const lastCards = (conversationId: string) => (world.channel.messages.get(conversationId) ?? []).map(({ cards }) => JSON.stringify(cards.at(-1)))
const states = async () => (await rowsOf<{ state: string }>(database, 'select state from post order by conversation_id')).map(({ state }) => state)

test('when a child is matched every copy is replaced in place, whichever agency posted it', async () => {
  await sentTo('#regional')
  await sentTo('#agency')
  await matched()
  await world.worker().runDue()
  for (const conversationId of [OWN, ...HOSTS.map(regionalCopy)]) {
    expect(world.channel.messages.get(conversationId)).toHaveLength(1)
    expect(lastCards(conversationId)[0]).toContain('The search for a family has ended')
  }
  expect(await states()).toEqual(Array(6).fill('withdrawn'))
  expect(await rowsOf(database, "select distinct agency_id, subject_agency_id from audit where verb = 'post.updated'")).toEqual([
    { agency_id: AGENCIES.LINCS.id, subject_agency_id: AGENCIES.LINCS.id },
  ])
  expect(world.faults).toEqual([])
})

test('a change that makes no other card sends nothing', async () => {
  await sentTo('#agency')
  await world.record(child.reference, 'LINCS', { placementOrder: '2026-10-01' })
  world.channel.refuseNext({ status: 404 })
  await world.worker().runDue()
  expect(world.channel.calls.filter((call) => call.startsWith('update'))).toEqual([])
  expect(await states()).toEqual(['sent'])
})

test('an update that runs twice leaves one card as it should be', async () => {
  await sentTo('#agency')
  await matched()
  await world.worker().runDue()
  await rowsOf(database, "update job set state = 'open', locked_until = null where kind like 'post.%'")
  await world.worker().runDue()
  expect(lastCards(OWN)).toHaveLength(1)
  expect(lastCards(OWN)[0]).toContain('has ended')
  expect(await states()).toEqual(['withdrawn'])
})

test('a match that is recorded while the card is being sent still replaces it', async () => {
  await (await post(world, finder, child.reference, '#agency')).confirm()
  world.channel.beforeAnswer(async () => {
    world.channel.beforeAnswer(() => Promise.resolve())
    await matched()
    await world.worker().runDue()
  })
  await world.worker().runDue()
  world.pass(120)
  await world.worker().runDue()
  expect(lastCards(OWN)).toHaveLength(1)
  expect(lastCards(OWN)[0]).toContain('has ended')
})

test('an update waits as long as the channel asks', async () => {
  await sentTo('#agency')
  await matched()
  world.channel.refuseNext({ status: 429, retryAfter: 20 })
  await world.worker().runDue()
  expect(await states()).toEqual(['to-be-updated'])
  world.pass(20)
  await world.worker().runDue()
  expect(lastCards(OWN)[0]).toContain('has ended')
})

test('cards of a conversation that could not be reached are replaced when it shows a sign of life', async () => {
  await sentTo('#regional')
  await matched()
  world.channel.refuseNext(...Array<{ status: 403 }>(5).fill({ status: 403 }))
  await world.worker().runDue()
  expect(await states()).toEqual(Array(5).fill('unreachable'))
  await world.hears('CITY', regionalCopy('CITY'), 'regional')
  await world.worker().runDue()
  expect(lastCards(regionalCopy('CITY'))[0]).toContain('has ended')
  expect((await states()).filter((state) => state === 'withdrawn')).toHaveLength(1)
})

test('facts are taken back from a card whose readers are no longer right', async () => {
  await Promise.all([world.aChild('LINCS'), world.aChild('LINCS')])
  await sentTo('#agency')
  expect(lastCards(OWN)[0]).toMatch(/girl|female/iu)
  world.channel.setRoster(OWN, [memberOf(AGENCIES.LEICS.tenantId), memberOf(STRANGER)])
  await world.record(child.reference, 'LINCS', { placementOrder: '2026-10-01' })
  await world.worker().runDue()
  expect(lastCards(OWN)[0]).not.toMatch(/girl|female/iu)
  expect(await rowsOf(database, 'select state, reason from post')).toEqual([
    { state: 'sent', reason: expect.stringContaining('facts were taken back') as string },
  ])
})

test('a child whose agency shares it no more leaves a card without facts', async () => {
  await sentTo('#agency')
  await world.record(child.reference, 'LINCS', { admDecision: null })
  await world.worker().runDue()
  expect(lastCards(OWN)[0]).toContain('has ended')
})

test('cards of children whom an agency shares no more lose their facts, and get them back when it shares again', async () => {
  const ordered = await world.aChild('LINCS', { admDecision: '2026-03-02', placementOrder: '2026-04-01' })
  await Promise.all([world.aChild('LINCS'), world.aChild('LINCS')])
  await sentTo('#agency')
  await (await post(world, finder, ordered.reference, '#agency')).confirm()
  await world.worker().runDue()
  expect(lastCards(OWN)[0]).toMatch(/girl|female/iu)
  const administrator = await world.worksFor('LINCS', 'administrator')
  const change = async (was: 'adm-decision' | 'placement-order', sharesFrom: typeof was) => {
    const answer = await world.changeSharing(administrator, { was, sharesFrom, reason: 'Decided by the management board.', key: randomUUID() })
    expect(answer.ok).toBe(true)
    expect(await rowsOf(database, "select state from job where kind = 'post.child-changed' and state = 'open'")).toHaveLength(3)
    await world.worker().runDue()
  }
  await change('adm-decision', 'placement-order')
  expect(lastCards(OWN)[0]).not.toMatch(/girl|female/iu)
  expect(lastCards(OWN)[1]).not.toContain('has ended')
  await change('placement-order', 'adm-decision')
  expect(lastCards(OWN)[0]).toMatch(/girl|female/iu)
  expect(await states()).toEqual(['sent', 'sent'])
})

test('the author’s agency and the child’s agency see a post; no other agency does', async () => {
  await sentTo('#regional')
  const seenBy = async (agency: 'LEICS' | 'LINCS' | 'CITY' | 'HUB') => {
    const reader = await world.worksFor(agency, agency === 'HUB' ? 'hub-coordinator' : 'practice-manager')
    const answer = await world.listPostsAbout(reader, { reference: child.reference })
    return answer.ok ? answer.value.items : answer
  }
  expect(await seenBy('LEICS')).toHaveLength(5)
  expect(await seenBy('LINCS')).toEqual(await seenBy('LEICS'))
  expect((await seenBy('LINCS')) as readonly object[]).toMatchObject(
    Array(5).fill({ author: 'Ffion Reed, Leicestershire County Council', state: 'sent', reason: null }),
  )
  expect(await seenBy('CITY')).toEqual([])
  expect(await seenBy('HUB')).toEqual([])
})
