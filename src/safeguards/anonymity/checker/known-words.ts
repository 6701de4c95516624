import type { KnownKind } from './known-kinds.ts'

/**
 * What the register knows of the child whom a text is about: told only by asking, so that the words themselves may be kept as keyed hashes.
 * Asked with one to three words in lower case, without accents, one space between them.
 */
export type KnownWords = (phrase: string) => KnownKind | undefined

export const NOTHING_KNOWN: KnownWords = () => undefined
