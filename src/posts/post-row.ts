// A post as a row of its table: what is written and how it is read again.
import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES } from '../core/actor.ts'
import type { AgencyId, ChildId, PostId, WorkerId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import { ALL_PURPOSES, POST_STATES, SUBJECT_KINDS, WITHDRAWAL_REASONS, WITHDRAWAL_WAYS } from './post-kinds.ts'
import { childrenOf, type Post, type PostedChild, type PostSubject } from './post.ts'
import { LEGAL_STATUSES } from './ports.ts'

export type PostTables = {
  readonly post: {
    id: string
    agency_id: number
    author_id: string
    author_name: string
    conversation_agency_id: number
    conversation_id: string
    conversation_name: string
    post_group: string
    subject_type: (typeof SUBJECT_KINDS)[number]
    subject_children: string
    subject_ids: string[]
    subject_agencies: number[]
    subject_filter: string | null
    subject_words: string | null
    purpose: string
    readers: string
    author_roles: string[]
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
    attempted_at: Date | null
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_because: string | null
    withdrawn_how: string | null
  }
}

const agencyId = z.int().transform((id) => id as AgencyId)
const postedChild = z.strictObject({
  childId: z.uuid().transform((id) => id as ChildId),
  agencyId,
  reference: z.string().transform((reference) => reference as ChildReference),
  legalStatus: z.enum(LEGAL_STATUSES),
})

interface SubjectColumns {
  readonly subject_type: (typeof SUBJECT_KINDS)[number]
  readonly subject_children: readonly PostedChild[]
  readonly subject_filter: object | null
  readonly subject_words: string | null
}
const subjectOf = ({ subject_type, subject_children: children, subject_filter, subject_words }: SubjectColumns): PostSubject => {
  const [child] = children
  if (child === undefined) throw new Error('A post is about nobody.')
  switch (subject_type) {
    case 'child':
      return { kind: 'child', child }
    case 'list':
      return { kind: 'list', list: { filter: subject_filter ?? {}, children } }
    case 'notice':
      return { kind: 'notice', notice: { words: subject_words ?? '', children } }
  }
}

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
    subject_type: z.enum(SUBJECT_KINDS),
    subject_children: z.array(postedChild).min(1),
    subject_ids: z.array(z.uuid()),
    subject_agencies: z.array(z.int()),
    subject_filter: z.record(z.string(), z.unknown()).nullable(),
    subject_words: z.string().nullable(),
    purpose: z.enum(ALL_PURPOSES),
    readers: z.array(z.strictObject({ agency: z.string(), people: z.int(), guests: z.int() })),
    author_roles: z.array(z.enum(ROLES)),
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
    attempted_at: z.date().nullable(),
    withdrawn_at: z.date().nullable(),
    withdrawn_by: z.string().nullable(),
    withdrawn_because: z.enum(WITHDRAWAL_REASONS).nullable(),
    withdrawn_how: z.enum(WITHDRAWAL_WAYS).nullable(),
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
    subject: subjectOf(from),
    purpose: from.purpose,
    readers: from.readers,
    authorRoles: from.author_roles,
    contentHash: from.content_hash,
    readersHash: from.readers_hash,
    state: from.state,
    activityId: from.activity_id,
    reason: from.reason,
    requestedAt: from.requested_at,
    sentAt: from.sent_at,
    updatedAt: from.updated_at,
    claimedUntil: from.claimed_until,
    attemptedAt: from.attempted_at,
    withdrawal:
      from.withdrawn_at === null
        ? null
        : { at: from.withdrawn_at, by: from.withdrawn_by, because: from.withdrawn_because, how: from.withdrawn_how ?? 'replace' },
  }))
export const parsedPosts = (rows: readonly unknown[]): readonly Post[] => rows.map((each) => row.parse(each))

/** What changes in the life of a post; everything else stays as it was confirmed. */
export const fateOf = (post: Post) => ({
  state: post.state,
  activity_id: post.activityId,
  content_hash: post.contentHash,
  reason: post.reason,
  sent_at: post.sentAt,
  updated_at: post.updatedAt,
  claimed_until: post.claimedUntil,
  attempted_at: post.attemptedAt,
})

/** What a person withdrew stays so, whatever a worker writes that read the post before. */
export const ownWithdrawal = ({ withdrawal }: Post) => ({
  withdrawn_at: sql<Date | null>`case when withdrawn_by is null then ${withdrawal?.at ?? null}::timestamptz else withdrawn_at end`,
  withdrawn_how: sql<string | null>`case when withdrawn_by is null then ${withdrawal?.how ?? null} else withdrawn_how end`,
})

export const rowOf = (post: Post) => ({
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
  subject_type: post.subject.kind,
  subject_children: JSON.stringify(childrenOf(post)),
  subject_ids: childrenOf(post).map(({ childId }) => childId),
  subject_agencies: [...new Set(childrenOf(post).map(({ agencyId: id }) => id))],
  subject_filter: post.subject.kind === 'list' ? JSON.stringify(post.subject.list.filter) : null,
  subject_words: post.subject.kind === 'notice' ? post.subject.notice.words : null,
  purpose: post.purpose,
  readers: JSON.stringify(post.readers),
  author_roles: [...post.authorRoles],
  readers_hash: post.readersHash,
  requested_at: post.requestedAt,
})
