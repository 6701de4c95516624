import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { importAsJob, ImportOutcome } from '../children/importing/import-children.ts'
import type { AgencyId } from '../core/ids.ts'
import { CHILD_FIELDS, type ChildField } from '../trackers/column-kinds.ts'
import { isError } from '../trackers/finding-kinds.ts'
import type { ColumnChoices } from '../trackers/match-columns.ts'

const USAGE = 'Write: npm run import -- --agency LINCS tracker.xlsx (and, where needed, --map "Heading=field" and --dry-run)'

export interface ImportTrackerDeps {
  readonly importAsJob: ReturnType<typeof importAsJob>
  readonly agencies: () => Promise<readonly { readonly id: AgencyId; readonly code: string; readonly name: string; readonly isHub: boolean }[]>
}

interface Arguments {
  readonly code: string
  readonly file: string
  readonly choices: ColumnChoices
  readonly dryRun: boolean
}

/** `Heading=field`; nothing behind the equals sign leaves the column out. */
const readChoice = (text: string): readonly [string, ChildField | null] => {
  const at = text.lastIndexOf('=')
  const [heading, said] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const field = CHILD_FIELDS.find((one) => one.toLowerCase() === said.toLowerCase())
  if (at < 1 || (field === undefined && said !== ''))
    throw new Error(`Write --map "Heading=field" with one of these fields, or none to leave the column out: ${CHILD_FIELDS.join(', ')}.`)
  return [heading, field ?? null]
}

const OPTIONS = { agency: { type: 'string' }, map: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' } } as const

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    // an option that there is not: the usage says which there are
    throw new Error(USAGE)
  }
}

const readArguments = (args: readonly string[]): Arguments => {
  const { values, positionals } = parsed(args)
  const [file, ...more] = positionals
  if (values.agency === undefined || file === undefined || more.length > 0) throw new Error(USAGE)
  return { code: values.agency.toUpperCase(), file, choices: new Map((values.map ?? []).map(readChoice)), dryRun: values['dry-run'] === true }
}

const readTracker = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch {
    throw new Error(`The file ${file} cannot be opened. Check its name and place.`)
  }
}

const children = (number: number): string => (number === 1 ? '1 child' : `${number.toString()} children`)
const rows = (number: number): string => (number === 1 ? '1 row' : `${number.toString()} rows`)
const place = ({ sheet, row }: { readonly sheet: string | null; readonly row: number }): string => `${sheet === null ? '' : `${sheet}, `}row ${row.toString()}`

/** The outcome in plain words: figures first, then each finding by row, column and sentence; never what stands in a cell. */
export const outcomeWords = (agencyName: string, outcome: ImportOutcome, dryRun: boolean): string => {
  const { read, added, changed, unchanged, rejected, findings } = outcome
  const longest = outcome.longestWaitDays === null ? '' : `, the longest ${outcome.longestWaitDays.toString()} days`
  const left = read.sheets.flatMap(({ columns }) =>
    columns.filter(({ fields }) => fields.length === 0).map(({ label, note }) => (note === null ? label : `${label} (${note})`)),
  )
  return [
    ...(dryRun ? ['Nothing was saved: this says what the import would do.'] : []),
    `${agencyName}: ${rows(read.rowsTotal)} read (${read.format}).`,
    `${added.toString()} added, ${changed.toString()} changed, ${unchanged.toString()} unchanged, ${rejected.toString()} rejected.`,
    `Of these ${children(added + changed + unchanged)}, ${outcome.waiting.toString()} waiting${longest}.`,
    ...read.rowsIgnored.map((ignored) => `  ${place(ignored)}: left aside, ${ignored.reason}.`),
    ...read.sheetsIgnored.map(({ sheet, reason }) => `  sheet ${sheet}: left aside, ${reason}.`),
    ...(left.length > 0 ? [`Columns that were not imported: ${left.join(', ')}.`] : []),
    ...outcome.notes,
    ...findings.map((finding) => `  ${place(finding)}, ${finding.column}: ${isError(finding) ? 'rejected' : 'note'}. ${finding.sentence}`),
    ...(rejected > 0 ? ['Put the rejected rows right in the file and import it again: rows that are in already are not doubled.'] : []),
  ].join('\n')
}

/** `npm run import -- --agency CODE FILE`. Throws a sentence for a wrong command, an unknown agency or an unreadable file. */
export const importTracker =
  ({ importAsJob: importInto, agencies }: ImportTrackerDeps) =>
  async (args: readonly string[]): Promise<string> => {
    const { code, file, choices, dryRun } = readArguments(args)
    const placing = (await agencies()).filter(({ isHub }) => !isHub)
    const agency = placing.find((one) => one.code === code)
    if (!agency) throw new Error(`There is no placing agency ${code}. There are: ${placing.map((one) => one.code).join(', ')}.`)
    const bytes = await readTracker(file)
    return outcomeWords(agency.name, await importInto(agency.id, { bytes, choices }, dryRun), dryRun)
  }
