import type { KnownKind } from '../checker/known-kinds.ts'
import { readPages } from '../checker/read-page.ts'
import { isWord } from '../checker/vocabulary.ts'
import { wordsOfPage } from '../checker/words-of-page.ts'

/** Of these a school's or a place's name is made, and they name none. */
const GENERAL = new Set(
  'the of and school primary infant infants junior juniors academy nursery college house church saint st new old upper lower great little north south east west upon under over'.split(
    ' ',
  ),
)
const LONGEST = 3

/**
 * The phrases, of one to three words as the checker asks for them, by which an entered name, place or school is known again: the whole of it,
 * each part of a person's name, and each word of a place or school that is no word of English. Empty where nothing readable was typed.
 */
export const phrasesToStop = (kind: KnownKind, typed: string): readonly string[] => {
  const [page] = readPages(typed)
  if (page === undefined) return []
  const words = wordsOfPage(page).map(({ lower, genitive }) => (genitive ? `${lower}s` : lower))
  if (words.length === 0) return []
  const whole = Array.from({ length: Math.max(1, words.length - LONGEST + 1) }, (_, index) => words.slice(index, index + LONGEST).join(' '))
  const single = words.filter((word) => word.length > 2 && !GENERAL.has(word) && (kind === 'name' || !isWord(word)))
  return [...new Set([...whole, ...single])]
}
