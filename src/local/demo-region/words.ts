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

/** What, and whose. */
type NextStep = readonly [string, string]
export const NEXT_STEPS: readonly [NextStep, ...(readonly NextStep[])] = [
  ['Explore the link with a family in the region', 'family finder'],
  ['Finish the profile and have it checked', 'family finder'],
  ['Hold the permanence planning meeting', 'family finder'],
  ['Update the Child’s Permanence Report', 'child’s social worker'],
  ['Complete the sibling assessment', 'child’s social worker'],
  ['Arrange a visit for the family being considered', 'child’s social worker'],
  ['Ask for a profile film', 'family finder'],
  ['Decide whether to search outside the region', 'practice manager'],
]

export const ROUTES = [
  'Local meeting',
  'Regional meeting',
  'Link Maker',
  'Discovery event',
  'Exchange event',
  'Activity day',
  'Website',
  'Outside the region',
] as const

/** Most children are White British; Leicester's are of more origins than the shires'. */
export const SHIRE_ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WOTH', 'WIRI', 'MWBC', 'MOTH', 'AIND'] as const
export const CITY_ETHNICITIES = ['WBRI', 'WBRI', 'WBRI', 'AIND', 'APKN', 'BAFR', 'MWAS', 'MWBC', 'WOTH', 'BCRB', 'MOTH', 'AOTH'] as const
