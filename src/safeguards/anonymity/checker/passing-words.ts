import { lists } from './lists.ts'
import type { Word } from './words-of-page.ts'

/** A reference of the app: its shape counts, its check character does not. */
export const REFERENCE = /(?<![a-z0-9])(?:ff|ah|lk|ev|mt)-[0-9a-hjkmnp-tv-z]{5}(?![a-z0-9])/giu

/** For each word, whether it belongs to a phrase that identifies nobody; the longest phrase counts. */
export const passesOf = (words: readonly Word[]): boolean[] => {
  const { passing } = lists()
  const passes = words.map(() => false)
  for (let index = 0; index < words.length; index++) {
    const phrase = (passing.get(words[index]?.lower ?? '') ?? []).find((one) => one.every((part, step) => isSaid(words, index + step, part)))
    if (phrase === undefined) continue
    for (let step = 0; step < phrase.length; step++) passes[index + step] = true
    index += phrase.length - 1
  }
  return passes
}

/** The lists write genitives without their apostrophe. */
const isSaid = (words: readonly Word[], index: number, part: string): boolean => {
  const word = words[index]
  return word !== undefined && (word.lower === part || (word.genitive && `${word.lower}s` === part))
}
