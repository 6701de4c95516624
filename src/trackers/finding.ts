/** An error keeps the row out until somebody puts it right; a warning lets it in with the cell left blank or as it is. */
export const FINDING_CODES = {
  'missing-id': 'error',
  'impossible-date': 'error',
  'month-first': 'error',
  'future-date': 'error',
  order: 'error',
  'po-without-adm': 'error',
  'placed-without-po': 'error',
  'adopted-and-ended': 'error',
  'conflicting-duplicate': 'error',
  'over-18': 'error',
  'no-date': 'warning',
  'two-digit-year': 'warning',
  'unknown-ethnicity': 'warning',
  'unknown-sex': 'warning',
  'unknown-value': 'warning',
  'reason-missing': 'warning',
  'reason-without-date': 'warning',
} as const
export type FindingCode = keyof typeof FINDING_CODES

/** Something about one cell that a person should know, in a sentence without the cell's content. */
export interface Finding {
  readonly code: FindingCode
  /** as Excel counts rows */
  readonly row: number
  /** the heading as the file spells it */
  readonly column: string
  readonly otherColumns?: readonly string[]
  readonly sentence: string
}

export const isError = (finding: Finding): boolean => FINDING_CODES[finding.code] === 'error'
