import { compared } from './clean.ts'

/** What a children's tracker can say, by the names that the import uses. */
export const DATE_FIELDS = [
  'dateOfBirth',
  'enteredCare',
  'admDecision',
  'placementOrder',
  'matched',
  'placed',
  'adoptionOrder',
  'planEnded',
  'earlyPermanencePlaced',
] as const
export type DateField = (typeof DATE_FIELDS)[number]
export type ChildField = DateField | 'localRef' | 'sex' | 'ethnicity' | 'disability' | 'planEndedReason'

/** The headings of Annex A List 10 (Ofsted), and what is left out on purpose: the adopters' number and an age that the birth date gives. */
const HEADINGS: ReadonlyMap<string, ChildField | null> = new Map<string, ChildField | null>([
  ['child unique id', 'localRef'],
  ['family identifier', null],
  ['gender', 'sex'],
  ['ethnicity', 'ethnicity'],
  ['date of birth', 'dateOfBirth'],
  ['age of child (years)', null],
  ['does the child have a disability', 'disability'],
  ['date the child entered care', 'enteredCare'],
  ['date of decision that child should be placed for adoption', 'admDecision'],
  ['date of placement order', 'placementOrder'],
  ['date of matching child and prospective adopters', 'matched'],
  ['date placed for adoption', 'placed'],
  ['date of adoption order', 'adoptionOrder'],
  ['date of decision that child should no longer be placed for adoption', 'planEnded'],
  ['reason why child no longer placed for adoption', 'planEndedReason'],
  ['date the child was placed in a fostering for adoption or concurrent planning placement', 'earlyPermanencePlaced'],
])

/** The field of a heading; null for one that is not imported, undefined for one that is not known. */
export const fieldOf = (heading: string): ChildField | null | undefined => HEADINGS.get(compared(heading))
