import type { EthnicityGroup, HarderToPlace } from './child-views.ts'

const MINORITY_GROUPS: readonly (EthnicityGroup | null)[] = ['Mixed', 'Asian or Asian British', 'Black or Black British', 'Other']

/** Longest age at which a child is not yet in the national group "aged 5 and over". */
const YOUNGER_THAN = 5

/**
 * The four national groups (DfE quarterly survey; domain C3), by the facts of today. White minorities are not counted in the
 * third, as in the survey. Shown as reasons, never as a score.
 */
export const harderToPlace = (child: {
  readonly disability: boolean | null
  readonly siblings: number
  readonly ethnicityGroup: EthnicityGroup | null
  readonly ageYears: number | null
}): readonly HarderToPlace[] => {
  const reasons: HarderToPlace[] = []
  if (child.disability === true) reasons.push('disabled')
  if (child.siblings > 0) reasons.push('sibling group')
  if (MINORITY_GROUPS.includes(child.ethnicityGroup)) reasons.push('Black, Asian or minority ethnic')
  if (child.ageYears !== null && child.ageYears >= YOUNGER_THAN) reasons.push('aged 5 or over')
  return reasons
}
