import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/core/actor.ts'
import { postPreview, posts } from '../../src/posts/post-contract.ts'
import { postRoutes } from '../../src/posts/post-routes.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { londonToday } from '../../src/core/plain-date.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'
import { posting, regionalCopy, unmarked, type Posting } from './support/posting.ts'

let database: TestDatabase
let world: Posting
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
let finder: Actor
beforeAll(async () => {
  database = await openTestDatabase()
  world = posting(database)
  issuer = await openIssuer(() => new Date())
  web = await startWeb(issuer, signIn({ database, today: () => londonToday(world.now()) }), { routes: postRoutes(world) })
  await world.begin()
  finder = await world.worksFor('LEICS')
})
afterAll(async () => {
  await web.close()
  await issuer.close()
  await database.close()
})

const ask = async (path: string, body?: object, person: Actor = finder) => {
  const response = await fetch(`${web.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await issuer.tokenFor(person)}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

test('from the list of channels to the card in every copy, over HTTP', async () => {
  const child = await world.aChild('CITY')
  expect(await ask('/conversations')).toMatchObject({ status: 200, body: { items: [{ handle: '#agency' }, { handle: '#regional', copies: 5 }] } })
  const wanted = { reference: child.reference, conversation: '#regional' }
  const shown = postPreview.parse((await ask('/posts/preview', wanted)).body)
  const { contentHash, readersHash } = shown
  const asked = await ask('/posts', { ...wanted, contentHash, readersHash, key: randomUUID() })
  expect(asked.status).toBe(202)
  expect(posts.parse(asked.body).items).toHaveLength(5)
  await world.worker().runDue()
  expect(world.channel.messages.get(regionalCopy('NCT'))?.[0]?.cards.map(unmarked)).toEqual([shown.card])
  const about = posts.parse((await ask(`/children/${child.reference}/posts`)).body)
  expect(about.items.map(({ state, author }) => `${state} by ${author}`)).toEqual(Array(5).fill('sent by Ffion Reed, Leicestershire County Council'))
})

test('a confirmation of something else than what was shown is a conflict, and says what to do', async () => {
  const child = await world.aChild('CITY')
  const answer = await ask('/posts', { reference: child.reference, conversation: '#regional', contentHash: 'old', readersHash: 'old', key: randomUUID() })
  expect(answer).toMatchObject({ status: 409, body: { type: '/problems/conflict', detail: expect.stringContaining('Nothing was posted') as string } })
})

test.each([
  [{}, '/reference'],
  [{ reference: 'FF-7K3Q0', conversation: '#regional', extra: 1 }, '/extra'],
  [{ reference: 'x'.repeat(21), conversation: '#regional' }, '/reference'],
  [{ reference: 'Tess', conversation: '#regional' }, '/reference'],
  [{ reference: 'FF-7K3Q0', conversation: '#nowhere' }, '/conversation'],
])('a preview of %j is answered with the field that does not fit', async (body, pointer) => {
  const answer = await ask('/posts/preview', body)
  expect(answer).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) as object[] } })
})

test('a role that may not post is told so, for every reference alike', async () => {
  const panel = await world.worksFor('LEICS', 'tracking-panel-chair')
  const child = await world.aChild()
  for (const reference of [child.reference, 'FF-7K3Q0'])
    expect(await ask('/posts/preview', { reference, conversation: '#regional' }, panel)).toMatchObject({ status: 403, body: { type: '/problems/not-allowed' } })
})
