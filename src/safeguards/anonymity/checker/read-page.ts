import { foldLetter, type Folded } from './fold-letters.ts'

/** A text as it is read, with the way back: `at[i]` is where character i of `text` began in the original, `to[i]` where it ended. */
export interface Page {
  readonly text: string
  readonly lower: string
  readonly at: Int32Array
  readonly to: Int32Array
  /** stretches of `text` written in letters of another script */
  readonly foreign: readonly { readonly start: number; readonly end: number; readonly mixed: boolean }[]
}

const ENTITY = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>nbsp|shy|zwnj|zwj|amp|lt|gt|quot|apos|ensp|emsp|thinsp));/iuy
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
}
const TAG = /<(?:!--|\/?[a-z])[^<>]{0,300}>/iuy
const MARKUP = /[*_~`]|<\/?[a-z!]|\\/iu
const memo = new Map<string, Folded>()

const folded = (character: string): Folded => {
  const known = memo.get(character)
  if (known) return known
  const made = foldLetter(character)
  if (memo.size < 5000) memo.set(character, made)
  return made
}

const entityAt = (text: string, index: number): { readonly text: string; readonly length: number } | undefined => {
  ENTITY.lastIndex = index
  const found = ENTITY.exec(text)
  if (!found?.groups) return undefined
  const { decimal, hex, name } = found.groups
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const said =
    name === undefined
      ? code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : ''
      : (NAMED[name.toLowerCase()] ?? '')
  return { text: said, length: found[0].length }
}

const tagLength = (text: string, index: number): number => {
  TAG.lastIndex = index
  return TAG.exec(text)?.[0].length ?? 0
}

/** Reads a text once, in time that grows with its length. `bare`: marks of Markdown and HTML are passed over as if they were not there. */
const read = (text: string, bare: boolean): Page => {
  const letters: string[] = []
  const at: number[] = []
  const to: number[] = []
  const foreign: boolean[] = []
  const put = (said: string, start: number, end: number): void => {
    for (const character of said) {
      const one = folded(character)
      for (const unit of one.letters) {
        if (unit.length > 1) {
          letters.push(' ')
        } else letters.push(unit)
        at.push(start)
        to.push(end)
        foreign.push(one.foreign)
      }
    }
  }
  for (let index = 0; index < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 32)
    const entity = character === '&' ? entityAt(text, index) : undefined
    const tag = bare && character === '<' ? tagLength(text, index) : 0
    if (entity) put(entity.text, index, index + entity.length)
    else if (tag === 0 && !(bare && '*_~`\\'.includes(character))) put(character, index, index + character.length)
    index += entity?.length ?? (tag || character.length)
  }
  const joined = letters.join('')
  return { text: joined, lower: joined.toLowerCase(), at: Int32Array.from(at), to: Int32Array.from(to), foreign: foreignStretches(joined, foreign) }
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character)

const foreignStretches = (text: string, foreign: readonly boolean[]): Page['foreign'] => {
  const found: { start: number; end: number; mixed: boolean }[] = []
  for (let index = 0; index < text.length; index++) {
    if (foreign[index] !== true) continue
    let start = index
    let end = index + 1
    let mixed = false
    while (start > 0 && foreign[start - 1] !== true && isLetter(text.charAt(start - 1))) {
      start--
      mixed = true
    }
    while (end < text.length && isLetter(text.charAt(end))) {
      if (foreign[end] !== true) mixed = true
      end++
    }
    found.push({ start, end, mixed })
    index = end
  }
  return found
}

/** The ways to read a text: as it stands and, where it has marks of Markdown or HTML, without them. */
export const readPages = (text: string): readonly Page[] => {
  const plain = read(text, false)
  return MARKUP.test(text) ? [plain, read(text, true)] : [plain]
}
