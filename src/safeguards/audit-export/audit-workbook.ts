import { LONDON } from '../../core/plain-date.ts'
import type { FoundLine } from '../audit-search-store.ts'
import { aboutOf, actorName, verbWords } from '../line-words.ts'
import type { Sealing } from '../seal-audit.ts'
import type { ExportTable, ExportValue } from '../write-workbook.ts'

const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, dateStyle: 'medium', timeStyle: 'medium' })

/** Below what one cell of Excel holds. */
const LONGEST = 32_000

/** As many as a cell holds; of more it says how many. */
const listed = (about: readonly string[]): string => {
  let text = ''
  for (const [at, one] of about.entries()) {
    if (text.length + one.length > LONGEST) return `${text} and ${(about.length - at).toString()} more`
    text = text === '' ? one : `${text}, ${one}`
  }
  return text
}

const HEADINGS = [
  'When (London)',
  'When (UTC)',
  'Who',
  'Agency',
  'Roles on that day',
  'What',
  'Verb',
  'Outcome',
  'About',
  'About how many',
  'By itself',
  'Line',
]

/** @param asked the child that was asked about: then a line tells of this one alone */
export const lineCells = (line: FoundLine, asked: string | undefined): readonly ExportValue[] => {
  const about = aboutOf(line, asked)
  return [
    inLondon.format(new Date(line.at)),
    line.at,
    actorName(line),
    line.actorAgency,
    line.roles === null ? null : line.roles.map((role) => role.replaceAll('-', ' ')).join(', '),
    verbWords(line.verb),
    line.verb,
    line.outcome,
    listed(about),
    about.length,
    line.automatic ? 'yes' : null,
    line.id,
  ]
}

export const linesSheet = (rows: ExportTable['rows']): ExportTable => ({ sheet: 'Audit', headings: HEADINGS, rows })

export interface ExportFacts {
  readonly agency: string
  readonly by: string
  readonly at: Date
  /** what was asked, as it was asked: name and value */
  readonly asked: readonly (readonly [string, string])[]
  readonly lines: number
  readonly sealing: Sealing
}

/** `1234:9f…`: place and seal, as `npm run audit:verify -- --seal` takes them. */
export const sealMark = ({ seq, head }: Sealing): string => `${seq.toString()}:${head}`

/** Who exported what and when; and the seal by which it can be told later whether the audit of that moment is still whole. */
export const factsSheet = ({ agency, by, at, asked, lines, sealing }: ExportFacts): ExportTable => ({
  sheet: 'About this export',
  headings: ['What', 'Value'],
  rows: [
    ['Agency', agency],
    ['Exported by', by],
    ['Exported at (London)', inLondon.format(at)],
    ['Exported at (UTC)', at.toISOString()],
    ...(asked.length === 0 ? [['Asked for', 'everything that this agency may see']] : asked.map(([name, value]) => [`Asked for: ${name}`, value])),
    ['Lines', lines],
    ['Order', 'the newest first'],
    ['Seal', sealMark(sealing)],
    ['How to check', `npm run audit:verify -- --seal ${sealMark(sealing)} says whether every line up to this export is still as it was.`],
  ],
})
