import type { EthnicityGroup } from './child-views.ts'

/** The 18 ONS groups by their code in the national return (SSDA903); it has none for Arab, so `ARAB`. Then refused and not yet obtained. */
export const ETHNICITY_CODES = {
  WBRI: { words: 'White: English, Welsh, Scottish, Northern Irish or British', group: 'White' },
  WIRI: { words: 'White: Irish', group: 'White' },
  WIRT: { words: 'White: Traveller of Irish heritage', group: 'White' },
  WROM: { words: 'White: Gypsy or Roma', group: 'White' },
  WOTH: { words: 'White: any other background', group: 'White' },
  MWBC: { words: 'Mixed: White and Black Caribbean', group: 'Mixed' },
  MWBA: { words: 'Mixed: White and Black African', group: 'Mixed' },
  MWAS: { words: 'Mixed: White and Asian', group: 'Mixed' },
  MOTH: { words: 'Mixed: any other background', group: 'Mixed' },
  AIND: { words: 'Asian or Asian British: Indian', group: 'Asian or Asian British' },
  APKN: { words: 'Asian or Asian British: Pakistani', group: 'Asian or Asian British' },
  ABAN: { words: 'Asian or Asian British: Bangladeshi', group: 'Asian or Asian British' },
  CHNE: { words: 'Asian or Asian British: Chinese', group: 'Asian or Asian British' },
  AOTH: { words: 'Asian or Asian British: any other background', group: 'Asian or Asian British' },
  BCRB: { words: 'Black or Black British: Caribbean', group: 'Black or Black British' },
  BAFR: { words: 'Black or Black British: African', group: 'Black or Black British' },
  BOTH: { words: 'Black or Black British: any other background', group: 'Black or Black British' },
  ARAB: { words: 'Arab', group: 'Other' },
  OOTH: { words: 'Any other ethnic group', group: 'Other' },
  REFU: { words: 'Refused', group: 'Not known' },
  NOBT: { words: 'Information not yet obtained', group: 'Not known' },
} as const satisfies Record<string, { readonly words: string; readonly group: EthnicityGroup }>
export type EthnicityCode = keyof typeof ETHNICITY_CODES

export const isEthnicityCode = (text: string): text is EthnicityCode => Object.hasOwn(ETHNICITY_CODES, text)

export const ethnicityGroup = (code: EthnicityCode | null): EthnicityGroup | null => (code === null ? null : ETHNICITY_CODES[code].group)
