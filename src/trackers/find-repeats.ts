import { compared } from './clean.ts'
import type { Finding, RowPlace } from './finding-kinds.ts'
import { headingOf, type ChildRow } from './read-child-row.ts'

export interface Repeats {
  readonly rows: readonly ChildRow[]
  readonly ignored: readonly (RowPlace & { readonly reason: string })[]
}

/** What a row says, whatever its place and its running number. */
const said = ({ sheet: _sheet, row: _row, findings: _findings, headings: _headings, ...facts }: ChildRow): string =>
  JSON.stringify({ ...facts, localRef: compared(facts.localRef), siblingGroup: compared(facts.siblingGroup ?? '') })

const placeWords = (first: ChildRow, other: ChildRow): string =>
  `row ${first.row.toString()}${first.sheet === other.sheet ? '' : ` of the sheet "${first.sheet ?? ''}"`}`

/** Rows of one reference: an exact repeat is left out and the first stays; where they say different things, every one of them is an error. */
export const findRepeats = (rows: readonly ChildRow[]): Repeats => {
  const byReference = new Map<string, ChildRow[]>()
  for (const row of rows) {
    if (row.localRef === '') continue
    const same = byReference.get(compared(row.localRef))
    if (same) same.push(row)
    else byReference.set(compared(row.localRef), [row])
  }
  const ignored = new Map<ChildRow, string>()
  const conflicting = new Set<ChildRow>()
  for (const [first, ...others] of byReference.values()) {
    if (first === undefined || others.length === 0) continue
    const facts = said(first)
    if (others.every((other) => said(other) === facts))
      for (const other of others) ignored.set(other, `repeats ${placeWords(first, other)} (the running number apart)`)
    else for (const row of [first, ...others]) conflicting.add(row)
  }
  const conflict = (row: ChildRow): Finding => ({
    code: 'conflicting-duplicate',
    sheet: row.sheet,
    row: row.row,
    column: headingOf(row, 'localRef'),
    sentence: 'The same reference stands in several rows that say different things. Keep the one that is right.',
  })
  return {
    rows: rows.filter((row) => !ignored.has(row)).map((row) => (conflicting.has(row) ? { ...row, findings: [...row.findings, conflict(row)] } : row)),
    ignored: [...ignored].map(([{ sheet, row }, reason]) => ({ sheet, row, reason })),
  }
}
