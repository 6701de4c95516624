import type { Page } from './read-page.ts'

/** A word of a page. Hyphens part words; an apostrophe belongs to its word, the s of a genitive does not. */
export interface Word {
  readonly start: number
  readonly end: number
  /** lower case, without apostrophes and the s of a genitive */
  readonly lower: string
  readonly genitive: boolean
  /** begins with a capital, where that tells something: not in a line of capitals or a heading */
  readonly capital: boolean
  /** two letters or more, all capitals, where that tells something */
  readonly capitals: boolean
  /** begins a sentence, a line or what comes after a colon */
  readonly first: boolean
  /** what stands between it and the word before */
  readonly gap: string
}

const WORD = /[a-z](?:'?[a-z]){0,59}/giu
const ENDS = /[.!?:;|\n\r•"(>]|^\s*[-*]\s/u
const SMALL = new Set('a an and as at but by for from in is of on or the to with'.split(' '))

/** Lines whose capitals tell nothing: all capitals, or a heading in which nearly every word has one. */
const flatLines = (text: string): ((index: number) => boolean) => {
  const flat: { readonly end: number; readonly isFlat: boolean }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = line.match(/[a-z']+/giu) ?? []
    const long = words.filter((word) => word.length > 1)
    const upper = long.filter((word) => word === word.toUpperCase()).length
    const titled = words.filter((word) => !SMALL.has(word.toLowerCase()))
    const capitals = titled.filter((word) => /^[A-Z]/u.test(word)).length
    flat.push({ end: start + line.length, isFlat: (long.length > 2 && upper / long.length > 0.7) || (titled.length > 5 && capitals / titled.length > 0.8) })
    start += line.length + 1
  }
  let cursor = 0
  return (index) => {
    if (cursor > 0 && (flat[cursor - 1]?.end ?? 0) >= index) cursor = 0
    while ((flat[cursor]?.end ?? Number.POSITIVE_INFINITY) < index) cursor++
    return flat[cursor]?.isFlat ?? false
  }
}

export const wordsOfPage = ({ text }: Page): readonly Word[] => {
  const isFlat = flatLines(text)
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const whole = match[0]
    const genitive = /'s$/iu.test(whole)
    const bare = genitive ? whole.slice(0, -2) : whole
    const gap = text.slice(end, match.index)
    const flat = isFlat(match.index)
    words.push({
      start: match.index,
      end: match.index + bare.length,
      lower: bare.replaceAll("'", '').toLowerCase(),
      genitive,
      capital: !flat && /^[A-Z]/u.test(bare),
      capitals: !flat && bare.length > 1 && bare === bare.toUpperCase(),
      first: words.length === 0 || ENDS.test(gap),
      gap,
    })
    end = match.index + whole.length
  }
  return words
}
