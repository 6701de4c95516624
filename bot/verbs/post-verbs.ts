import * as z from 'zod'
import { requestPostCommand } from '../../src/posts/post-contract.ts'
import { defineVerb } from './define-verb.ts'

/** `conversation` is a handle such as `#regional`, chosen on the card or fixed in the button. */
export const postPreviewVerb = defineVerb('post.preview', z.strictObject({ reference: z.string().max(20), conversation: z.string().max(100) }))
/** Confirms exactly what was shown: the hashes of the card and of its readers travel with the button. */
export const postConfirmVerb = defineVerb('post.confirm', requestPostCommand)
export const postCancelVerb = defineVerb('post.cancel', z.strictObject({ reference: z.string().max(20) }))
