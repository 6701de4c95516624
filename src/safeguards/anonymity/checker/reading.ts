import type { Hit, Span } from './findings.ts'
import type { KnownWords } from './known-words.ts'
import type { Page } from './read-page.ts'
import type { Word } from './words-of-page.ts'

/** One page with its words, handed from rule to rule. */
export interface Reading {
  readonly page: Page
  /** the page without what may always stand: references of the app, in whose place are spaces */
  readonly text: string
  readonly lower: string
  readonly words: readonly Word[]
  /** for each word, whether it belongs to a word or phrase that identifies nobody */
  readonly passes: readonly boolean[]
  readonly known: KnownWords
}

/** Looks a page through for one sort of thing, in time that grows with its length. */
export type Rule = (reading: Reading) => readonly Hit[]

/** All matches of an expression with the flag g, as spans. */
export const spansOf = (text: string, pattern: RegExp): readonly (Span & { readonly match: RegExpMatchArray })[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, match }))

/** What stands before and after a span, as far as these many characters and no further than its sentence. */
export const before = (text: string, { start }: Span, characters: number): string => {
  const said = text.slice(Math.max(0, start - characters), start)
  return said.slice(Math.max(said.lastIndexOf('\n'), said.lastIndexOf('. '), said.lastIndexOf('! '), said.lastIndexOf('? ')) + 1)
}
export const after = (text: string, { end }: Span, characters: number): string => {
  const said = text.slice(end, end + characters)
  const stop = /[\n!?]|\.(?:\s|$)/u.exec(said)
  return stop ? said.slice(0, stop.index) : said
}
