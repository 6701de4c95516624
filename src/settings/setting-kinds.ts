/** What a value counts. Months are calendar months; working days know the bank holidays of England. */
export const SETTING_UNITS = ['days', 'working-days', 'weeks', 'months', 'children', 'minutes', 'choice'] as const
export type SettingUnit = (typeof SETTING_UNITS)[number]
/** what is no time between days */
export type TallyUnit = 'children' | 'minutes'
export type AmountUnit = Exclude<SettingUnit, TallyUnit | 'choice'>

/** Whose rule it is: the law's or the government's; good practice of the sector; the agency's own. */
export const SETTING_KINDS = ['statutory', 'practice', 'local'] as const
export type SettingKind = (typeof SETTING_KINDS)[number]

/** The headings of the list, in their order. */
export const SETTING_GROUPS = [
  'plan and decision',
  'reviews',
  'profile',
  'matching',
  'timeliness',
  'adopters',
  'links and updates',
  'oversight',
  'reading of records',
  'how long records are kept',
  'who does what',
] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]

/** Who gave the value that holds: it came with the app, or the agency set it. */
export const SETTING_ORIGINS = ['built-in', 'agency'] as const
export type SettingOrigin = (typeof SETTING_ORIGINS)[number]
