import type { PlainDate } from '../../src/core/plain-date.ts'
import type { AgencyName } from '../use-cases.ts'

/** What the reading of a text depends on. */
export interface ParseContext {
  readonly agencies: readonly AgencyName[]
  readonly today: PlainDate
  /** code of the agency that the asker works for, for "our children" */
  readonly ownAgency?: string
}
