/** An error keeps the row out until somebody puts it right; a warning lets it in with the cell left blank or as it is. */
export const FINDING_CODES = {
  'missing-id': 'error',
  'long-id': 'error',
  'impossible-date': 'error',
  'month-first': 'error',
  'future-date': 'error',
  order: 'error',
  'po-without-adm': 'error',
  'placed-without-po': 'error',
  'after-leaving-care': 'error',
  'adopted-and-ended': 'error',
  'conflicting-duplicate': 'error',
  'other-agency': 'error',
  'unclear-agency': 'error',
  'over-18': 'error',
  'no-date': 'warning',
  'cell-error': 'warning',
  'no-value': 'warning',
  'two-digit-year': 'warning',
  'unknown-ethnicity': 'warning',
  'unknown-sex': 'warning',
  'unknown-value': 'warning',
  'single-sibling': 'warning',
  'sibling-plan-differs': 'warning',
  'formula-text': 'warning',
  'reason-missing': 'warning',
  'reason-without-date': 'warning',
  'due-month-past': 'warning',
  /** beside the file: the register says otherwise, and an import does not decide */
  'register-differs': 'warning',
} as const
export type FindingCode = keyof typeof FINDING_CODES

/** Where a row stands: the sheet's name (null in a text file) and the number that Excel shows. */
export interface RowPlace {
  readonly sheet: string | null
  readonly row: number
}

/** Something about one cell that a person should know, in a sentence without the cell's content. */
export interface Finding extends RowPlace {
  readonly code: FindingCode
  /** the heading as the file spells it, with its letter where it stands twice: `Date agreed [M]` */
  readonly column: string
  readonly otherColumns?: readonly string[]
  readonly sentence: string
}

export const isError = (finding: Pick<Finding, 'code'>): boolean => FINDING_CODES[finding.code] === 'error'
