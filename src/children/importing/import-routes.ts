import type * as z from 'zod'
import { invalid, ok, type Result } from '../../core/result.ts'
import { fileAnswer, fileBytes, route, type Route } from '../../http/route.ts'
import { CHILD_FIELDS, FIELD_WORDS } from '../../trackers/column-kinds.ts'
import { FINDING_CODES } from '../../trackers/finding-kinds.ts'
import { MAX_FILE_BYTES } from '../../trackers/limits.ts'
import type { ColumnChoices } from '../../trackers/match-columns.ts'
import { columnLetter } from '../../trackers/table.ts'
import type { ExportChildren } from './export-children.ts'
import type { CommitImport, ImportOutcome, PreviewImport } from './import-children.ts'
import { choicesOfPerson, commitQuery, importDone, importPreview, previewQuery } from './import-contract.ts'

export interface ImportUseCases {
  readonly previewImport: PreviewImport
  readonly commitImport: CommitImport
  readonly exportChildren: ExportChildren
}

const readChoices = (text: string | undefined): Result<ColumnChoices> => {
  const wrong = invalid('choices', 'Send what each column holds as JSON: its label, and a field or null.')
  if (text === undefined) return ok(new Map())
  try {
    const read = choicesOfPerson.safeParse(JSON.parse(text))
    return read.success ? ok(new Map(Object.entries(read.data))) : wrong
  } catch {
    return wrong
  }
}

const present = ({ read, findings, ...outcome }: ImportOutcome): z.input<typeof importPreview> => ({
  ...outcome,
  kind: read.kind === 'children' ? 'children' : 'unknown',
  format: read.format,
  sheets: read.sheets.map(({ name, headerRows, columns }) => ({
    name,
    headerRows,
    columns: columns.map(({ at, label, fields, note }) => ({ label, letter: columnLetter(at), fields, note })),
  })),
  sheetsIgnored: read.sheetsIgnored,
  fields: CHILD_FIELDS.map((field) => ({ field, words: FIELD_WORDS[field] })),
  rowsTotal: read.rowsTotal,
  rowsIgnored: read.rowsIgnored,
  findings: findings.map(({ sheet, row, code, column, otherColumns = [], sentence }) => ({
    sheet,
    row,
    code,
    severity: FINDING_CODES[code],
    column,
    otherColumns,
    sentence,
  })),
})

/** Before the routes of one child, whose path `/children/:reference` would take `/children/export` for a reference. */
export const importRoutes = ({ previewImport, commitImport, exportChildren }: ImportUseCases): readonly Route[] => [
  route({
    method: 'post',
    path: '/children/imports/preview',
    summary: 'What importing this tracker (.csv, .xlsx) into your own agency would do; nothing is saved',
    query: previewQuery,
    body: fileBytes,
    upload: { maxBytes: MAX_FILE_BYTES },
    answer: importPreview,
    handle: async (actor, { query, body }) => {
      const choices = readChoices(query.choices)
      if (!choices.ok) return choices
      const seen = await previewImport(actor, { bytes: body, choices: choices.value })
      return seen.ok ? ok(present(seen.value)) : seen
    },
  }),
  route({
    method: 'post',
    path: '/children/imports',
    summary: 'Import the tracker that was previewed: every row without an error, or nothing',
    query: commitQuery,
    body: fileBytes,
    upload: { maxBytes: MAX_FILE_BYTES },
    answer: importDone,
    handle: async (actor, { query, body }) => {
      const choices = readChoices(query.choices)
      return choices.ok ? commitImport(actor, { bytes: body, choices: choices.value }, query) : choices
    },
  }),
  route({
    method: 'get',
    path: '/children/export',
    summary: 'The children of your own agency as a workbook, without names, birth dates and local references',
    answer: fileAnswer,
    download: true,
    handle: (actor) => exportChildren(actor),
  }),
]
