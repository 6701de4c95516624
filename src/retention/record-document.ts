import type { RecordTable, RecordValue } from '../database/record-part.ts'

export interface RecordDocument {
  readonly title: string
  /** sentences above everything: what this is, and what it is not */
  readonly notes: readonly string[]
  readonly parts: readonly { readonly title: string; readonly tables: readonly RecordTable[] }[]
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character)

const words = (value: RecordValue): string => {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return escaped(String(value))
}

const cells = (tag: 'td' | 'th scope="col"', texts: readonly string[]): string => {
  const closing = tag.slice(0, 2)
  return `<tr>${texts.map((text) => `<${tag}>${text}</${closing}>`).join('')}</tr>`
}

const tableOf = ({ heading, rows }: RecordTable): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const body =
    rows.length === 0
      ? '<p>Nothing recorded.</p>'
      : `<table><thead>${cells('th scope="col"', columns.map(escaped))}</thead><tbody>${rows
          .map((row) =>
            cells(
              'td',
              columns.map((column) => words(row[column] ?? null)),
            ),
          )
          .join('')}</tbody></table>`
  return `<h3>${escaped(heading)}</h3>${body}`
}

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}' +
  'th,td{border:1px solid #888;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}h2{border-bottom:2px solid}@media print{body{margin:0}}'

/**
 * One file for a person and for a program: it opens in every browser, prints as it is, runs nothing and asks nothing of any network; the
 * same facts lie in it as JSON (element `record`). `<` is written as \u003c there, so that no text can end the element.
 */
export const recordDocument = ({ title, notes, parts }: RecordDocument): Uint8Array<ArrayBuffer> => {
  const json = JSON.stringify({ format: 'family-finding-record/1', title, notes, parts }).replaceAll('<', '\\u003c')
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
${parts.map((part) => `<section><h2>${escaped(part.title)}</h2>${part.tables.map(tableOf).join('')}</section>`).join('\n')}
<script type="application/json" id="record">${json}</script></body></html>
`
  return new Uint8Array(Buffer.from(html, 'utf8'))
}
