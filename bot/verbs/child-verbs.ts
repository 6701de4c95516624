import * as z from 'zod'
import { defineVerb } from './define-verb.ts'

const reference = z.string().max(20)

/** A row of a list opened as a child's card. */
export const childOpenVerb = defineVerb('child.open', z.strictObject({ reference }))
/** "Show me more" on a child's card. */
export const childMoreVerb = defineVerb('child.more', z.strictObject({ reference }))
/** The card's own refresh, made by the client and not by a person. */
export const childRefreshVerb = defineVerb('child.refresh', z.strictObject({ reference }))
