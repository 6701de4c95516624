import { compared } from './clean.ts'
import { MAX_ANSWER_CHARACTERS } from './limits.ts'

/** As people write an answer; what is longer than any answer is cut before a pattern sees it. */
const answered = (cell: string): string => compared(cell.slice(0, MAX_ANSWER_CHARACTERS))
/** An answer of the return without its letter: `b) Male` is `male`. */
const withoutLetter = (cell: string): string => answered(cell).replace(/^[a-z0-9]{1,2}\)\s*/u, '')

/** What people write where they have nothing to say. */
export const isPlaceholder = (cell: string): boolean =>
  /^(?:tb[acd]|n\/?a|n\/?k|none|nil|null|unknown|not (?:known|applicable|yet known|recorded)|pending|awaiting|awaited|[-–—.?_x]+)$/u.test(answered(cell))

const SEX: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['female', 'female'],
  ['f', 'female'],
  ['girl', 'female'],
  ['2', 'female'],
  ['male', 'male'],
  ['m', 'male'],
  ['boy', 'male'],
  ['1', 'male'],
])
export const REASONS = ['RD1', 'RD2', 'RD3', 'RD4'] as const
export type ReasonAnswer = (typeof REASONS)[number]
export type PlanAnswer = 'together' | 'apart' | 'undecided'
export type RouteAnswer = 'fostering-for-adoption' | 'concurrency'

/** Each answers undefined for what it does not know. */
export const readSex = (cell: string): 'female' | 'male' | undefined => SEX.get(withoutLetter(cell).replace(/^([mf12]) ?[-–:] ?(?:fe)?male$/u, '$1'))

/** Yes and no, with or without words after them: `Y - see CPR`. */
export const readYesNo = (cell: string): boolean | undefined => {
  const said = withoutLetter(cell)
  if (/^(?:y|yes|true|1)(?:$|\s*[-–,;:.(/])/u.test(said)) return true
  if (/^(?:n|no|none|false|0)(?:$|\s*[-–,;:.(/])/u.test(said)) return false
  return undefined
}

/** Whether these words stand one after another, whatever is between them. Each is looked for once. */
const inOrder = (said: string, ...patterns: readonly RegExp[]): boolean => {
  let from = 0
  for (const pattern of patterns) {
    const found = new RegExp(pattern)
    found.lastIndex = from
    if (!found.test(said)) return false
    from = found.lastIndex
  }
  return true
}

/** By the code of the national return, or by its words. */
export const readReason = (cell: string): ReasonAnswer | undefined => {
  const said = withoutLetter(cell)
  const code = /^(?:rd)? ?([1-4])\b/u.exec(said)?.[1]
  if (code !== undefined) return REASONS[Number(code) - 1]
  if (inOrder(said, /\bneeds?\b/gu, /\bchanged?\b/gu) || /\bchanged? (?:in|of) needs?\b/u.test(said)) return 'RD1'
  if (inOrder(said, /\bcourt\b/gu, /\b(?:not|refused|declined)\b/gu) || inOrder(said, /\b(?:no|not)\b/gu, /\b(?:po|placement order)\b/gu)) return 'RD2'
  if (
    /\bno (?:prospective )?(?:adopters?|famil(?:y|ies))\b/u.test(said) ||
    inOrder(said, /\b(?:adopters?|famil(?:y|ies))\b/gu, /\bnot\b/gu, /\b(?:found|identified)\b/gu)
  )
    return 'RD3'
  return /^(?:any )?other\b/u.test(said) ? 'RD4' : undefined
}

export const readPlan = (cell: string): PlanAnswer | undefined => {
  const said = withoutLetter(cell)
  if (/^(?:t|tog|(?:all |placed? |to be placed )?together)\b/u.test(said)) return /\bapart\b|\bseparate/u.test(said) ? undefined : 'together'
  if (/^(?:a|apart|sep|split|(?:placed? |to be placed )?(?:apart|separate(?:ly)?))\b/u.test(said)) return 'apart'
  if (
    /^(?:undecided|not (?:yet )?(?:decided|known|agreed)|to be (?:decided|agreed|assessed|confirmed)|tb[acd]|pending|awaiting\b.*|unknown|u|\?+)$/u.test(said)
  )
    return 'undecided'
  return undefined
}

/** Null: there is none. */
export const readRoute = (cell: string): RouteAnswer | null | undefined => {
  const said = withoutLetter(cell).replace(/^(?:y|yes)\s*[-–,:(/]\s*/u, '')
  if (/\bf(?:f|t|4)a\b|\bfoster(?:ing)?[ -](?:for|to)[ -]adopt/u.test(said)) return /\bconc/u.test(said) ? undefined : 'fostering-for-adoption'
  if (/\bconc(?:\b|urren)|^cp$/u.test(said)) return 'concurrency'
  return readYesNo(cell) === false || isPlaceholder(cell) ? null : undefined
}
