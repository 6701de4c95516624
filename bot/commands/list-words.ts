import { STANDINGS, type List, type Standing } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'

/** What of a filter is said in words of its own, rather than in numbers, days or names. */
export type ListSaid = Pick<WaitingFilter, 'list' | 'standings' | 'withoutProfile' | 'mine' | 'unborn' | 'harderToPlace'>

const LISTS: readonly (readonly [RegExp, List])[] = [
  [
    /\b(?:(?:with )?(?:an? |the )?(?:placement )?(?:orders?|po'?s?),? ?(?:is |was |made |granted )?(?:but |and )?(?:is |are )?(?:(?:not|un)(?: yet)? ?(?:been )?placed)|(?:who (?:are|is) )?not (?:yet )?(?:been )?placed|unplaced|orders?-not-placed)\b/u,
    'order-not-placed',
  ],
  [/\b(?:all |every )?open (?:plans?|cases?|children|records?)\b|\bcaseload\b/u, 'open'],
]

const STANDINGS_SAID: readonly (readonly [RegExp, readonly Standing[]])[] = [
  [/\b(?:not|aren't|isn't) on hold\b/u, STANDINGS.filter((standing) => standing !== 'on-hold')],
  [/\b(?:links? (?:with|to) |linked (?:with|to) |adopted by )?(?:their |the )?foster[ -]?carer(?:'s|s)?(?: links?| adoptions?)?\b/u, ['foster-carer-link']],
  [/\b(?:on[ -]hold|paused)\b/u, ['on-hold']],
  [/\b(?:no links?|not (?:yet )?(?:been )?linked|unlinked|without (?:a |any )?links?|(?:still )?(?:in )?family[ -]finding)\b/u, ['family-finding']],
  [/\b(?:being linked|with (?:a )?links?|(?:has|have) (?:a )?links?)\b/u, ['link-exploring', 'linked']],
  [/\b(?:links? (?:is |are )?(?:being )?explor(?:ed|ing)|explor(?:ing|ed)(?: (?:a |the )?links?)?)\b/u, ['link-exploring']],
  [/\b(?:linked|links? agreed)\b/u, ['linked']],
]

const NO_PROFILE =
  /\b(?:(?:with |has |have |got |still )?(?:no|without|missing|needs?|need|lacks?|lacking|hasn't got|haven't got|hasn't|haven't|don't have|doesn't have)(?: an?| any| their| the)? profiles?|profiles? (?:(?:is |are |isn't |aren't )?(?:not )?(?:yet )?(?:missing|outstanding|needed|to do|to write)|(?:is |are )?not (?:yet )?(?:live|done|up|ready|published|written)|(?:isn't|aren't) (?:yet )?(?:live|done|up|ready|published|written))|(?:not (?:yet )?|un)profiled)\b/u

const HARDER = /\b(?:harder|hard|hardest|difficult)[ -]to[ -]place\b|\bhtp\b|\bpriority (?:children|groups?)\b/u
const MINE = /\b(?:my own|my|mine|assigned to me|of mine)\b/u
/** An unborn baby is no age yet, so the word is taken along. */
const UNBORN = /\b(?:unborn|not (?:yet )?born(?: yet)?|before birth)\b(?: bab(?:y|ies)\b)?/u

const take = <T>(text: string, table: readonly (readonly [RegExp, T])[]): { readonly taken: readonly T[]; readonly rest: string } => {
  const taken: T[] = []
  let rest = text
  for (const [pattern, value] of table) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, ' ')
    taken.push(value)
  }
  return { taken, rest }
}

/**
 * Reads which list, where the children stand in it, and whose they are. "My children" are all of them, unless the wait is asked for;
 * unborn children wait for nothing yet and stand among the open plans only, whatever else is said.
 */
export const takeListWords = (text: string): { readonly said: ListSaid; readonly rest: string } => {
  const asksForWait = /\bwait/u.test(text)
  const flags = take(text, [
    [NO_PROFILE, 'withoutProfile'],
    [HARDER, 'harderToPlace'],
    [UNBORN, 'unborn'],
    [MINE, 'mine'],
  ] as const)
  const lists = take(flags.rest, LISTS)
  const standings = take(lists.rest, STANDINGS_SAID)
  const has = (flag: (typeof flags.taken)[number]): boolean => flags.taken.includes(flag)
  const list = has('unborn') ? 'open' : (lists.taken[0] ?? (has('mine') && !asksForWait ? 'open' : undefined))
  const stands = STANDINGS.filter((standing) => standings.taken.flat().includes(standing))
  return {
    said: {
      ...(list === undefined ? {} : { list }),
      ...(stands.length === 0 ? {} : { standings: stands }),
      ...(has('withoutProfile') ? { withoutProfile: true } : {}),
      ...(has('mine') ? { mine: true } : {}),
      ...(has('unborn') ? { unborn: true } : {}),
      ...(has('harderToPlace') ? { harderToPlace: true } : {}),
    },
    rest: standings.rest,
  }
}
