import type { FindingKind, FindingMark } from './finding-kinds.ts'

/** A stretch of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Finding extends Span {
  readonly kind: FindingKind
  readonly mark: FindingMark
  /** why, and what to write instead; a full sentence */
  readonly says: string
}

/** What a rule sees, in the page that it read; `says` only where the sentence of the kind is not enough. */
export interface Hit extends Span {
  readonly kind: FindingKind
  readonly mark: FindingMark
  readonly says?: string
}

const INSTEAD: Readonly<Record<FindingKind, string>> = {
  'person-name': 'This looks like a person’s name. Write the relationship or the role instead: the grandmother, the carer, the worker.',
  place: 'This looks like a place. Name nothing smaller than a region, such as the East Midlands.',
  'school-or-nursery': 'This looks like a school or nursery. Write “the school” or “the nursery”.',
  postcode: 'This looks like a postcode or a part of one. Leave it out.',
  date: 'This tells an exact day or age. Write an age band, or how many weeks or months.',
  phone: 'This looks like a telephone number. Ask to be reached through the app.',
  email: 'This looks like an e-mail address. Ask to be reached through the app.',
  'nhs-number': 'This looks like an NHS number. Write the reference of the app (FF-…) instead.',
  'social-media': 'This leads to somebody on social media. Leave it out.',
  'case-number': 'This looks like a number of a case, a court or a pupil. Write the reference of the app (FF-…) instead.',
  diagnosis: 'This names a condition. Write what the child needs from adults instead.',
  'birth-family-fact': 'This says what happened in the birth family. Leave it to the child’s report; write that the child has known hard times.',
  'adopter-locality': 'This tells where adopters live. Name nothing smaller than a region, such as the East Midlands.',
  'media-link': 'This leads to a file or a page. Films and pictures are shown by the app only.',
  'worker-contact': 'This tells how to reach a worker. Ask to be reached through the app.',
  combination: 'Together these facts could fit one child only. Drop the rarest, or write it more generally.',
}

export const sentenceOf = ({ kind, says }: Pick<Hit, 'kind' | 'says'>): string => says ?? INSTEAD[kind]
