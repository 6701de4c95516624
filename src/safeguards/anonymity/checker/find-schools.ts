import type { Hit } from './findings.ts'
import { spansOf, type Rule } from './reading.ts'
import { isWord } from './vocabulary.ts'

const NAME = "(?:[A-Z][\\w'’.&-]{1,30})"
const LINK = '(?:of|and|the|on|in|upon|le|&|C of E|CofE|CE|RC|VA|VC|Catholic|Church of England)'
const KIND_OF_SCHOOL =
  '(?:Primary|Infants?|Juniors?|Nursery|Nurseries|Academy|Pre-?[Ss]chool|Playgroup|Kindergarten|Montessori|Grammar|College|School|High|Secondary|Comprehensive|Childcare|Day Nursery|Day Care|Daycare|Creche|Sixth Form|Free School|Special School|PRU|Community School|Early Years)'
const CAPITAL = new RegExp(`(?<!\\w)(?:${NAME}(?:\\s(?:${LINK}\\s)?)){1,5}${KIND_OF_SCHOOL}\\b(?:\\s${KIND_OF_SCHOOL}){0,2}`, 'gu')
/** The same in small letters, where only a word that no description has may stand before. */
const ANY_CASE =
  /(?<!\w)(?<name>[a-z][\w'’-]{2,30})\s(?<kind>(?:(?:c of e|ce|rc|catholic|community|junior|infant|church|day|village)\s)?(?:primary|infants?|juniors?|academy|nursery|pre-?school|playgroup|grammar|montessori|high school|school))\b/giu
const SAINT =
  /(?<!\w)(?:st\.?|saint|saints|ss|blessed|our lady|holy|sacred|all)\s(?:[A-Z][\w-]{2,20})(?:['’]?s\b)?(?:\s(?:and|&)\s(?:st\.?\s)?[A-Z][\w-]{2,20}(?:['’]s)?)?/gu
const SAINT_FORM =
  /(?<!\w)(?:St\.?|Saint|Blessed|Our Lady|Holy|Sacred Heart|All Saints|Holy Trinity|Christ Church|Trinity)(?:\s[A-Z][\w-]{2,20}(?:['’]?s\b)?){0,3}/gu
const CHAINS =
  /(?<!\w)(?:busy bees|little acorns|kids planet|bright horizons|bright little stars|partou|storal|kiddi caru|co-?op childcare|just childcare|asquith|happy days|little explorers|tiny tots|tiny toes|first steps|little stars|little angels|little learners|rising stars|rainbow corner|humpty dumpty nursery|happy tots|child's play|toad hall|bambinos|grandir|fennies|banana moon|monkey puzzle|old station nursery|treetops|small steps|abc nursery|jack in the box nursery)\s?(?=nursery|pre-?school|day|at|in|on|and|,|\.|$|is|are|said|staff)/giu
const PLAIN_BEFORE = new Set(
  'a an the his her their our my your its that this each every any some new old good local small big large special mainstream primary secondary infant junior village church at in of to from for with and or on by after before during through until since about preschool faith catholic nearby same another first last school nursery lovely friendly nurturing supportive current previous next busy quiet tiny bilingual free private day community high start starts starting started begin begins attend attends attending enjoys loves likes likely between finish leave leaving left home when while both no need needs without whole early forest outdoor summer winter sunday saturday swimming dance football art primary or into if her is was be been all outstanding rated part full time mornings whose which where than as not also still then'.split(
    ' ',
  ),
)
const PLAIN_CAPITALS =
  /^(?:(?:The|A|An|His|Her|Their|Our|My|This|That|At|In|After|Before|When|During|If|No|New|Local|Special|Mainstream|Primary|Secondary|Infant|Junior|Free|High|Early|Every|Each|Virtual|Forest|Summer|Sunday|Year|Good|Any|Both|Foundation|Nursery|School|Pre|Starts?|Started|Starting|Attends?|Enjoys|Loves|Likes|Is|Was|He|She|They|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Head|Teacher|Key|Stage|Staff|Family)\s)+/u

export const findSchools: Rule = ({ text, words, passes }) => {
  const isPassing = (start: number, end: number): boolean =>
    words.some((word, index) => word.start >= start && word.end <= end && passes[index] === true && word.start === start)
  const capital = spansOf(text, CAPITAL).flatMap(({ start, end, match }): Hit[] => {
    const plain = PLAIN_CAPITALS.exec(`${match[0]} `)
    const from = start + Math.min(plain?.[0].length ?? 0, match[0].length)
    return from >= end || /^(?:Primary|Infants?|Juniors?|Nursery|Academy|School|High|College|Secondary|Early Years|PRU)\b/u.test(text.slice(from, end))
      ? []
      : [{ start: from, end, kind: 'school-or-nursery', mark: 'stop' }]
  })
  const small = spansOf(text, ANY_CASE).flatMap(({ start, end, match }): Hit[] => {
    const name = (match.groups?.['name'] ?? '').toLowerCase()
    if (PLAIN_BEFORE.has(name)) return []
    if (isWord(name) && (isPlain(name) || /^(?:school|nursery|pre-?school|playgroup|high school)$/iu.test(match.groups?.['kind'] ?? ''))) return []
    return [{ start, end, kind: 'school-or-nursery', mark: 'stop' }]
  })
  const saints = spansOf(text, SAINT_FORM)
    .filter(({ start, end }) => !isPassing(start, end) && end - start > 6)
    .map(({ start, end, match }): Hit => ({
      start,
      end,
      kind: 'school-or-nursery',
      mark: /^(?:St|Saint|Blessed|Our Lady)/u.test(match[0]) || /s$/u.test(match[0]) ? 'stop' : 'confirm',
    }))
  const lowerSaints = spansOf(text, SAINT)
    .filter(({ match }) => /^(?:st|saint|blessed)\b/u.test(match[0]))
    .map(({ start, end }): Hit => ({ start, end, kind: 'school-or-nursery', mark: 'stop' }))
  return [
    ...capital,
    ...small,
    ...saints,
    ...lowerSaints,
    ...spansOf(text, CHAINS).map(({ start, end }): Hit => ({ start, end, kind: 'school-or-nursery', mark: 'stop' })),
  ]
}

/** Words that describe a school rather than name it: their endings. */
const isPlain = (name: string): boolean => /(?:ing|ed|ly|ful|ous|ive|able|ible|al|ic|est|er|ch|is|ss|es|ts|ds|ms|ks|rs)$/u.test(name)
