import type { EthnicityGroup, HarderToPlace, Need } from './child-views.ts'
import { ETHNICITY_CODES, type EthnicityCode } from './ethnicity.ts'

const MINORITY_GROUPS: readonly (EthnicityGroup | null)[] = ['Mixed', 'Asian or Asian British', 'Black or Black British', 'Other']

/** The ethnicities that the third national reason counts. */
export const MINORITY_CODES = (Object.keys(ETHNICITY_CODES) as EthnicityCode[]).filter((code) => MINORITY_GROUPS.includes(ETHNICITY_CODES[code].group))

/** Longest age at which a child is not yet in the national group "aged 5 and over". */
export const YOUNGER_THAN = 5

interface ReasonFacts {
  readonly disability: boolean | null
  readonly siblings: number
  readonly ethnicityGroup: EthnicityGroup | null
  readonly needs: readonly Need[]
  /** in completed years, today and on the day of the ADM's decision */
  readonly ageYears: number | null
  readonly ageAtDecision: number | null
  readonly isDecided: boolean
}

const reasonsAt = (facts: ReasonFacts, age: number | null): readonly HarderToPlace[] => {
  const reasons: HarderToPlace[] = []
  if (facts.disability === true) reasons.push('disabled')
  if (facts.siblings > 0) reasons.push('sibling group')
  if (MINORITY_GROUPS.includes(facts.ethnicityGroup)) reasons.push('Black, Asian or minority ethnic')
  if (age !== null && age >= YOUNGER_THAN) reasons.push('aged 5 or over')
  if (facts.needs.some(({ category, grade }) => category === 'health' && grade === 'significant')) reasons.push('additional or complex health needs')
  return reasons
}

/**
 * The four national groups (DfE quarterly survey; domain C3) and the local fifth (S003 §12: a significant health need), named one by
 * one, by the facts of today and of the day of the decision; the returns differ in which they ask. Of the facts only the age is kept
 * for both days. White minorities are not counted in the third, as in the survey. Shown as reasons, never as a score.
 */
export const harderToPlace = (facts: ReasonFacts): { readonly today: readonly HarderToPlace[]; readonly atDecision: readonly HarderToPlace[] } => ({
  today: reasonsAt(facts, facts.ageYears),
  atDecision: facts.isDecided ? reasonsAt(facts, facts.ageAtDecision) : [],
})
