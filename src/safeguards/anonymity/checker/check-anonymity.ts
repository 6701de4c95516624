import { findBirthFamilyFacts } from './find-birth-family-facts.ts'
import { findCombinations } from './find-combinations.ts'
import { findEmails, findNhsNumbers, findPhones } from './find-contacts.ts'
import { findDates } from './find-dates.ts'
import { findDiagnoses } from './find-diagnoses.ts'
import { findDisguises } from './find-disguises.ts'
import { findKnownWords } from './find-known-words.ts'
import { findHandles, findLinks } from './find-links.ts'
import { findCaseNumbers } from './find-numbers.ts'
import { findPersonNames } from './find-person-names.ts'
import { findPlaces } from './find-places.ts'
import { findPostcodes } from './find-postcodes.ts'
import { findSchools } from './find-schools.ts'
import { sentenceOf, type Finding, type Hit } from './findings.ts'
import { NOTHING_KNOWN, type KnownWords } from './known-words.ts'
import { passesOf, REFERENCE } from './passing-words.ts'
import { readPages, type Page } from './read-page.ts'
import type { Rule } from './reading.ts'
import { wordsOfPage } from './words-of-page.ts'

/** In this order: of two findings on the same stretch the earlier one is kept. */
const RULES: readonly Rule[] = [
  findLinks,
  findEmails,
  findNhsNumbers,
  findPhones,
  findCaseNumbers,
  findDates,
  findPostcodes,
  findHandles,
  findKnownWords,
  findSchools,
  findPlaces,
  findDiagnoses,
  findPersonNames,
  findDisguises,
  findBirthFamilyFacts,
  findCombinations,
]

const blank = (text: string): string => text.replaceAll(REFERENCE, (reference) => ' '.repeat(reference.length))

const findingsOn = (page: Page, known: KnownWords): readonly Finding[] => {
  const text = blank(page.text)
  const words = wordsOfPage({ ...page, text })
  const reading = { page, text, lower: text.toLowerCase(), words, passes: passesOf(words), known }
  return RULES.flatMap((rule) => rule(reading)).flatMap((hit) => original(page, hit))
}

const original = ({ at, to }: Page, hit: Hit): readonly Finding[] => {
  const start = at[hit.start]
  const end = to[hit.end - 1]
  return start === undefined || end === undefined || end <= start ? [] : [{ start, end, kind: hit.kind, mark: hit.mark, says: sentenceOf(hit) }]
}

/** A finding inside one that weighs as much says nothing new; facts of a whole sentence or text stand beside what is in them. */
const covers = (one: Finding, other: Finding): boolean =>
  one.start <= other.start && one.end >= other.end && (one.mark === 'stop' || other.mark === 'confirm') && !isWide(one)
const isWide = ({ kind }: Finding): boolean => kind === 'combination' || kind === 'birth-family-fact'

const distinct = (found: readonly Finding[]): readonly Finding[] => {
  const sorted = [...found].sort((one, other) => one.start - other.start || other.end - one.end || (one.mark === other.mark ? 0 : one.mark === 'stop' ? -1 : 1))
  const kept: Finding[] = []
  // the narrow finding that reaches furthest so far, by mark
  const reach: Partial<Record<Finding['mark'], Finding>> = {}
  const seen = new Set<string>()
  for (const finding of sorted) {
    const key = `${finding.start.toString()}-${finding.end.toString()}-${isWide(finding) ? finding.kind : 'narrow'}`
    if (seen.has(key) || (!isWide(finding) && [reach.stop, reach.confirm].some((one) => one !== undefined && covers(one, finding)))) continue
    seen.add(key)
    kept.push(finding)
    const furthest = reach[finding.mark]
    if (!isWide(finding) && (furthest === undefined || finding.end > furthest.end)) reach[finding.mark] = finding
  }
  return kept
}

/**
 * What in a text could identify a child, a family or a household, in the order of the text. The same text always gets the same answer; the time grows with its length.
 * @param known what the register knows of the child whom the text is about
 */
export const checkAnonymity = (text: string, known: KnownWords = NOTHING_KNOWN): readonly Finding[] =>
  distinct(readPages(text).flatMap((page) => findingsOn(page, known)))
