import { compared } from '../../trackers/clean.ts'
import type { Need, NeedCategory } from '../child-views.ts'

const CATEGORIES: readonly (readonly [NeedCategory, RegExp])[] = [
  ['health', /\bhealth\b|\bmedical\b|\bgenetic|\bfasd?\b|\bfoetal\b|\bfetal\b|\bphysical\b|\bepilep/u],
  ['development', /\bdevelopment|\bautis|\basd\b|\badhd\b|\bglobal delay\b/u],
  ['learning', /\blearning\b|\bsend?\b|\bspecial educational\b|\bspeech\b/u],
  ['behaviour', /\bbehaviou?r/u],
  ['attachment', /\battachment/u],
  ['emotional', /\bemotional\b|\btrauma|\bmental\b|\babuse|\bneglect/u],
  ['contact', /\bcontact\b|\bfamily time\b/u],
  ['identity', /\bidentity\b|\bcultur|\breligio|\bfaith\b|\blanguage\b/u],
]

/** Reasons to wait longer that the register works out from age, ethnicity, disability and siblings, so that they are no needs. */
const WORKED_OUT = /^(?:5 ?\+|(?:over|aged) (?:5|five).*|age|older(?: child)?|bme|bame|gm|ethnicity|disab.*|siblings?(?: group)?(?: of \d)?)$/u

export interface NeedsRead {
  readonly needs: readonly Need[]
  /** how many words name no need */
  readonly unknown: number
}

/** The needs of a tracker's words. None is graded unless the word says so: `complex health` is significant. */
export const readNeeds = (words: readonly string[]): NeedsRead => {
  const needs = new Map<NeedCategory, Need>()
  let unknown = 0
  for (const word of words.map(compared)) {
    const category = CATEGORIES.find(([, means]) => means.test(word))?.[0]
    if (category === undefined) unknown += WORKED_OUT.test(word) ? 0 : 1
    else if (!needs.has(category))
      needs.set(category, { category, grade: /\b(?:complex|significant|severe|high|profound)\b/u.test(word) ? 'significant' : 'unknown' })
  }
  return { needs: [...needs.values()], unknown }
}
