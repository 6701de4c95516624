import type { ImportFinding } from '../../../api/import-queries.ts'

/** The same thing said of several rows: one line, with the rows. */
export interface FindingGroup {
  readonly key: string
  readonly column: string
  readonly sentence: string
  readonly places: readonly ImportFinding[]
}

/** By column and sentence, what stands most often first. */
export const groupFindings = (findings: readonly ImportFinding[]): readonly FindingGroup[] => {
  const groups = new Map<string, ImportFinding[]>()
  for (const finding of findings) {
    const key = `${finding.column}\n${finding.sentence}`
    const same = groups.get(key)
    if (same) same.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups]
    .flatMap(([key, places]) => {
      const [first] = places
      return first === undefined ? [] : [{ key, column: first.column, sentence: first.sentence, places }]
    })
    .sort((a, b) => b.places.length - a.places.length)
}
