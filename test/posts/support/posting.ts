import { randomBytes, randomUUID } from 'node:crypto'
import { postCard } from '../../../bot/cards/post-card.ts'
import { childForPost } from '../../../src/children/sharing/child-for-post.ts'
import { childStore } from '../../../src/children/child-store.ts'
import type { Journey } from '../../../src/children/child-views.ts'
import { NOTHING_KNOWN, type Child } from '../../../src/children/child.ts'
import { NO_DATES } from '../../../src/children/journey/journey.ts'
import { childChanged } from '../../../src/children/changing/child-changed.ts'
import { sharedRows } from '../../../src/children/sharing/share-again.ts'
import type { Actor } from '../../../src/core/actor.ts'
import { newId, type ChildId } from '../../../src/core/ids.ts'
import { londonToday, type PlainDate } from '../../../src/core/plain-date.ts'
import { newReference, type ChildReference } from '../../../src/core/reference.ts'
import { startJobLoop, type JobLoop } from '../../../src/database/job-loop.ts'
import { openRegister } from '../../../src/database/open-register.ts'
import { changeSharing } from '../../../src/people/administration/change-sharing.ts'
import { partnerStore } from '../../../src/people/administration/partner-store.ts'
import { readPartners } from '../../../src/people/administration/read-partners.ts'
import { listForPost } from '../../../src/overview/list-for-post.ts'
import { homeAgencyOf } from '../../../src/posts/conversations/home-agency.ts'
import { listConversations } from '../../../src/posts/conversations/list-conversations.ts'
import { listPosts } from '../../../src/posts/list-posts.ts'
import { listPostsAbout } from '../../../src/posts/list-posts-about.ts'
import { postHandlers } from '../../../src/posts/post-handlers.ts'
import { postStore } from '../../../src/posts/post-store.ts'
import { previewPost } from '../../../src/posts/posting/preview-post.ts'
import { rememberConversation } from '../../../src/posts/conversations/remember-conversation.ts'
import { readersChanged } from '../../../src/posts/conversations/readers-changed.ts'
import { requestPost } from '../../../src/posts/posting/request-post.ts'
import { reviewCard } from '../../../src/posts/review/review-card.ts'
import { withdrawPost } from '../../../src/posts/withdrawing/withdraw-post.ts'
import { fieldEncryption } from '../../../src/safeguards/field-encryption.ts'
import { AGENCIES, aWorker, seedPartnership, type AgencyCode } from '../../support/partnership.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { memberOf, recordingChannel } from './recording-channel.ts'

/** Agencies with a tenant, so with channels of their own. */
export type HostCode = Exclude<AgencyCode, 'HUB' | 'RUTLAND'>
export const HOSTS: readonly HostCode[] = ['LEICS', 'CITY', 'LINCS', 'NLINCS', 'NCT']
export const agencyChannel = (code: HostCode): string => `19:agency-${code}@thread.tacv2`
export const regionalCopy = (code: HostCode): string => `19:regional-${code}@thread.tacv2`

/** Posts with everything behind them but Teams: the real register, the real children, the real card. */
export const posting = (database: TestDatabase) => {
  const channel = recordingChannel()
  const cipher = fieldEncryption(randomBytes(32), 'child')
  let clock = new Date('2026-11-22T09:30:00Z')
  const now = (): Date => clock
  const children = { cipher, now, today: () => londonToday(clock) }
  const register = openRegister({
    database,
    now,
    makeScope: (trx, who) => ({
      posts: postStore(trx, who),
      childForPost: childForPost(trx, who, children),
      listForPost: listForPost(trx, who, children),
      children: childStore(trx, who, children),
      partners: partnerStore(trx, who),
      sharedRows: sharedRows(trx, who, children),
    }),
  })
  const drawPost = postCard({ waiting: (query) => `https://tab.example/waiting?${query}` })
  const deps = { register, outbound: channel, findCard: channel.findCard, drawPost, now, random: () => 0 }
  const faults: unknown[] = []
  const remember = rememberConversation({ register, homeAgencyOf: homeAgencyOf(database) })

  const hears = (code: HostCode, conversationId: string, name: string, serviceUrl = 'https://smba.example/uk/') =>
    remember({ conversationId, tenantId: AGENCIES[code].tenantId ?? '', serviceUrl, type: 'channel', name })

  const partnersRead = readPartners({ register, today: children.today, consentLink: () => '' })
  return {
    register,
    changeSharing: changeSharing({ register, now, readPartners: partnersRead }),
    channel,
    deps,
    faults,
    now,
    /** seconds */
    pass: (seconds: number): void => {
      clock = new Date(clock.getTime() + seconds * 1000)
    },
    previewPost: previewPost(deps),
    requestPost: requestPost(deps),
    listConversations: listConversations(deps),
    listPostsAbout: listPostsAbout(deps),
    listPosts: listPosts(deps),
    withdrawPost: withdrawPost(deps),
    reviewCard: reviewCard(deps),
    rememberConversation: remember,
    readersChanged: readersChanged({ register, homeAgencyOf: homeAgencyOf(database), now }),
    /** A worker process; each has a loop of its own. */
    worker: (): JobLoop =>
      startJobLoop({
        database,
        handlers: postHandlers(deps),
        now,
        pollMs: Infinity,
        log: { error: (details) => faults.push(details) },
        random: () => 1,
      }),

    /** The region at nine in the morning: two channels in every tenant, one colleague in each, nothing posted. */
    begin: async (): Promise<void> => {
      await database.truncate()
      await seedPartnership(database)
      clock = new Date('2026-11-22T09:30:00Z')
      channel.forget()
      faults.length = 0
      for (const code of HOSTS) {
        const member = memberOf(AGENCIES[code].tenantId)
        channel.setRoster(agencyChannel(code), [member])
        channel.setRoster(regionalCopy(code), [member])
        await hears(code, agencyChannel(code), 'family-finding')
        await hears(code, regionalCopy(code), 'regional')
      }
    },
    hears,
    worksFor: (agency: AgencyCode, ...roles: Actor['roles']): Promise<Actor> =>
      aWorker(database, { agency, roles: roles.length > 0 ? roles : ['family-finder'] }),

    /** A child who waits since the ADM decision of 2 March 2026, unless the dates say otherwise. */
    aChild: async (agency: AgencyCode = 'LEICS', dates: Partial<Record<keyof Journey, string>> = { admDecision: '2026-03-02' }): Promise<Child> => {
      const child: Child = {
        ...NOTHING_KNOWN,
        id: newId<ChildId>(),
        agencyId: AGENCIES[agency].id,
        reference: newReference('FF'),
        version: 1,
        sex: 'female',
        journey: { ...NO_DATES, enteredCare: '2025-06-01' as PlainDate, ...(dates as Partial<Journey>) },
      }
      await register.asJob(child.agencyId, 'job:test', (scope) =>
        scope.children.add(child, { name: 'Tess Child', born: '2022-05-05' as PlainDate, localReference: randomUUID() }),
      )
      return child
    },
    /** As recording a date does it: child, shared row and job in one transaction. */
    record: async (reference: ChildReference, agency: AgencyCode, dates: Partial<Record<keyof Journey, string | null>>): Promise<void> => {
      await register.asJob(AGENCIES[agency].id, 'job:test', async (scope) => {
        const own = await scope.children.own(reference)
        if (own === undefined) throw new Error(`${reference} is no child of ${agency}.`)
        const child = { ...own.child, journey: { ...own.child.journey, ...(dates as Partial<Journey>) } }
        await scope.children.replace(own.child, child)
        await scope.jobs.add(...childChanged(own.child, child))
      })
    },
  }
}
export type Posting = ReturnType<typeof posting>

/** A card without the id of its post, which it carries unseen and which is no part of what is shown. */
export const unmarked = (card: object | undefined): unknown =>
  JSON.parse(JSON.stringify(card ?? null, (key, value: unknown) => (key === 'post' ? undefined : value)))

/** Shows and confirms, as a person does who changes their mind about nothing. */
export const post = async (world: Posting, actor: Actor, reference: string, conversation = '#regional', key: string = randomUUID()) => {
  const preview = await world.previewPost(actor, { reference, conversation })
  if (!preview.ok) throw new Error(`The preview was refused: ${JSON.stringify(preview.refusal)}`)
  const { contentHash, readersHash } = preview.value
  return { preview: preview.value, confirm: () => world.requestPost(actor, { reference, conversation, contentHash, readersHash, key }) }
}
