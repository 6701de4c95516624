import type { NEXT_STEP_OWNERS, NextStep } from '../../children/child-views.ts'

/** Invented names and next steps of the demo region; none is a real child's. */
export const GIRLS = [
  'Amelia',
  'Zofia',
  'Nia',
  'Priscilla',
  'Esme',
  'Aaliyah',
  'Maeve',
  'Ottilie',
  'Keziah',
  'Leena',
  'Darcey',
  'Ffion',
  'Noor',
  'Willow',
  'Ines',
] as const
export const BOYS = [
  'Callum',
  'Kofi',
  'Rafferty',
  'Idris',
  'Jakub',
  'Teddy',
  'Malachi',
  'Harvinder',
  'Osian',
  'Levi',
  'Bilal',
  'Finley',
  'Joaquin',
  'Rory',
  'Emeka',
] as const
export const FAMILIES = [
  'Thistlewood',
  'Brackley',
  'Okereke',
  'Vance',
  'Maddox',
  'Szymanski',
  'Harrowby',
  'Dhillon',
  'Penhale',
  'Quarles',
  'Ferreira',
  'Lightbourne',
  'Ahmadi',
  'Greatorex',
  'Swann',
] as const

type Step = readonly [NextStep, (typeof NEXT_STEP_OWNERS)[number]]
/** What, and whose. */
export const NEXT_STEPS: readonly [Step, ...(readonly Step[])] = [
  ['Explore the link with a family in the region', 'family finder'],
  ['Finish the profile and have it checked', 'family finder'],
  ['Hold the permanence planning meeting', 'family finder'],
  ['Update the Child’s Permanence Report', 'child’s social worker'],
  ['Complete the sibling assessment', 'child’s social worker'],
  ['Arrange a visit for the family being considered', 'child’s social worker'],
  ['Ask for a profile film', 'family finder'],
  ['Decide whether to search outside the region', 'practice manager'],
]

/** Most children are White British; Leicester's are of more origins than the shires'. */
export const SHIRE_ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WOTH', 'WIRI', 'MWBC', 'MOTH', 'AIND'] as const
export const CITY_ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'AIND', 'APKN', 'BAFR', 'MWAS', 'MWBC', 'WOTH', 'BCRB', 'MOTH', 'AOTH'] as const
