import { createHash } from 'node:crypto'
import type { AgencyId } from '../core/ids.ts'
import { compared } from '../trackers/clean.ts'
import type { Finding } from '../trackers/finding-kinds.ts'
import { headingOf, type ChildRow } from '../trackers/read-child-row.ts'

const byLabel = (rows: readonly ChildRow[]): ReadonlyMap<string, readonly ChildRow[]> => {
  const groups = new Map<string, ChildRow[]>()
  for (const row of rows) {
    if (row.siblingGroup === null) continue
    const label = compared(row.siblingGroup)
    groups.set(label, [...(groups.get(label) ?? []), row])
  }
  return groups
}

/** What is odd about the groups of one agency's rows: a group of one, and members whose plans differ (each of them is named). */
export const siblingFindings = (rows: readonly ChildRow[]): readonly Finding[] =>
  [...byLabel(rows).values()].flatMap((members) => {
    const [first] = members
    const say = (row: ChildRow, code: 'single-sibling' | 'sibling-plan-differs', sentence: string): Finding => ({
      code,
      sheet: row.sheet,
      row: row.row,
      column: headingOf(row, code === 'single-sibling' ? 'siblingGroup' : 'siblingPlan'),
      sentence,
    })
    if (first !== undefined && new Set(members.map(({ localRef, row }) => (localRef === '' ? row.toString() : compared(localRef)))).size === 1)
      return [say(first, 'single-sibling', 'This sibling group has one member only in the file.')]
    const plans = new Set(members.flatMap(({ siblingPlan }) => (siblingPlan === null ? [] : [siblingPlan])))
    return plans.size > 1
      ? members
          .filter(({ siblingPlan }) => siblingPlan !== null)
          .map((row) => say(row, 'sibling-plan-differs', 'Brothers and sisters of one group have different plans.'))
      : []
  })

/** The id of a group that the register does not have yet: the same for the same label of the same agency, so that an import can be repeated (UUID, version 8). */
export const groupIdOf = (agencyId: AgencyId, label: string): string => {
  const hex = createHash('sha256')
    .update(`sibling group ${agencyId.toString()} ${compared(label)}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
