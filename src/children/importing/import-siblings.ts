import { createHash } from 'node:crypto'
import type { AgencyId } from '../../core/ids.ts'
import { compared } from '../../trackers/clean.ts'
import type { Finding } from '../../trackers/finding-kinds.ts'
import { headingOf, type ChildRow } from '../../trackers/read-child-row.ts'

const byLabel = (rows: readonly ChildRow[]): ReadonlyMap<string, readonly ChildRow[]> => {
  const groups = new Map<string, ChildRow[]>()
  for (const row of rows) {
    if (row.siblingGroup === null) continue
    const label = compared(row.siblingGroup)
    const members = groups.get(label)
    if (members) members.push(row)
    else groups.set(label, [row])
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
const groupIdOf = (agencyId: AgencyId, label: string): string => {
  const hex = createHash('sha256')
    .update(`sibling group ${agencyId.toString()} ${compared(label)}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The group of each label. A group that the register has belongs to one label at most, that of most of its members in the file, and a
 * label to one group; between equals the label that once made the group has it. A label without one gets a group of its own.
 */
export const groupsByLabel = (
  rows: readonly ChildRow[],
  groupIn: (localReference: string) => string | null,
  agencyId: AgencyId,
): ((label: string) => string) => {
  const votes = new Map<string, { readonly label: string; readonly group: string; readonly isOwn: boolean; number: number }>()
  for (const [label, members] of byLabel(rows))
    for (const { localRef } of members) {
      const group = localRef === '' ? null : groupIn(localRef)
      if (group === null) continue
      const key = JSON.stringify([label, group])
      const vote = votes.get(key) ?? { label, group, isOwn: group === groupIdOf(agencyId, label), number: 0 }
      vote.number += 1
      votes.set(key, vote)
    }
  const groups = new Map<string, string>()
  const taken = new Set<string>()
  const give = (label: string, group: string): void => {
    groups.set(label, group)
    taken.add(group)
  }
  const order = [...votes.values()].sort((a, b) => b.number - a.number || Number(b.isOwn) - Number(a.isOwn) || (a.label < b.label ? -1 : 1))
  for (const { label, group } of order) if (!groups.has(label) && !taken.has(group)) give(label, group)
  const voted = new Set([...votes.values()].map(({ group }) => group))
  for (const label of byLabel(rows).keys()) {
    if (groups.has(label)) continue
    // its own id may be another label's by now, or that of brothers and sisters who left this label
    const isFree = (group: string): boolean => !taken.has(group) && !voted.has(group)
    let next = 1
    let own = groupIdOf(agencyId, label)
    while (!isFree(own)) own = groupIdOf(agencyId, `${label} ${(next += 1).toString()}`)
    give(label, own)
  }
  return (label) => groups.get(compared(label)) ?? groupIdOf(agencyId, label)
}
