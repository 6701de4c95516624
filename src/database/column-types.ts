import { types as pgTypes } from 'pg'
import type { CustomTypesConfig } from 'pg'

const INT8 = 20
const DATE = 1082
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182

/** A count is a number; a bigint that a number cannot hold exactly stays a bigint. */
const parseInt8 = (text: string): number | bigint => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

const elementsOf = (text: string): readonly string[] => {
  const inner = text.slice(1, -1)
  return inner === '' ? [] : inner.split(',')
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  // pg would build a Date in the process's own time zone
  [DATE, (text) => text],
  [INT8_ARRAY, (text) => elementsOf(text).map((element) => (element === 'NULL' ? null : parseInt8(element)))],
  [DATE_ARRAY, (text) => elementsOf(text).map((element) => (element === 'NULL' ? null : element))],
])

type TypeId = Parameters<typeof pgTypes.getTypeParser>[0]

/** How columns become JavaScript values, the same on both engines: a `date` is its text, a `timestamptz` a Date, `int8` a number where safe. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid: TypeId, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? (pgTypes.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as (text: string) => unknown),
}
