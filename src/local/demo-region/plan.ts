import type { Sex } from '../../children/child-views.ts'

/** How far the plan of a child has come in the demo; `linked` and `carers`: with a placement order, and a link to adopters or to the foster carers. */
export type Come =
  'unborn' | 'inCare' | 'admDecision' | 'placementOrder' | 'linked' | 'carers' | 'disrupted' | 'matched' | 'placed' | 'adoptionOrder' | 'planEnded'

/** A child, or a pair or three of one family, at one agency. */
export interface PlannedGroup {
  readonly agency: string
  readonly come: Come
  /** null before birth */
  readonly sexes: readonly (Sex | null)[]
}

const groups = (agency: string, come: Come, ...sexes: readonly string[]): readonly PlannedGroup[] =>
  sexes.map((letters) => ({ agency, come, sexes: [...letters].map((letter) => (letter === '-' ? null : letter === 'm' ? 'male' : 'female')) }))

/**
 * About 150 children. Leicestershire's stock "placement order, not placed" is the one its report of November 2024 gives for
 * 31 March 2024: 27 children, 15 boys and 12 girls, six pairs of brothers and sisters among them; 8 are linked and 2 have a link with their
 * foster carers.
 * The other agencies are of the size that their own reports suggest.
 */
export const PLAN: readonly PlannedGroup[] = [
  ...groups('LEICS', 'placementOrder', 'mf', 'ff', 'mm', 'mf', 'm', 'm', 'm', 'm', 'm', 'f', 'f', 'f', 'f'),
  ...groups('LEICS', 'linked', 'mm', 'mf', 'm', 'm', 'f', 'f'),
  ...groups('LEICS', 'carers', 'm', 'f'),
  ...groups('LEICS', 'unborn', '-', '-'),
  ...groups('LEICS', 'admDecision', 'm', 'f', 'mf', 'f', 'm', 'f'),
  ...groups('LEICS', 'inCare', 'f', 'm', 'mm'),
  ...groups('LEICS', 'placed', 'm', 'f', 'ff', 'm'),
  ...groups('LEICS', 'adoptionOrder', 'f', 'm', 'f'),
  ...groups('LEICS', 'planEnded', 'm'),
  ...groups('CITY', 'placementOrder', 'm', 'm', 'f', 'f', 'mf', 'm', 'f', 'mm', 'f', 'm'),
  ...groups('CITY', 'admDecision', 'm', 'f', 'f', 'm'),
  ...groups('CITY', 'inCare', 'f', 'm'),
  ...groups('CITY', 'unborn', '-'),
  ...groups('CITY', 'matched', 'f', 'mf'),
  ...groups('CITY', 'placed', 'm', 'f'),
  ...groups('CITY', 'adoptionOrder', 'm'),
  ...groups('LINCS', 'placementOrder', 'm', 'm', 'm', 'f', 'f', 'f', 'mf', 'm', 'fff', 'm', 'f', 'mf'),
  ...groups('LINCS', 'admDecision', 'm', 'm', 'f', 'f', 'mf'),
  ...groups('LINCS', 'matched', 'f', 'mm'),
  ...groups('LINCS', 'placed', 'f', 'm', 'f'),
  ...groups('LINCS', 'adoptionOrder', 'm', 'f'),
  ...groups('LINCS', 'planEnded', 'f'),
  ...groups('NLINCS', 'placementOrder', 'm', 'f', 'f', 'm', 'mf'),
  ...groups('NLINCS', 'disrupted', 'm'),
  ...groups('NLINCS', 'admDecision', 'f', 'm', 'm'),
  ...groups('NLINCS', 'matched', 'f'),
  ...groups('NLINCS', 'placed', 'm'),
  ...groups('NCT', 'placementOrder', 'm', 'm', 'm', 'f', 'f', 'mm', 'f', 'mf', 'm', 'f', 'f', 'm'),
  ...groups('NCT', 'admDecision', 'f', 'm', 'f', 'mm', 'f'),
  ...groups('NCT', 'inCare', 'm'),
  ...groups('NCT', 'matched', 'f', 'm'),
  ...groups('NCT', 'placed', 'mf', 'm', 'f'),
  ...groups('NCT', 'adoptionOrder', 'f', 'm'),
  ...groups('RUTLAND', 'placementOrder', 'm', 'f'),
  ...groups('RUTLAND', 'admDecision', 'f'),
  ...groups('RUTLAND', 'placed', 'm'),
]
