import { readFileSync } from 'node:fs'

/** What the gate knows of words and names; see lists/NOTICE.md for where it comes from. Read once, when the first text comes. */
export interface Lists {
  readonly words: ReadonlySet<string>
  readonly givenNames: ReadonlySet<string>
  /** given names that are words too */
  readonly wordNames: ReadonlySet<string>
  readonly surnames: ReadonlySet<string>
  readonly wordSurnames: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** words and phrases that are written with a capital and identify nobody, by their first word */
  readonly passing: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly abbreviations: ReadonlySet<string>
  readonly conditions: ReadonlyMap<string, readonly (readonly string[])[]>
}

const FOLDER = new URL('../lists/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(`${name}.txt`, FOLDER), 'latin1')

/** Sorted words, each told by how much it shares with the one before: `0rose`, `4s` is rose, roses. */
const unfold = (name: string): Set<string> => {
  const words = new Set<string>()
  let before = ''
  for (const line of read(name).split('\n')) {
    if (line === '') continue
    before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1)
    words.add(before)
  }
  return words
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("'", '')
    .split(/[^a-z0-9&]+/u)
    .filter((word) => word !== '')

const phrases = (name: string): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const line of read(name).split('\n')) {
    const phrase = wordsOf(line)
    const first = phrase[0]
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  for (const of of byFirst.values()) of.sort((one, other) => other.length - one.length)
  return byFirst
}

let loaded: Lists | undefined

export const lists = (): Lists =>
  (loaded ??= {
    words: new Set([...unfold('words'), ...wordsOf(read('everyday-words'))]),
    givenNames: unfold('given-names'),
    wordNames: unfold('word-names'),
    surnames: unfold('surnames'),
    wordSurnames: unfold('word-surnames'),
    places: unfold('places'),
    passing: phrases('passing'),
    abbreviations: new Set(wordsOf(read('abbreviations'))),
    conditions: phrases('conditions'),
  })
