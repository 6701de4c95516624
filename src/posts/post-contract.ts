import * as z from 'zod'
import { ALL_PURPOSES, POST_PURPOSES, POST_STATES, REVIEW_OUTCOMES, SUBJECT_KINDS, WITHDRAWAL_REASONS, WITHDRAWAL_WAYS } from './post-kinds.ts'

export const CONVERSATION_KINDS = ['agency', 'regional'] as const

/** `GET /api/v1/conversations`: where this person may post. `#regional` and `#agency` are handles; a regional post goes to every copy. */
export const conversation = z.strictObject({ handle: z.string(), name: z.string(), kind: z.enum(CONVERSATION_KINDS), copies: z.int().min(1) })
export const conversations = z.strictObject({ items: z.array(conversation) })

const wanted = { reference: z.string().max(20), conversation: z.string().max(100) }
export const previewPostCommand = z.strictObject(wanted)
/** A list: its filter as `GET /api/v1/waiting` answers it in `filter`. */
const wantedList = { filter: z.record(z.string().max(40), z.unknown()), conversation: z.string().max(100) }
export const previewListPostCommand = z.strictObject(wantedList)
/** Readers by agency and the guests among them: counts and agency names, no personal names of hidden people. */
export const postReader = z.strictObject({ agency: z.string(), people: z.int(), guests: z.int() })
export const postPreview = z.strictObject({
  conversation,
  /** the exact Adaptive Card that will be stored in the conversation */
  card: z.record(z.string(), z.unknown()),
  readers: z.array(postReader),
  contentHash: z.string(),
  readersHash: z.string(),
})
const confirmed = {
  /** what for; family finding where nothing is said */
  purpose: z.enum(POST_PURPOSES).optional(),
  contentHash: z.string().max(100),
  readersHash: z.string().max(100),
  key: z.uuid(),
}
/** Confirms exactly what was shown: when card or readers have changed since, the answer is a conflict and a new preview is due. */
export const requestPostCommand = z.strictObject({ ...wanted, ...confirmed })
export const requestListPostCommand = z.strictObject({ ...wantedList, ...confirmed })

const child = z.strictObject({ reference: z.string(), legalStatus: z.enum(['adm-decision', 'placement-order']) })
export const post = z.strictObject({
  id: z.uuid(),
  /** one for all copies of one command: what is withdrawn together */
  group: z.uuid(),
  kind: z.enum(SUBJECT_KINDS),
  /** the children whose cards or rows it carries, with the legal status on which each left its agency */
  children: z.array(child).min(1),
  purpose: z.enum(ALL_PURPOSES),
  conversation: z.string(),
  /** who confirmed it, for which agency */
  author: z.string(),
  /** who could read it then */
  readers: z.array(postReader),
  state: z.enum(POST_STATES),
  requestedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  /** `by` is null where the search ended and the app withdrew it */
  withdrawal: z
    .strictObject({ by: z.string().nullable(), because: z.enum(WITHDRAWAL_REASONS).nullable(), how: z.enum(WITHDRAWAL_WAYS), at: z.iso.datetime() })
    .nullable(),
  mayWithdraw: z.boolean(),
})
/** `POST /api/v1/posts` answers these; `GET /api/v1/children/{reference}/posts` lists them. */
export const posts = z.strictObject({ items: z.array(post) })

/** `out` is all that lies in a conversation or is on its way; `troubled` what was refused, could not be reached or lost its facts. */
export const POST_LISTS = ['out', 'troubled', 'withdrawn'] as const
/** `GET /api/v1/posts`: what this agency posted and what was posted of its children, newest first. */
export const postsAsked = z.strictObject({
  list: z.enum(POST_LISTS).default('out'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})
export const postPage = z.strictObject({
  items: z.array(post),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** how many each list has */
  totals: z.strictObject({ out: z.int(), troubled: z.int(), withdrawn: z.int() }),
})

/** Takes every copy back: `replace` leaves a card that says so, `delete` leaves nothing. */
export const withdrawPostCommand = z.strictObject({ because: z.enum(WITHDRAWAL_REASONS), how: z.enum(WITHDRAWAL_WAYS), key: z.uuid() })
/** What a meeting says of a child whose card is posted; it stands on every copy of the card. */
export const reviewCardCommand = z.strictObject({ outcome: z.enum(REVIEW_OUTCOMES), key: z.uuid() })
export const cardReviewed = z.strictObject({ reference: z.string(), on: z.iso.date(), outcome: z.enum(REVIEW_OUTCOMES) })
