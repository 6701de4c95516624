import { randomUUID } from 'node:crypto'
import type { Child } from '../../src/children/child.ts'
import type { Actor } from '../../src/core/actor.ts'
import type { WithdrawalWay } from '../../src/posts/post.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, HOSTS, post, posting, regionalCopy, type Posting } from './support/posting.ts'
import { memberOf } from './support/recording-channel.ts'

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
  await Promise.all([world.aChild('LINCS'), world.aChild('LINCS')])
})

const postTo = async (conversation: string, key: string = randomUUID()) => {
  await (await post(world, finder, child.reference, conversation, key)).confirm()
  await world.worker().runDue()
  return key
}
const withdraw = (actor: Actor, group: string, how: WithdrawalWay = 'replace', key: string = randomUUID()) =>
  world.withdrawPost(actor, { group, because: 'mistake', how, key })
const cardIn = (conversationId: string) => JSON.stringify(world.channel.messages.get(conversationId)?.[0]?.cards.at(-1))
const states = async () => (await rowsOf<{ state: string }>(database, 'select state from post order by conversation_id')).map(({ state }) => state)
const review = (actor: Actor, outcome: 'link-to-explore' | 'keep-looking' = 'link-to-explore', reference: string = child.reference) =>
  world.reviewCard(actor, { reference, outcome, key: randomUUID() })

test('what a post was for, who confirmed it as what, and who could read it, is kept with it', async () => {
  await postTo('#regional')
  expect(await rowsOf(database, 'select distinct purpose, author_name, author_roles, readers, subject_children from post')).toEqual([
    {
      purpose: 'family-finding',
      author_name: finder.name,
      author_roles: ['family-finder'],
      readers: expect.arrayContaining([{ agency: 'Leicestershire County Council', people: 1, guests: 0 }]) as object[],
      subject_children: [{ childId: child.id, agencyId: AGENCIES.LINCS.id, reference: child.reference, legalStatus: 'adm-decision' }],
    },
  ])
})

test('a card that is taken back says so in every copy, and nothing of the child; matched or not, its facts never come back', async () => {
  const group = await postTo('#regional')
  expect(cardIn(regionalCopy('CITY'))).toMatch(/girl/iu)
  expect(await withdraw(finder, group)).toMatchObject({
    ok: true,
    value: { items: Array(5).fill({ withdrawal: { by: `${finder.name}, Leicestershire County Council`, because: 'mistake' } }) as object[] },
  })
  await world.worker().runDue()
  const said = () => HOSTS.map((code) => cardIn(regionalCopy(code)))
  for (const card of said()) {
    expect(card).toContain('was taken back')
    expect(card).not.toMatch(/girl|aged|brother/iu)
  }
  expect(await states()).toEqual(Array(5).fill('withdrawn'))

  const before = said()
  await world.record(child.reference, 'LINCS', { matched: '2026-11-20' })
  await world.worker().runDue()
  await world.record(child.reference, 'LINCS', { matched: null })
  await world.worker().runDue()
  expect(said()).toEqual(before)
  expect(await states()).toEqual(Array(5).fill('withdrawn'))
})

test('deleted, the message goes from the conversation; one that is gone already is deleted as well', async () => {
  const group = await postTo('#agency')
  expect((await withdraw(finder, group, 'delete')).ok).toBe(true)
  await world.worker().runDue()
  expect(world.channel.messages.get(OWN)).toEqual([])
  expect(await states()).toEqual(['deleted'])
  await world.record(child.reference, 'LINCS', { matched: '2026-11-20' })
  await world.worker().runDue()
  expect(world.channel.calls.filter((call) => call.startsWith('update'))).toEqual([])
  expect(world.faults).toEqual([])
})

test('the agency of the child takes back what another agency posted, at once', async () => {
  const group = await postTo('#regional')
  const manager = await world.worksFor('LINCS', 'practice-manager')
  expect((await withdraw(manager, group)).ok).toBe(true)
  await world.worker().runDue()
  expect(cardIn(regionalCopy('NCT'))).toContain('was taken back')
})

test('a post that is not sent yet is never sent', async () => {
  const key = randomUUID()
  await (await post(world, finder, child.reference, '#agency', key)).confirm()
  await withdraw(finder, key)
  await world.worker().runDue()
  expect(world.channel.messages.get(OWN)).toBeUndefined()
  expect(await states()).toEqual(['withdrawn'])
})

test('a card that is taken back while it is being sent is taken back right after', async () => {
  const key = randomUUID()
  await (await post(world, finder, child.reference, '#agency', key)).confirm()
  world.channel.beforeAnswer(async () => {
    world.channel.beforeAnswer(() => Promise.resolve())
    expect((await withdraw(finder, key)).ok).toBe(true)
  })
  await world.worker().runDue()
  world.pass(120)
  await world.worker().runDue()
  expect(world.channel.messages.get(OWN)).toHaveLength(1)
  expect(cardIn(OWN)).toContain('was taken back')
  expect(await states()).toEqual(['withdrawn'])
  expect(world.faults).toEqual([])
})

test('pressed twice it is taken back once; a second person is told', async () => {
  const group = await postTo('#agency')
  const key = randomUUID()
  expect(await withdraw(finder, group, 'replace', key)).toEqual(await withdraw(finder, group, 'replace', key))
  const manager = await world.worksFor('LEICS', 'practice-manager')
  expect(await withdraw(manager, group)).toMatchObject({ ok: false, refusal: { kind: 'conflict', reason: 'already-done' } })
  await world.worker().runDue()
  expect(await states()).toEqual(['withdrawn'])
  expect(await rowsOf(database, "select count(*)::int as n from audit where verb = 'post.withdrawal-asked' and outcome = 'done'")).toEqual([{ n: 1 }])
})

test('who has nothing to do with a post is answered as if there were none; a wrong role is told so', async () => {
  const group = await postTo('#agency')
  const stranger = await world.worksFor('NCT', 'practice-manager')
  expect(await withdraw(stranger, group)).toEqual(await withdraw(stranger, randomUUID()))
  expect(await withdraw(stranger, group)).toMatchObject({ ok: false, refusal: { kind: 'not-found' } })
  expect(await withdraw(await world.worksFor('LEICS', 'tracking-panel-chair'), group)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
  expect(await states()).toEqual(['sent'])
})

test('what the regional meeting says stands on every copy of the card, and only the newest of it', async () => {
  await postTo('#regional')
  await postTo('#agency')
  expect(await review(await world.worksFor('HUB', 'hub-coordinator'))).toMatchObject({ ok: true, value: { on: '2026-11-22', outcome: 'link-to-explore' } })
  await world.worker().runDue()
  for (const place of [OWN, ...HOSTS.map(regionalCopy)]) expect(cardIn(place)).toContain('Reviewed 22 Nov 2026: link to explore')
  world.pass(60)
  await review(await world.worksFor('NCT', 'tracking-panel-chair'), 'keep-looking')
  await world.worker().runDue()
  for (const place of [OWN, ...HOSTS.map(regionalCopy)]) {
    expect(cardIn(place)).toContain('Reviewed 22 Nov 2026: keep looking')
    expect(cardIn(place)).not.toContain('Reviewed 22 Nov 2026: link')
  }
})

test('a review of a hidden child is one of no child; of one who waits no more there is none', async () => {
  const hub = await world.worksFor('HUB', 'hub-coordinator')
  const hidden = await world.aChild('LINCS', { parallelPlan: '2026-02-01' })
  expect(await review(hub, 'keep-looking', hidden.reference)).toEqual(await review(hub, 'keep-looking', 'FF-7K3Q0'))
  await world.record(child.reference, 'LINCS', { matched: '2026-11-20' })
  expect(await review(hub)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })
  expect(await review(await world.worksFor('LEICS', 'childs-social-worker'))).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
  expect(await rowsOf(database, 'select count(*)::int as n from card_review')).toEqual([{ n: 0 }])
})

test('the list of posts says what is out there about whom and where, to those who may know, page by page', async () => {
  const group = await postTo('#regional')
  const own = await world.aChild('LEICS')
  await (await post(world, finder, own.reference, '#agency')).confirm()
  const all = async (actor: Actor, list: 'out' | 'withdrawn' | 'troubled' = 'out') => {
    const found: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await world.listPosts(actor, { list, limit: 2, cursor })
      if (!page.ok) throw new Error(page.refusal.kind)
      found.push(...page.value.items.map(({ children }) => children[0]?.reference ?? ''))
      expect(page.value.total).toBe(page.value.totals[list])
      if (page.value.nextCursor === null) return { found, totals: page.value.totals }
      cursor = page.value.nextCursor
    }
  }
  expect(await all(finder)).toEqual({ found: [own.reference, ...Array<string>(5).fill(child.reference)], totals: { out: 6, troubled: 0, withdrawn: 0 } })
  expect((await all(await world.worksFor('LINCS', 'childs-social-worker'))).found).toEqual(Array(5).fill(child.reference))
  expect((await all(await world.worksFor('LEICS', 'childs-social-worker'))).found).toEqual([own.reference])
  expect((await all(await world.worksFor('NCT'))).found).toEqual([])
  expect(await world.listPosts(await world.worksFor('LEICS', 'administrator'), { list: 'out', limit: 2 })).toMatchObject({ ok: false })
  expect(await world.listPosts(finder, { list: 'out', limit: 2, cursor: 'x' })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })

  await withdraw(finder, group)
  await world.worker().runDue()
  expect((await all(finder, 'withdrawn')).totals).toEqual({ out: 1, troubled: 0, withdrawn: 5 })
})

test('a card whose facts were taken back is among the troubled ones', async () => {
  await postTo('#agency')
  world.channel.setRoster(OWN, [memberOf(AGENCIES.LEICS.tenantId), memberOf('99999999-9999-4999-8999-999999999999')])
  await world.record(child.reference, 'LINCS', { placementOrder: '2026-10-01' })
  await world.worker().runDue()
  expect(await world.listPosts(finder, { list: 'troubled', limit: 5 })).toMatchObject({
    ok: true,
    value: { total: 1, items: [{ reason: expect.stringContaining('facts were taken back') as string }] },
  })
})

test('when a child’s record is purged its cards go from every conversation, and a list it was on says nothing any more', async () => {
  await postTo('#regional')
  const filter = { agencies: [], ageBands: [] }
  const preview = await world.previewPost(finder, { filter, conversation: '#agency' })
  if (!preview.ok) throw new Error('no preview')
  const { contentHash, readersHash } = preview.value
  await world.requestPost(finder, { filter, conversation: '#agency', contentHash, readersHash, key: randomUUID() })
  await world.worker().runDue()
  await world.register.asJob(child.agencyId, 'job:test', ({ jobs }) => jobs.add({ kind: 'post.withdraw-about', payload: { childId: child.id } }))
  await world.worker().runDue()
  for (const code of HOSTS) expect(world.channel.messages.get(regionalCopy(code))).toEqual([])
  expect(cardIn(OWN)).toContain('This list was taken back')
  expect(world.faults).toEqual([])
})

test('a card loses at night what only one waiting child has left of it, though nothing changed in that child’s record', async () => {
  const others = await Promise.all([world.aChild('CITY'), world.aChild('CITY')])
  const last = await world.aChild('CITY')
  await (await post(world, finder, last.reference, '#agency')).confirm()
  await world.worker().runDue()
  expect(cardIn(OWN)).toMatch(/girl/iu)
  for (const { reference } of others) await world.record(reference, 'CITY', { matched: '2026-11-20' })
  await world.worker().runDue()
  await world.register.asJob(finder.agencyId, 'job:test', ({ jobs }) => jobs.add({ kind: 'post.redraw', payload: {} }))
  await world.worker().runDue()
  expect(cardIn(OWN)).toContain(last.reference)
  expect(cardIn(OWN)).not.toMatch(/girl|aged/iu)
})

test('cards are looked at again when the app is let back into a channel: who came meanwhile was told to nobody', async () => {
  await postTo('#agency')
  await world.rememberConversation({
    conversationId: OWN,
    tenantId: AGENCIES.LEICS.tenantId ?? '',
    serviceUrl: 'https://smba.example/uk/',
    type: 'channel',
    isOpen: false,
  })
  world.channel.setRoster(OWN, [memberOf(AGENCIES.LEICS.tenantId), memberOf('99999999-9999-4999-8999-999999999999')])
  await world.hears('LEICS', OWN, 'family-finding')
  await world.worker().runDue()
  expect(cardIn(OWN)).not.toMatch(/girl|aged/iu)
})
