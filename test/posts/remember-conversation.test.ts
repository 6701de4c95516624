import type { Actor } from '../../src/core/actor.ts'
import { afterHearing, channelOf, findPostable, postables, type Conversation } from '../../src/posts/conversations/conversation.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, posting, regionalCopy, type Posting } from './support/posting.ts'

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

const LEICS = AGENCIES.LEICS.tenantId ?? ''
const heard = { conversationId: '19:new@thread.tacv2', tenantId: LEICS, serviceUrl: 'https://smba.example/uk/', type: 'channel' as const }
const handles = async (actor: Actor = finder): Promise<readonly string[]> => {
  const answer = await world.listConversations(actor)
  return answer.ok ? answer.value.items.map(({ handle, copies }) => `${handle} ${copies.toString()}`) : [answer.refusal.kind]
}
const stored = (id: string) => rowsOf(database, `select name, kind, service_url, state from conversation where id = '${id}'`)

test('a conversation in a tenant that no agency has is nobody’s, and nothing is kept', async () => {
  await world.rememberConversation({ ...heard, tenantId: '99999999-9999-4999-8999-999999999999', name: 'regional' })
  expect(await stored(heard.conversationId)).toEqual([])
})

test('a message that says no name leaves the name, and brings the newest address', async () => {
  await world.rememberConversation({ ...heard, name: 'Planning' })
  await world.rememberConversation({ ...heard, conversationId: `${heard.conversationId};messageid=17`, serviceUrl: 'https://smba.example/emea/' })
  expect(await stored(heard.conversationId)).toEqual([{ name: 'Planning', kind: 'agency', service_url: 'https://smba.example/emea/', state: 'open' }])
})

test('the same news twice is written once', async () => {
  await world.rememberConversation({ ...heard, name: 'Planning' })
  await world.rememberConversation({ ...heard, name: 'Planning' })
  expect(await rowsOf(database, `select verb from audit where subjects = array['${heard.conversationId}']`)).toEqual([{ verb: 'conversation.remembered' }])
})

test('a channel that is shared between tenants, or called regional, is one more copy for every agency', async () => {
  await world.rememberConversation({ ...heard, tenantId: AGENCIES.LINCS.tenantId ?? '', name: 'matching', isShared: true })
  expect(await handles()).toEqual(['#agency 1', '#regional 6'])
  expect(await handles(await world.worksFor('RUTLAND'))).toEqual(['#regional 6'])
  expect(await handles(await world.worksFor('HUB', 'hub-coordinator'))).toEqual(['#regional 6'])
})

test('a regional channel that is renamed or closed is no copy any more', async () => {
  await world.hears('CITY', regionalCopy('CITY'), 'Duty team')
  await world.rememberConversation({ ...heard, conversationId: regionalCopy('LEICS'), isOpen: false })
  expect(await handles()).toEqual(['#agency 1', '#regional 3'])
})

test('several channels of an agency go by their names', async () => {
  await world.rememberConversation({ ...heard, name: 'Family finders (north)' })
  expect(await handles()).toEqual(['#family-finders-north 1', '#family-finding 1', '#regional 5'])
})

test('another agency’s own channel is in nobody else’s list', async () => {
  await world.rememberConversation({ ...heard, tenantId: AGENCIES.CITY.tenantId ?? '', name: 'Only ours' })
  expect(await handles()).toEqual(['#agency 1', '#regional 5'])
  await world.register.as(finder, { verb: 'test' }, async (scope) => {
    expect(await scope.posts.conversation(heard.conversationId)).toBeUndefined()
    expect(await scope.posts.conversation(agencyChannel('CITY'))).toBeUndefined()
    return { ok: true, value: undefined }
  })
})

test('a role that posts nothing has no list', async () => {
  expect(await handles(await world.worksFor('LEICS', 'adopters-social-worker'))).toEqual(['not-allowed'])
})

test('personal chats and group chats are kept and are no place to post to', async () => {
  await world.rememberConversation({ ...heard, conversationId: 'a:personal', type: 'personal', person: finder })
  await world.rememberConversation({ ...heard, conversationId: '19:group@thread.v2', type: 'group', name: 'Regional friends' })
  expect(await rowsOf(database, "select kind, worker_id from conversation where kind in ('personal', 'group') order by kind")).toEqual([
    { kind: 'group', worker_id: null },
    { kind: 'personal', worker_id: finder.workerId },
  ])
  expect(await handles()).toEqual(['#agency 1', '#regional 5'])
})

test('what people type finds the channel: with or without the mark, by name, in any case', () => {
  const known = afterHearing({ ...heard, name: 'Family finders (north)' }, undefined, AGENCIES.LEICS.id)
  const copy: Conversation = { ...known, kind: 'regional', conversationId: '19:copy' }
  const list = postables([known], [copy, { ...copy, conversationId: '19:other' }])
  for (const typed of ['#agency', 'AGENCY', 'family finders (north)', '#family-finders-north']) expect(findPostable(list, typed)?.copies).toEqual([known])
  for (const typed of ['#regional', ' Regional ', 'regional channel']) expect(findPostable(list, typed)?.copies).toHaveLength(2)
  expect(findPostable(list, '#nowhere')).toBeUndefined()
  expect(channelOf('19:x@thread.tacv2;messageid=5')).toBe('19:x@thread.tacv2')
})
