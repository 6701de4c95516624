import { newId, type AgencyId, type ChildId } from '../core/ids.ts'
import { daysBetween, type PlainDate, type Today } from '../core/plain-date.ts'
import { newReference } from '../core/reference.ts'
import type { BaseScope, Register } from '../database/register.ts'
import { compared } from '../trackers/clean.ts'
import { isError, type Finding } from '../trackers/finding.ts'
import type { ChildrenRead, ChildRow } from '../trackers/read-children.ts'
import { ethnicityOfRow, fieldOfDate, findingsOfRow, IMPORTED_DATES, journeyOfRow } from './check-import-row.ts'
import { childChanged } from './child-changed.ts'
import type { ChildStore } from './child-store.ts'
import type { JourneyDate } from './child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from './child.ts'
import { isWaiting, waitingFrom } from './journey.ts'
import type { AgeingStore } from './refresh-shared.ts'

export interface ImportSummary {
  readonly rowsRead: number
  readonly imported: number
  readonly changed: number
  readonly unchanged: number
  /** rows that are an exact repeat of an earlier one */
  readonly repeated: number
  readonly rejectedRows: readonly number[]
  readonly findings: readonly Finding[]
  /** of the rows that are in the register now: how many wait, and the longest wait in days */
  readonly waiting: number
  readonly longestWaitDays: number | null
}

interface Deps {
  readonly register: Register<{ readonly children: ChildStore; readonly ageing: AgeingStore }>
  readonly today: Today
}

type Columns = ChildrenRead['columns']
type Facts = Pick<Child, 'sex' | 'ethnicity' | 'disability' | 'journey' | 'planEndedReason'>

const factsOfRow = (row: ChildRow): Facts => ({
  sex: row.sex,
  ethnicity: ethnicityOfRow(row),
  disability: row.disability,
  journey: journeyOfRow(row),
  planEndedReason: row.planEndedReason,
})

/** A blank cell says that there is no such thing; a column that the file does not have says nothing, and what was known stays. */
const factsAfter = (was: Facts, row: ChildRow, columns: Columns): Facts => {
  const said = factsOfRow(row)
  const dates = IMPORTED_DATES.map((date): [JourneyDate, PlainDate | null] => [date, (columns.has(fieldOfDate(date)) ? said : was).journey[date]])
  return {
    sex: (columns.has('sex') ? said : was).sex,
    ethnicity: (columns.has('ethnicity') ? said : was).ethnicity,
    disability: (columns.has('disability') ? said : was).disability,
    journey: { ...was.journey, ...Object.fromEntries(dates) },
    planEndedReason: (columns.has('planEndedReason') ? said : was).planEndedReason,
  }
}

const newChild = (agencyId: AgencyId, row: ChildRow): Child => ({
  ...NOTHING_KNOWN,
  ...factsOfRow(row),
  id: newId<ChildId>(),
  agencyId,
  reference: newReference('FF'),
  version: 1,
})

type Effect = 'imported' | 'changed' | 'unchanged'
interface Saved {
  readonly effect: Effect
  readonly child: Child
}

/** Saves one good row: found again by its local reference, so that the same file twice changes nothing. What the file does not say stays. */
const saveRow = async (
  { children, jobs }: { readonly children: ChildStore } & BaseScope,
  agencyId: AgencyId,
  row: ChildRow,
  columns: Columns,
): Promise<Saved> => {
  const was = await children.ownByLocalReference(row.localRef)
  const { dateOfBirth } = row.dates
  if (!was) return { effect: 'imported', child: await children.add(newChild(agencyId, row), { name: null, born: dateOfBirth, localReference: row.localRef }) }
  const { reference } = was.child
  const secrets = await children.secrets(was.child.id)
  if (!secrets) throw new Error(`The key of ${reference} is gone.`)
  const child: Child = { ...was.child, ...factsAfter(was.child, row, columns) }
  const after: Secrets = { ...secrets, born: columns.has('dateOfBirth') ? dateOfBirth : secrets.born }
  if (JSON.stringify([child, after]) === JSON.stringify([was.child, secrets])) return { effect: 'unchanged', child }
  if (!(await children.replace(was.child, child, after))) throw new Error(`${reference} was changed by somebody else during the import.`)
  await jobs.add(...childChanged(was.child, child))
  return { effect: 'changed', child }
}

/** Rows of one reference: an exact repeat is left out and the first stays; other values make every such row an error. */
const repeats = (rows: readonly ChildRow[], columns: Columns): { readonly repeated: ReadonlySet<number>; readonly findings: readonly Finding[] } => {
  const byReference = new Map<string, ChildRow[]>()
  for (const row of rows) {
    if (row.localRef === '') continue
    const same = byReference.get(compared(row.localRef)) ?? []
    byReference.set(compared(row.localRef), [...same, row])
  }
  const repeated = new Set<number>()
  const findings: Finding[] = []
  const values = (row: ChildRow): string => JSON.stringify({ ...row, row: 0, localRef: compared(row.localRef), findings: [] })
  for (const [first, ...others] of byReference.values()) {
    if (!first || others.length === 0) continue
    if (others.every((other) => values(other) === values(first))) others.forEach(({ row }) => repeated.add(row))
    else
      for (const { row } of [first, ...others])
        findings.push({
          code: 'conflicting-duplicate',
          row,
          column: columns.get('localRef') ?? 'localRef',
          sentence: 'The same identifier stands in several rows with other values.',
        })
  }
  return { repeated, findings }
}

/** Days waited so far by each child who waits. */
const waitsOf = (children: readonly Child[], today: PlainDate): readonly number[] =>
  children.flatMap(({ journey }) => {
    const from = waitingFrom(journey)
    return from !== null && isWaiting(journey) ? [daysBetween(from, today)] : []
  })

/**
 * Imports a children's tracker into one agency, as the named job `import`, in one transaction. A row with an error is left out
 * and named; a warning lets the row in. Other agencies' rows cannot be reached from here.
 */
export const importChildren =
  ({ register, today }: Deps) =>
  (agencyId: AgencyId, read: ChildrenRead): Promise<ImportSummary> =>
    register.asJob(agencyId, 'import', async (scope) => {
      const { repeated, findings: duplicates } = repeats(read.rows, read.columns)
      const findings = [...read.rows.flatMap((row) => findingsOfRow(row, read.columns, today())), ...duplicates]
      const rejected = new Set(findings.filter(isError).map(({ row }) => row))
      const effects: Record<Effect, string[]> = { imported: [], changed: [], unchanged: [] }
      const good = read.rows.filter(({ row }) => !rejected.has(row) && !repeated.has(row))
      const saved: Child[] = []
      for (const row of good) {
        const { effect, child } = await saveRow(scope, agencyId, row, read.columns)
        effects[effect].push(child.reference)
        saved.push(child)
      }
      if (effects.imported.length + effects.changed.length > 0) await scope.ageing.countNeeds()
      await scope.audit.record(
        ...(['imported', 'changed'] as const).flatMap((effect) =>
          effects[effect].length === 0 ? [] : [{ verb: `child.${effect}`, subjectAgencyId: agencyId, subjects: effects[effect] }],
        ),
      )
      const waits = waitsOf(saved, today())
      return {
        rowsRead: read.rows.length,
        imported: effects.imported.length,
        changed: effects.changed.length,
        unchanged: effects.unchanged.length,
        repeated: [...repeated].filter((row) => !rejected.has(row)).length,
        rejectedRows: [...rejected].sort((a, b) => a - b),
        findings: findings.sort((a, b) => a.row - b.row),
        waiting: waits.length,
        longestWaitDays: waits.length === 0 ? null : Math.max(...waits),
      }
    })
