import type { Partner } from '../../../api/administration-queries.ts'

/** ADM, the agency decision maker, is named in full wherever it first appears. */
export const SHARES_WORDS: Readonly<Record<Partner['sharesFrom'], string>> = {
  'adm-decision': 'the decision of the agency decision maker (ADM)',
  'placement-order': 'the placement order',
}
