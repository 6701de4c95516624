import type { Sex } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { listed } from '../texts/words.ts'
import { takeAgencies } from './agency-words.ts'
import { takeListWords } from './list-words.ts'
import { takeAge } from './parse-age.ts'
import { takeChanges } from './parse-changes.ts'
import type { ParseContext } from './parse-context.ts'
import { takeWait } from './parse-wait.ts'
import { nearWord } from './suggestions.ts'
import { tidy } from './typed-text.ts'
import { WAITING_WORDS } from './waiting-words.ts'

export interface WaitingAsked {
  readonly filter: WaitingFilter
  /** sentences to say back: bands coarser than asked, words not understood */
  readonly notes: readonly string[]
}
/** How much of a text was about the list: whether it narrows, and how many words are neither known nor nearly known. */
export type WaitingRead =
  | { readonly kind: 'read'; readonly asked: WaitingAsked; readonly narrows: boolean; readonly strange: number }
  | { readonly kind: 'unclear'; readonly sentence: string }

interface Reading {
  readonly pattern: RegExp
  readonly sex?: Sex
  readonly siblingGroup?: boolean
}

/** "Brothers" are boys in a sibling group; "brothers and sisters" only the group. First match of each kind wins. */
const KINDS: readonly Reading[] = [
  { pattern: /\b(?:brothers? (?:and|or|&) sisters?|sisters? (?:and|or|&) brothers?)\b/u, siblingGroup: true },
  { pattern: /\b(?:no|without|not in)(?: any)? (?:siblings?|brothers? or sisters?|(?:a )?sibling groups?)\b/u, siblingGroup: false },
  { pattern: /\b(?:singles?|only child(?:ren)?|single child(?:ren)?|on their own|alone)\b/u, siblingGroup: false },
  { pattern: /\b(?:sibling groups?|siblings?|sibs?|pairs?|twins|groups?)\b/u, siblingGroup: true },
  { pattern: /\bbrothers?\b/u, siblingGroup: true, sex: 'male' },
  { pattern: /\bsisters?\b/u, siblingGroup: true, sex: 'female' },
  { pattern: /\b(?:boys? (?:and|or|&) girls?|girls? (?:and|or|&) boys?)\b/u },
  { pattern: /\b(?:boys?|males?)\b/u, sex: 'male' },
  { pattern: /\b(?:girls?|females?)\b/u, sex: 'female' },
]

/** Words that narrow nothing: the longest wait is first in any case. */
const FILLER = new Set(
  `waiting wait waits waited list who is are the of in at for from with and or a an all any children child kids kid please show me us give see find which what have has been there do we our
  longest first who's whos agency agencies council aged age ages old years year county region regional everyone everybody anyone group to be placed adoption now currently today
  how many long by than that this it's its only still need needs family families looking look list's yet since after been not plan plans case cases over under made get got
  you can i me i'd like want know tell today's agency's council's own whole full about any`.split(/\s+/u),
)

const leftOver = (rest: string): readonly string[] =>
  [...new Set(rest.split(/[^\p{L}\p{N}'-]+/u))].filter((word) => word !== '' && !FILLER.has(word) && /[\p{L}\p{N}]/u.test(word)).slice(0, 5)

const takeKinds = (text: string): { readonly found: Pick<WaitingFilter, 'sex' | 'siblingGroup'>; readonly rest: string } => {
  let rest = text
  let sex: Sex | undefined
  let siblingGroup: boolean | undefined
  for (const reading of KINDS) {
    if (!reading.pattern.test(rest)) continue
    rest = rest.replace(reading.pattern, ' ')
    sex ??= reading.sex
    siblingGroup ??= reading.siblingGroup
  }
  return { found: { ...(sex === undefined ? {} : { sex }), ...(siblingGroup === undefined ? {} : { siblingGroup }) }, rest }
}

const OUR_AGENCY = /\b(?:(?:my|our|this) (?:own )?(?:agency|council|authority|team|local authority)(?:'s)?|ours|our)\b/u

/** "Our children" are the asker's own agency's. */
const takeOwnAgency = (text: string, ownAgency: string | undefined): { readonly codes: readonly string[]; readonly rest: string } =>
  ownAgency !== undefined && OUR_AGENCY.test(text) ? { codes: [ownAgency], rest: text.replace(OUR_AGENCY, ' ') } : { codes: [], rest: text }

/** What was not understood, and the word that was probably meant. */
const nearWords = (unread: readonly string[], { agencies }: ParseContext) => {
  const known = [...WAITING_WORDS, ...agencies.flatMap(({ name }) => tidy(name).split(' '))]
  return unread.map((word) => ({ word, near: nearWord(word, known) }))
}

const unreadNote = (unread: ReturnType<typeof nearWords>): string => {
  const said = unread.map(({ word, near }) => (near === undefined ? `"${word}"` : `"${word}" (did you mean *${near}*?)`))
  return `I did not understand ${listed(said)}, so ${unread.length === 1 ? 'it narrows' : 'they narrow'} nothing.`
}

const isNarrow = ({ agencies, ageBands, ...rest }: WaitingFilter): boolean => agencies.length > 0 || ageBands.length > 0 || Object.keys(rest).length > 0

/** Reads what a list is to be narrowed to, in any order. What it cannot read it says back; it never narrows by a guess. */
export const readWaiting = (text: string, context: ParseContext): WaitingRead => {
  const own = takeOwnAgency(text, context.ownAgency)
  const named = takeAgencies(own.rest, context.agencies)
  const changes = takeChanges(named.rest, context.today)
  if (changes.kind === 'unclear') return changes
  const list = takeListWords(changes.rest)
  const wait = takeWait(list.rest)
  const age = takeAge(wait.rest)
  const kinds = takeKinds(age.rest)
  const unread = nearWords(leftOver(kinds.rest), context)
  const minDays = wait.minDays ?? changes.minDays
  const filter: WaitingFilter = {
    ...list.said,
    ...(changes.changedSince === undefined ? {} : { changedSince: changes.changedSince }),
    agencies: [...new Set([...own.codes, ...named.codes])],
    ageBands: age.ageBands,
    ...kinds.found,
    ...(minDays === undefined ? {} : { minDays }),
    ...(wait.maxDays === undefined ? {} : { maxDays: wait.maxDays }),
  }
  const notes = [
    ...changes.notes,
    ...(age.note === undefined ? [] : [age.note]),
    ...(wait.note === undefined ? [] : [wait.note]),
    ...(unread.length === 0 ? [] : [unreadNote(unread)]),
  ]
  return {
    kind: 'read',
    asked: { filter, notes },
    narrows: isNarrow(filter),
    strange: unread.filter(({ word, near }) => near === undefined && !/^\d+$/u.test(word)).length,
  }
}
