import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { importChildren, ImportSummary } from '../children/import-children.ts'
import type { AgencyId } from '../core/ids.ts'
import { isError } from '../trackers/finding.ts'
import { readChildren } from '../trackers/read-children.ts'
import { readCsv } from '../trackers/read-csv.ts'

const USAGE = 'Write: npm run import -- --agency LINCS tracker.csv'

export interface ImportTrackerDeps {
  readonly importChildren: ReturnType<typeof importChildren>
  readonly agencies: () => Promise<readonly { readonly id: AgencyId; readonly code: string; readonly name: string; readonly isHub: boolean }[]>
}

const readArguments = (args: readonly string[]): { readonly code: string; readonly file: string } => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { agency: { type: 'string' } }, allowPositionals: true })
    const [file, ...more] = positionals
    if (values.agency !== undefined && file !== undefined && more.length === 0) return { code: values.agency.toUpperCase(), file }
  } catch {
    // an option that there is not: the usage says which there are
  }
  throw new Error(USAGE)
}

const readTracker = async (file: string): Promise<Uint8Array> => {
  if (extname(file).toLowerCase() !== '.csv') throw new Error('Only csv files can be imported so far. Save the tracker as "CSV UTF-8" and import that.')
  try {
    return await readFile(file)
  } catch {
    throw new Error(`The file ${file} cannot be opened. Check its name and place.`)
  }
}

const children = (number: number): string => (number === 1 ? '1 child' : `${number.toString()} children`)
const rows = (number: number): string => (number === 1 ? '1 row' : `${number.toString()} rows`)

/** The summary in plain words: figures first, then each finding by row, column and sentence; never what stands in a cell. */
export const summaryWords = (agencyName: string, summary: ImportSummary, unknownHeadings: readonly string[]): string => {
  const longest = summary.longestWaitDays === null ? '' : `, the longest ${summary.longestWaitDays.toString()} days`
  const { rejectedRows, findings } = summary
  return [
    `${agencyName}: ${rows(summary.rowsRead)} read.`,
    `${summary.imported.toString()} imported, ${summary.changed.toString()} changed, ${summary.unchanged.toString()} unchanged, ${rejectedRows.length.toString()} rejected.`,
    ...(summary.repeated > 0 ? [`${rows(summary.repeated)} repeated an earlier one exactly and did not count again.`] : []),
    `Of these ${children(summary.imported + summary.changed + summary.unchanged)}, ${summary.waiting.toString()} waiting${longest}.`,
    ...(unknownHeadings.length > 0 ? [`Columns that were not imported because nobody knows their heading: ${unknownHeadings.join(', ')}.`] : []),
    ...findings.map((finding) => `  row ${finding.row.toString()}, ${finding.column}: ${isError(finding) ? 'rejected' : 'note'}. ${finding.sentence}`),
    ...(rejectedRows.length > 0 ? ['Put the rejected rows right in the file and import it again: rows that are in already are not doubled.'] : []),
  ].join('\n')
}

/** `npm run import -- --agency CODE FILE`. Throws a sentence for a wrong command, an unknown agency or an unreadable file. */
export const importTracker =
  ({ importChildren: importInto, agencies }: ImportTrackerDeps) =>
  async (args: readonly string[]): Promise<string> => {
    const { code, file } = readArguments(args)
    const placing = (await agencies()).filter(({ isHub }) => !isHub)
    const agency = placing.find((one) => one.code === code)
    if (!agency) throw new Error(`There is no placing agency ${code}. There are: ${placing.map((one) => one.code).join(', ')}.`)
    const read = readChildren(readCsv(await readTracker(file)))
    return summaryWords(agency.name, await importInto(agency.id, read), read.unknownHeadings)
  }
