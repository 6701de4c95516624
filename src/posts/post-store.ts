import * as z from 'zod'
import type { AgencyId, ChildId, PostId, WorkerId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { conversationStore, type ConversationStore } from './conversation-store.ts'
import { POST_STATES } from './post-contract.ts'
import type { Post } from './post.ts'
import { LEGAL_STATUSES } from './ports.ts'

/** Posts that the open agency wrote, or that are about its children; nobody else's exist here. */
export interface PostRows {
  add(posts: readonly Post[]): Promise<void>
  byId(id: PostId): Promise<Post | undefined>
  /** What this person's command with this key made; empty when it made nothing yet. */
  byCommand(authorId: WorkerId, key: string): Promise<readonly Post[]>
  /** Newest request first. */
  about(childId: ChildId): Promise<readonly Post[]>
  /** Posts of the open agency with a card in this conversation that could not be replaced. */
  cutOff(conversationId: string): Promise<readonly Post[]>
  /** Takes a post for sending, for one worker only; undefined when another one has it or it is not to be sent any more. */
  claim(id: PostId, now: Date, until: Date): Promise<Post | undefined>
  /** Lets go of the posts of the open agency that a process was sending which is no more. */
  freeClaims(): Promise<void>
  /** Writes what became of it. Throws when somebody else wrote in between, so that the job runs again. */
  replace(was: Post, becomes: Post): Promise<void>
}
export type PostStore = ConversationStore & PostRows

type PostTables = {
  readonly post: {
    id: string
    agency_id: number
    author_id: string
    author_name: string
    conversation_agency_id: number
    conversation_id: string
    conversation_name: string
    post_group: string
    subject_type: 'child'
    subject_id: string
    subject_reference: string
    subject_agency_id: number
    legal_status: string
    content_hash: string
    readers_hash: string
    state: string
    activity_id: string | null
    reason: string | null
    version: number
    requested_at: Date
    sent_at: Date | null
    updated_at: Date | null
    claimed_until: Date | null
  }
}

const agencyId = z.int().transform((id) => id as AgencyId)
const row = z
  .strictObject({
    id: z.uuid().transform((id) => id as PostId),
    agency_id: agencyId,
    author_id: z.uuid().transform((id) => id as WorkerId),
    author_name: z.string(),
    conversation_agency_id: agencyId,
    conversation_id: z.string(),
    conversation_name: z.string(),
    post_group: z.uuid(),
    subject_type: z.literal('child'),
    subject_id: z.uuid().transform((id) => id as ChildId),
    subject_reference: z.string().transform((reference) => reference as ChildReference),
    subject_agency_id: agencyId,
    legal_status: z.enum(LEGAL_STATUSES),
    content_hash: z.string(),
    readers_hash: z.string(),
    state: z.enum(POST_STATES),
    activity_id: z.string().nullable(),
    reason: z.string().nullable(),
    version: z.int(),
    requested_at: z.date(),
    sent_at: z.date().nullable(),
    updated_at: z.date().nullable(),
    claimed_until: z.date().nullable(),
  })
  .transform((from): Post => ({
    id: from.id,
    version: from.version,
    agencyId: from.agency_id,
    authorId: from.author_id,
    authorName: from.author_name,
    conversationAgencyId: from.conversation_agency_id,
    conversationId: from.conversation_id,
    conversationName: from.conversation_name,
    group: from.post_group,
    childId: from.subject_id,
    childAgencyId: from.subject_agency_id,
    reference: from.subject_reference,
    legalStatus: from.legal_status,
    contentHash: from.content_hash,
    readersHash: from.readers_hash,
    state: from.state,
    activityId: from.activity_id,
    reason: from.reason,
    requestedAt: from.requested_at,
    sentAt: from.sent_at,
    updatedAt: from.updated_at,
    claimedUntil: from.claimed_until,
  }))
const parsed = (rows: readonly unknown[]): readonly Post[] => rows.map((each) => row.parse(each))

/** What changes in the life of a post; everything else stays as it was confirmed. */
const fateOf = (post: Post) => ({
  state: post.state,
  activity_id: post.activityId,
  content_hash: post.contentHash,
  reason: post.reason,
  sent_at: post.sentAt,
  updated_at: post.updatedAt,
  claimed_until: post.claimedUntil,
})

const rowOf = (post: Post) => ({
  ...fateOf(post),
  id: post.id,
  version: post.version,
  agency_id: post.agencyId,
  author_id: post.authorId,
  author_name: post.authorName,
  conversation_agency_id: post.conversationAgencyId,
  conversation_id: post.conversationId,
  conversation_name: post.conversationName,
  post_group: post.group,
  subject_type: 'child' as const,
  subject_id: post.childId,
  subject_reference: post.reference,
  subject_agency_id: post.childAgencyId,
  legal_status: post.legalStatus,
  readers_hash: post.readersHash,
  requested_at: post.requestedAt,
})

const postRows = (trx: Transaction, open: AgencyId): PostRows => {
  const db = trx.withTables<PostTables>()
  // the first wall; the policies of the table are the second
  const visible = db
    .selectFrom('post')
    .selectAll()
    .where((eb) => eb.or([eb('agency_id', '=', open), eb('subject_agency_id', '=', open)]))
  return {
    add: async (posts) => {
      await db.insertInto('post').values(posts.map(rowOf)).execute()
    },
    byId: async (id) => parsed(await visible.where('id', '=', id).execute())[0],
    byCommand: async (authorId, key) =>
      parsed(await visible.where('agency_id', '=', open).where('author_id', '=', authorId).where('post_group', '=', key).orderBy('id').execute()),
    about: async (childId) => parsed(await visible.where('subject_id', '=', childId).orderBy('requested_at', 'desc').orderBy('id').execute()),
    cutOff: async (conversationId) =>
      parsed(
        await visible
          .where('agency_id', '=', open)
          .where('conversation_id', '=', conversationId)
          .where('state', '=', 'unreachable')
          .where('activity_id', 'is not', null)
          .execute(),
      ),
    claim: async (id, now, until) =>
      parsed(
        await db
          .updateTable('post')
          .set((eb) => ({ claimed_until: until, version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .where('agency_id', '=', open)
          .where('state', '=', 'to-be-sent')
          .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
          .returningAll()
          .execute(),
      )[0],
    freeClaims: async () => {
      await db
        .updateTable('post')
        .set({ claimed_until: null })
        .where('agency_id', '=', open)
        .where('state', '=', 'to-be-sent')
        .where('claimed_until', 'is not', null)
        .execute()
    },
    replace: async (was, becomes) => {
      const written = await db
        .updateTable('post')
        .set({ ...fateOf(becomes), version: was.version + 1 })
        .where('id', '=', was.id)
        .where('version', '=', was.version)
        .executeTakeFirst()
      if (written.numUpdatedRows !== 1n) throw new Error(`Post ${was.id} was changed by somebody else meanwhile.`)
    },
  }
}

export const postStore = (trx: Transaction, who: Who): PostStore => {
  const open = who.kind === 'actor' ? who.actor.agencyId : who.agencyId
  return { ...conversationStore(trx, open), ...postRows(trx, open) }
}
