import * as z from 'zod'
import { plainText } from '../../../http/common-contract.ts'
import { KNOWN_KINDS } from '../checker/known-kinds.ts'

const kind = z.enum(KNOWN_KINDS)

/** `POST /api/v1/children/{reference}/stop-words`: a name, a place or a school that must not stand in a text about this child. */
export const addStopWordCommand = z.strictObject({ kind, words: plainText(100).min(1), key: z.uuid() })
/** `POST /api/v1/children/{reference}/stop-words/removed`: all of one kind; single ones cannot be told apart. */
export const removeStopWordsCommand = z.strictObject({ kind, key: z.uuid() })
/** How many were entered. What they are nobody can read again. */
export const stopWordCounts = z.strictObject({ name: z.int(), place: z.int(), school: z.int() })
