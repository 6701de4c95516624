import { sql, type RawBuilder } from 'kysely'
import type { ChildTables } from './child-tables.ts'

/** Columns whose value is JSON already: a list or an object, and not the text of one. */
const JSON_COLUMNS: readonly string[] = ['attempts', 'pauses', 'need_grades', 'route_dates', 'days']

const jsonValue = (column: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return JSON_COLUMNS.includes(column) && typeof value === 'string' ? JSON.parse(value) : value
}

/**
 * An `insert` of many rows that sends them as one JSON parameter: several times quicker than one parameter a value, and without the
 * protocol's limit of 65,535. All rows have the columns of the first.
 */
export const insertMany = (table: keyof ChildTables, rows: readonly object[], after: RawBuilder<unknown> = sql``): RawBuilder<unknown> => {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, jsonValue(column, value)]))))
  return sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${after}`
}

/** `on conflict … do update` of these columns with what was to be inserted. */
export const replaceColumns = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))

/** Rows in one statement, so that none is very long. */
const AT_ONCE = 1000
export const inParts = async <T>(all: readonly T[], work: (part: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE) await work(all.slice(from, from + AT_ONCE))
}
