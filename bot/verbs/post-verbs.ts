import * as z from 'zod'
import { requestListPostCommand, requestPostCommand } from '../../src/posts/post-contract.ts'
import { defineVerb } from './define-verb.ts'

/** `conversation` is a handle such as `#regional`, chosen on the card or fixed in the button. */
export const postPreviewVerb = defineVerb('post.preview', z.strictObject({ reference: z.string().max(20), conversation: z.string().max(100) }))
/** Confirms exactly what was shown: the hashes of the card and of its readers travel with the button. */
export const postConfirmVerb = defineVerb('post.confirm', requestPostCommand)
/** The reference is empty where a list was to be posted. */
export const postCancelVerb = defineVerb('post.cancel', z.strictObject({ reference: z.string().max(20) }))
/** The same for the waiting list, narrowed to what was asked. */
export const postListConfirmVerb = defineVerb('post.list-confirm', requestListPostCommand)
/** What the meeting said of a posted card, chosen on the card itself. */
export const postReviewVerb = defineVerb(
  'post.review',
  z.strictObject({ reference: z.string().max(20), post: z.uuid().optional(), outcome: z.string().max(40).default('') }),
)
