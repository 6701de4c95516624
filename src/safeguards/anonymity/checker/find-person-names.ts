import type { Hit } from './findings.ts'
import { lists, type Lists } from './lists.ts'
import {
  BEFORE_LETTER,
  BEFORE_PERSON,
  BEFORE_PLACE,
  CALENDAR,
  DETERMINERS,
  DOES,
  IS,
  KIN,
  OF_A_FAMILY,
  OF_THINGS_AFTER,
  OF_THINGS_BEFORE,
  ROLES_BEFORE,
  TITLES,
  VERBS_TOO,
} from './name-contexts.ts'
import { spansOf, type Reading, type Rule } from './reading.ts'
import { isCompound, isOneSlipFromWord, isWord } from './vocabulary.ts'
import type { Word } from './words-of-page.ts'

const INITIALS = /(?<![\w.])[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z]\b\.?(?:['’]s)?(?!\w)/gu
const NO_INITIALS = /^(?:U\.?K|U\.?S|N\.?B|P\.?S|G\.?P|Q\.?A|T\.?V|E\.?G|I\.?E|A\.?M|P\.?M|D\.?O\.?B|N\.?H\.?S|P\.?T\.?O|A\.?K\.?A)\.?$/u
const NICKNAME =
  /\b(?:nick-?name|pet name|known as|goes by|answers to|call(?:s|ed)? (?:him|her|them)|family name|surname|first name|middle name|full name|name is|names are|named|name:|alias|aka)\b(?:\s(?:for|is|was|of|him|her|them|as|by|to|at|home|the|family|everyone|be|only)){0,5}\s?:?\s?["'“]?(?<name>[a-z][\w-]{1,25}(?:[\s-][A-Z][\w-]{1,25}){0,2})/giu
/** Saw ruby today: in small letters, a word that is a name stands where no word would. */
const MET =
  /\b(?:saw|seen|met|meet|visited|rang|phoned|text|texted|msg|messaged|emailed|spoke to|speak to|spoken to|chat with|chatted to|heard from|hear from|ask|asked|tell|told|collect|collected|fetched|pick up|picked up|drop off|dropped off|transport for|carer for|update on|news on|news of|visit to|re|cc|fao|attn|hi|hello|dear|love from|about|birthday for|appointment for)\s(?<name>[a-z]{3,20})(?=\s(?:today|yesterday|tomorrow|again|last|this|at|on|and|with|who|is|was|has|re|about|for|to|from)\b|[,.!?:]|$)/giu

interface Look {
  readonly reading: Reading
  readonly lists: Lists
  readonly index: number
  readonly word: Word
  readonly previous: Word | undefined
  readonly next: Word | undefined
}

const isClose = (word: Word | undefined): boolean => word !== undefined && /^[ -]{1,2}$|^'s $/u.test(word.gap)
const isKnownName = ({ givenNames, surnames }: Lists, name: string): boolean => givenNames.has(name) || surnames.has(name)

/** After a title, kin or a role, or before a family's case. */
const isNamedAs = ({ word, previous, next, lists: { wordNames } }: Look): boolean => {
  const gap = word.gap.trim()
  const before = gap === '' || gap === ',' || gap === '.' ? previous?.lower : undefined
  if (before !== undefined && (TITLES.has(before) || ((KIN.has(before) || (ROLES_BEFORE.has(before) && word.capital)) && !(word.first && gap === '.'))))
    return true
  if (previous && word.capital && previous.capital && wordNames.has(previous.lower) && gap === '') return true
  return word.capital && next !== undefined && isClose(next) && OF_A_FAMILY.has(next.lower) && (previous?.lower === 'the' || !word.first)
}

/** Somebody who does something: "Wiktoria loves", "Penny hides", "Emeka's". */
const isDoing = ({ word, next }: Look): boolean => next !== undefined && isClose(next) && !word.genitive && DOES.has(next.lower)
/** Hope has asked: to be, to have and to do say it where what follows is done by people. */
const isHavingDone = ({ next, reading: { words }, index }: Look): boolean => {
  const done = words[index + 2]
  return next !== undefined && isClose(next) && IS.has(next.lower) && done?.gap === ' ' && DOES.has(done.lower)
}
const isBeing = ({ word, next }: Look): boolean => next !== undefined && isClose(next) && !word.genitive && IS.has(next.lower)

/** A name that is a word as well: by its capital where none is due, or by what is said of it. */
const markWordName = (look: Look): Hit['mark'] | undefined => {
  const { word, previous, next } = look
  if (isNamedAs(look) && word.capital) return 'stop'
  if (!word.capital) {
    const kin = previous !== undefined && word.gap === ' ' && (KIN.has(previous.lower) || TITLES.has(previous.lower))
    const isVerb = VERBS_TOO.has(word.lower)
    if (kin && !isVerb) return 'stop'
    return kin && next && DOES.has(next.lower) ? 'stop' : undefined
  }
  if (CALENDAR.has(word.lower)) return isDoing(look) || isHavingDone(look) || (isBeing(look) && !word.first) ? 'stop' : isBeing(look) ? 'confirm' : undefined
  if (!word.first) return OF_THINGS_AFTER.has(next?.lower ?? '') ? 'confirm' : 'stop'
  if (isDoing(look) || isHavingDone(look)) return 'stop'
  if (word.genitive) return 'stop'
  if (next?.capital === true && isClose(next) && !next.first) return 'stop'
  return isBeing(look) && !VERBS_TOO.has(word.lower) ? 'confirm' : undefined
}

/** A name that is no word: lists know it, and small letters hide it only where it is short. */
const markListedName = (look: Look): Hit['mark'] | undefined => {
  const { word, lists: of } = look
  const isGiven = of.givenNames.has(word.lower)
  if (word.capital || word.capitals || isNamedAs(look)) return 'stop'
  if (word.lower.length < 4) return isDoing(look) ? 'stop' : undefined
  return isGiven || of.places.has(word.lower) || isDoing(look) ? (of.abbreviations.has(word.lower) ? undefined : 'stop') : 'confirm'
}

/** "all mention of the Featherstonehaughs" */
const isFamilyByName = ({ word, previous, index, reading: { words } }: Look): boolean =>
  previous?.lower === 'the' &&
  word.lower.endsWith('s') &&
  /^(?:of|with|from|to|by|and|both|meet|met|visit|visited|for|tell|told|that|when|if)$/u.test(words[index - 2]?.lower ?? '')

/** In no list at all. A capital where none is due says that it is a name; of what, the words beside it say. */
const markUnknown = (look: Look, slips: { left: number }): Hit['mark'] | undefined => {
  const { word, previous, next } = look
  if (isNamedAs(look)) return 'stop'
  const isNear = (): boolean => word.lower.length > 3 && slips.left-- > 0 && isOneSlipFromWord(word.lower)
  if (word.capital) {
    if (word.genitive && next !== undefined && (OF_A_FAMILY.has(next.lower) || KIN.has(next.lower))) return 'stop'
    if (isDoing(look) || word.genitive) return word.first && isNear() ? 'confirm' : 'stop'
    if (isFamilyByName(look)) return 'stop'
    if (previous !== undefined && isClose(word) && (OF_THINGS_BEFORE.has(previous.lower) || OF_THINGS_AFTER.has(next?.lower ?? ''))) return 'confirm'
    if (word.first && isBeing(look)) return isNear() ? 'confirm' : 'stop'
    if (word.first) return isNear() || isCompound(word.lower) ? undefined : 'confirm'
    return 'stop'
  }
  const isAfterPlace = previous !== undefined && word.gap === ' ' && BEFORE_PLACE.has(previous.lower)
  if (isCompound(word.lower) || isNear()) return isAfterPlace && (next === undefined || next.gap !== ' ') ? 'confirm' : undefined
  const isAskedFor = previous !== undefined && word.gap === ' ' && BEFORE_PERSON.has(previous.lower) && word.lower.length > 4
  return isAfterPlace || isAskedFor ? 'stop' : 'confirm'
}

const isCode = ({ reading: { text }, word }: Look): boolean => /\d/u.test(text.charAt(word.start - 1)) || /\d/u.test(text.charAt(word.end))

/** PJW: a few capitals that stand for nothing the sector says. */
const markCapitals = (look: Look): Hit['mark'] | undefined => {
  const { word, previous, lists: of } = look
  if (of.abbreviations.has(word.lower) || of.conditions.has(word.lower) || (isWord(word.lower) && word.lower.length > 2) || isCode(look)) return undefined
  if (word.lower.length > 4) return isKnownName(of, word.lower) || of.wordNames.has(word.lower) ? 'stop' : 'confirm'
  if (previous?.capitals === true && word.gap === ' ') return 'confirm'
  const isAsked =
    previous !== undefined &&
    word.gap === ' ' &&
    /^(?:is|for|with|about|that|for|of|to|has|does|did|was|and|or|if|when|because|re|tell|saw|met|see|from|can|could|would|should|will|how|asked|told|child|baby|boy|girl)$/u.test(
      previous.lower,
    )
  return isDoing(look) || isBeing(look) || word.genitive || isAsked || isNamedAs(look) ? 'stop' : 'confirm'
}

/** One capital for a person: "J loves the park". */
const markLetter = (look: Look): Hit['mark'] | undefined => {
  const { word, previous, next } = look
  if (!word.capital || 'IAO'.includes(word.lower.toUpperCase()) || (previous !== undefined && BEFORE_LETTER.has(previous.lower)) || isCode(look))
    return undefined
  if (isDoing(look) || (isBeing(look) && next?.lower !== 'and')) return 'stop'
  return /^\.['’]s\b/u.test(look.reading.text.slice(word.end, word.end + 3)) || word.genitive || isNamedAs(look) ? 'stop' : undefined
}

const markOf = (look: Look, slips: { left: number }): Hit['mark'] | undefined => {
  const { word, lists: of } = look
  const name = word.lower
  if (name.length === 1) return markLetter(look)
  if (of.wordNames.has(name)) return markWordName(look)
  if (isKnownName(of, name)) return markListedName(look)
  if (word.capitals && name.length < 9) return markCapitals(look)
  if (of.places.has(name)) return undefined
  if (isWord(name) || of.abbreviations.has(name)) {
    const isSurname =
      of.wordSurnames.has(name) &&
      word.capital &&
      !word.first &&
      look.previous?.capital === true &&
      isClose(word) &&
      (isKnownName(of, look.previous.lower) || of.wordNames.has(look.previous.lower))
    return isSurname || (word.capital && !word.first && isTitled(look)) ? 'stop' : undefined
  }
  return isCode(look) || of.conditions.has(name) || name.length < 3 ? undefined : markUnknown(look, slips)
}

/** Mrs Potter, nan Jean: a plain word with a capital after a title or kin. */
const isTitled = ({ word, previous, next }: Look): boolean =>
  previous !== undefined &&
  /^(?:\.? )$/u.test(word.gap) &&
  (TITLES.has(previous.lower) ||
    (KIN.has(previous.lower) && !previous.genitive && !(next !== undefined && isClose(next) && next.capital && !DOES.has(next.lower))))

export const findPersonNames: Rule = (reading) => {
  const { words, passes, text } = reading
  const of = lists()
  const slips = { left: 200 }
  const single = words.flatMap((word, index): Hit[] => {
    const look: Look = { reading, lists: of, index, word, previous: words[index - 1], next: words[index + 1] }
    // Mr England is somebody, and Mr Tumble passes as a whole
    const isCalledMr = passes[index - 1] !== true && look.previous !== undefined && word.capital && TITLES.has(look.previous.lower) && /^\.? $/u.test(word.gap)
    // Jordan is a country, and somebody where he does something; a longer phrase passes as a whole
    const isAlsoName =
      word.capital && passes[index - 1] !== true && passes[index + 1] !== true && (of.wordNames.has(word.lower) || of.givenNames.has(word.lower))
    const isSomebody = isCalledMr || (isAlsoName && (isDoing(look) || isHavingDone(look) || isNamedAs(look)))
    if (passes[index] === true && !isSomebody) return []
    const mark = isSomebody ? 'stop' : markOf(look, slips)
    return mark === undefined ? [] : [{ start: word.start, end: word.end, kind: 'person-name', mark, ...(mark === 'confirm' && { says: unknownSays(word) }) }]
  })
  const told = spansOf(text, NICKNAME).flatMap(({ end, match }): Hit[] => {
    const name = match.groups?.['name'] ?? ''
    const [first = ''] = name.toLowerCase().split(/[\s-]/u)
    const plain = isWord(first) && !/^[A-Z]/u.test(name)
    return plain || DETERMINERS.has(first) || of.abbreviations.has(first) ? [] : [{ start: end - name.length, end, kind: 'person-name', mark: 'stop' }]
  })
  const met = spansOf(text, MET).flatMap(({ end, match }): Hit[] => {
    const name = match.groups?.['name'] ?? ''
    return of.wordNames.has(name.toLowerCase()) ? [{ start: end - name.length, end, kind: 'person-name', mark: 'stop' }] : []
  })
  const initials = spansOf(text, INITIALS).flatMap(({ start, end, match }): Hit[] =>
    NO_INITIALS.test(match[0].trim().replace(/['’]s$/u, '')) ? [] : [{ start, end, kind: 'person-name', mark: 'stop' }],
  )
  return [...single, ...told, ...met, ...initials]
}

const unknownSays = ({ capital }: Word): string =>
  capital
    ? 'The app does not know this name. Confirm it if it names a toy, a programme or a thing; if it names somebody or a place, write the role or the region instead.'
    : 'The app does not know this word. Confirm it if it identifies nobody; if it is a name, write the role or the region instead.'
