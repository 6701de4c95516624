import * as z from 'zod'

export const CONVERSATION_KINDS = ['agency', 'regional'] as const

/** `GET /api/v1/conversations`: where this person may post. `#regional` and `#agency` are handles; a regional post goes to every copy. */
export const conversation = z.strictObject({ handle: z.string(), name: z.string(), kind: z.enum(CONVERSATION_KINDS), copies: z.int().min(1) })
export const conversations = z.strictObject({ items: z.array(conversation) })

const wanted = { reference: z.string().max(20), conversation: z.string().max(100) }
export const previewPostCommand = z.strictObject(wanted)
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
/** Confirms exactly what was shown: when card or readers have changed since, the answer is a conflict and a new preview is due. */
export const requestPostCommand = z.strictObject({
  ...wanted,
  contentHash: z.string().max(100),
  readersHash: z.string().max(100),
  key: z.uuid(),
})

export const POST_STATES = ['to-be-sent', 'sent', 'to-be-updated', 'refused', 'unreachable'] as const
export const post = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  conversation: z.string(),
  author: z.string(),
  state: z.enum(POST_STATES),
  requestedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
})
/** `POST /api/v1/posts` answers these; `GET /api/v1/children/{reference}/posts` lists them. */
export const posts = z.strictObject({ items: z.array(post) })
