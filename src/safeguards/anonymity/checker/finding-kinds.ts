/** What can identify somebody in a text. */
export const FINDING_KINDS = [
  'person-name',
  'place',
  'school-or-nursery',
  'postcode',
  'date',
  'phone',
  'email',
  'nhs-number',
  'social-media',
  'case-number',
  'diagnosis',
  'birth-family-fact',
  'adopter-locality',
  'media-link',
  'worker-contact',
  'combination',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** `stop`: it does not leave the agency. `confirm`: the author looks at it and says that it identifies nobody. */
export const FINDING_MARKS = ['stop', 'confirm'] as const
export type FindingMark = (typeof FINDING_MARKS)[number]
