import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/core/actor.ts'
import { newId, type PostId } from '../../../src/core/ids.ts'
import type { DemoAgency } from '../../../src/local/demo-region/agencies.ts'
import type { DemoPerson } from '../../../src/local/demo-region/people.ts'
import { conversationsOf } from '../../../src/local/connector/region.ts'
import type { Child } from '../../../src/children/child.ts'
import type { Post } from '../../../src/posts/post.ts'
import { send, startRegion } from '../../local/local-region.ts'
import { AGENCIES } from '../../support/partnership.ts'
import { rowsOf } from '../../support/rows.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { HOSTS, posting, type HostCode } from './posting.ts'

const tenantOf = (code: HostCode): string => AGENCIES[code].tenantId ?? ''
const agencies: readonly DemoAgency[] = HOSTS.map((code) => ({ ...AGENCIES[code], mailbox: `family-finding@${code.toLowerCase()}.example` }))
/** One reader in each tenant. */
const people: readonly DemoPerson[] = HOSTS.map((code) => ({
  name: `Reader ${code}`,
  role: 'family-finder',
  agency: code,
  tenantId: tenantOf(code),
  objectId: randomUUID(),
  mail: `reader@${code.toLowerCase()}.example`,
  standing: 'works',
  memberships: [{ agency: code, roles: ['family-finder'] }],
}))

/**
 * About one call in eight that posts a card fails. The channel takes no card of some of them, and of others it took the card before the answer was
 * lost; 17 seconds are what only these failures ask to wait.
 */
const FIRE = [
  { status: 429, retryAfter: 17, every: 31 },
  { status: 412, every: 79 },
  { status: 502, every: 61 },
  { status: 502, every: 53, moment: 'after' },
  { status: 504, every: 71, moment: 'after' },
  { status: 'drop', every: 67 },
  { status: 'drop', every: 59, moment: 'after' },
]

const aPost = (author: Actor, child: Child, to: { readonly id: string; readonly name: string; readonly host: HostCode }, at: Date): Post => ({
  id: newId<PostId>(),
  version: 1,
  agencyId: author.agencyId,
  authorId: author.workerId,
  authorName: author.name,
  conversationAgencyId: AGENCIES[to.host].id,
  conversationId: to.id,
  conversationName: to.name,
  group: randomUUID(),
  subject: { kind: 'child', child: { childId: child.id, agencyId: child.agencyId, reference: child.reference, legalStatus: 'adm-decision' } },
  purpose: 'family-finding',
  readers: [],
  authorRoles: author.roles,
  contentHash: 'as confirmed',
  readersHash: 'as confirmed',
  state: 'to-be-sent',
  activityId: null,
  reason: null,
  requestedAt: at,
  sentAt: null,
  updatedAt: null,
  claimedUntil: null,
  attemptedAt: null,
  withdrawal: null,
})

interface StoredMessage {
  readonly id: string
  readonly attachments?: readonly object[]
}

/** A region whose Bot Connector fails all the time, with this many children to post into each of its ten channels. */
export const underFire = async (database: TestDatabase) => {
  const world = posting(database)
  await world.begin()
  const region = await startRegion({ people, agencies, now: world.now })
  const calls = { posted: 0, asked: 0, throttled: 0, onPost: (_count: number): void => undefined }
  // the connector's routes are there already: what is told of them is told first
  const { stack } = region.app.router
  region.app.use('/local/connector/v3/conversations', (request, response, next) => {
    if (request.method === 'POST') calls.onPost((calls.posted += 1))
    calls.asked += 1
    response.on('finish', () => {
      if (response.statusCode === 429 && response.getHeader('retry-after') !== '17') calls.throttled += 1
    })
    next()
  })
  stack.unshift(...stack.splice(-1))

  const channels = conversationsOf({ people, agencies }).flatMap((one) => {
    const host = HOSTS.find((code) => tenantOf(code) === one.tenantId)
    return host !== undefined && (one.kind === 'agency' || one.kind === 'regional') ? [{ ...one, host }] : []
  })
  for (const { id, name, tenantId, team } of channels)
    await world.rememberConversation({
      conversationId: id,
      tenantId,
      serviceUrl: region.local.bot.serviceUrl,
      type: 'channel',
      name,
      teamGroupId: team?.aadGroupId,
    })

  const told = await send(
    `${region.url}/local/connector/_fail`,
    'POST',
    FIRE.map((one) => ({ ...one, times: 1000, on: 'post' })),
  )
  if (told.status !== 204) throw new Error(await told.text())
  await send(`${region.url}/local/graph/_fail`, 'POST', { status: 503, times: 12, on: 'any' })

  /** As confirmations leave them: posts and jobs in one transaction, each channel's in the order in which they are to arrive. */
  const confirm = async (children: number): Promise<void> => {
    const all: Child[] = []
    for (let made = 0; made < children; made += 1) all.push(await world.aChild())
    for (const code of HOSTS) {
      const author = await world.worksFor(code)
      const mine = channels.filter(({ host, kind }) => (kind === 'agency' ? host === code : code === 'LEICS'))
      await world.register.asJob(author.agencyId, 'job:test', async (scope) => {
        const posts = all.flatMap((child) => mine.map((channel) => aPost(author, child, channel, world.now())))
        await scope.posts.add(posts)
        await scope.jobs.add(...posts.map((post) => ({ kind: 'post.send', payload: { postId: post.id }, queue: post.conversationId })))
      })
    }
  }

  /** Seconds until the next open job may run; undefined where none is left. */
  const untilNext = async (): Promise<number | undefined> => {
    const [row] = await rowsOf<{ next: Date | null }>(
      database,
      `select min(greatest(run_at, coalesce(locked_until, run_at))) as next from job where state = 'open' and not exists (
         select from job as older where older.queue = job.queue and older.state = 'open' and older.id < job.id)`,
    )
    return row?.next == null ? undefined : Math.max(0, (row.next.getTime() - world.now().getTime()) / 1000)
  }

  /** What the posts of each channel should be, in order, and what lies there. */
  const compare = async () => {
    const posts = await rowsOf<{ id: PostId; conversation_id: string; state: string; activity_id: string | null }>(
      database,
      "select post.id, conversation_id, post.state, activity_id from job join post on post.id::text = payload ->> 'postId' where kind = 'post.send' order by job.id",
    )
    return Promise.all(
      channels.map(async ({ id, host }) => {
        const reader = people.find(({ tenantId }) => tenantId === tenantOf(host))
        const query = new URLSearchParams({ tenantId: reader?.tenantId ?? '', objectId: reader?.objectId ?? '', conversation: id })
        const answer = await fetch(`${region.url}/local/chats/messages?${query.toString()}`)
        const { items } = (await answer.json()) as { items: readonly StoredMessage[] }
        const here = posts.filter((post) => post.conversation_id === id)
        return {
          expected: here.map((post) => `${post.id} ${post.state} ${post.activity_id ?? 'no id'}`),
          there: items.map((item) => `${/"post":"(?<id>[0-9a-f-]{36})"/u.exec(JSON.stringify(item.attachments))?.groups?.['id'] ?? 'no mark'} sent ${item.id}`),
        }
      }),
    )
  }

  return { world, region, calls, confirm, untilNext, compare, close: () => region.close() }
}
export type UnderFire = Awaited<ReturnType<typeof underFire>>
