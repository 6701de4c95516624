import type { AlertNote, GlassNotice, ReadingAlert } from '../../../api/oversight-queries.ts'
import { instantWords } from '../../../text/dates.ts'
import { GLASS_REASON_WORDS } from '../../../text/emergency.ts'
import { children } from '../../../text/numbers.ts'

/** What somebody who looked into an alert found. */
export const NOTE_WORDS: Readonly<Record<AlertNote, string>> = {
  'part-of-the-work': 'It was part of the work',
  'spoken-with-the-person': 'Spoken with the person',
  'role-changed': 'The person’s role was changed',
  'passed-to-information-governance': 'Passed to information governance',
}

const WHAT: Readonly<Record<ReadingAlert['kind'], string>> = {
  'many-children': 'within an hour',
  'outside-caseload': 'outside their own cases within a day',
}

/** `Priya Raman opened the records of 31 children within an hour.` */
export const alertWords = ({ person, children: count, kind }: ReadingAlert): string => `${person.name} opened the records of ${children(count)} ${WHAT[kind]}.`

/** From when to when, and from how many on the agency is told. */
export const alertDetail = ({ from, until, threshold }: ReadingAlert): string =>
  `From ${instantWords(from)} to ${instantWords(until)}. Your agency is told from ${threshold} on.`

export const noticeWords = ({ by, reference, owner, isOurs }: GlassNotice): string =>
  isOurs ? `${by.name} of ${by.agency} opened ${reference} of your agency.` : `${by.name} of your agency opened ${reference} of ${owner}.`

export const noticeDetail = ({ reason, at, until }: GlassNotice): string =>
  `${GLASS_REASON_WORDS[reason]}. On ${instantWords(at)}, open until ${instantWords(until)}.`

/** Who took note, and when. */
export const acknowledgedWords = ({ by, at }: { readonly by: string; readonly at: string }): string => `${by}, ${instantWords(at)}`
