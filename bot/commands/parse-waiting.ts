import type { Sex } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { listed } from '../texts/words.ts'
import type { AgencyName } from '../use-cases.ts'
import { takeAgencies } from './agency-words.ts'
import { takeAge } from './parse-age.ts'
import { takeWait } from './parse-wait.ts'

export interface WaitingAsked {
  readonly filter: WaitingFilter
  /** sentences to say back: bands coarser than asked, words not understood */
  readonly notes: readonly string[]
}

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
  how many long by than that this it's its only still need needs family families looking look list's`.split(/\s+/u),
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

/** Reads what a list is to be narrowed to, in any order. What it cannot read it says back; it never narrows by a guess. */
export const parseWaiting = (text: string, agencies: readonly AgencyName[]): WaitingAsked => {
  const named = takeAgencies(text, agencies)
  const wait = takeWait(named.rest)
  const age = takeAge(wait.rest)
  const kinds = takeKinds(age.rest)
  const unread = leftOver(kinds.rest)
  return {
    filter: {
      agencies: named.codes,
      ageBands: age.ageBands,
      ...kinds.found,
      ...(wait.minDays === undefined ? {} : { minDays: wait.minDays }),
      ...(wait.maxDays === undefined ? {} : { maxDays: wait.maxDays }),
    },
    notes: [
      ...(age.note === undefined ? [] : [age.note]),
      ...(wait.note === undefined ? [] : [wait.note]),
      ...(unread.length === 0 ? [] : [`I did not understand ${listed(unread.map((word) => `"${word}"`))}, so it narrows nothing.`]),
    ],
  }
}
