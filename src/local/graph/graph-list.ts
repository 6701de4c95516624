import { GraphFailure } from './graph-answer.ts'
import type { GraphAnswer } from './graph-answer.ts'
import type { GraphCall } from './graph-call.ts'

const wholeNumber = (value: unknown, name: string, otherwise: number, most: number): number => {
  if (value === undefined) return otherwise
  const number = typeof value === 'string' && /^\d{1,6}$/u.test(value) ? Number(value) : Number.NaN
  if (Number.isNaN(number) || number > most) throw new GraphFailure(400, 'BadRequest', `Invalid value for the query option ${name}.`)
  return number
}

/** Keeps the properties that `$select` names, and the id. */
export const selected = (item: object, { query }: GraphCall): object => {
  const wanted = typeof query['$select'] === 'string' ? query['$select'].split(',').map((name) => name.trim()) : undefined
  return wanted ? Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || wanted.includes(name))) : item
}

/** `subject eq '…'`: the only filter that the double knows. */
export const subjectFilter = ({ query }: GraphCall): string | undefined => {
  const filter = query['$filter']
  if (filter === undefined) return undefined
  const subject = typeof filter === 'string' ? /^subject eq '(?<subject>(?:[^']|'')*)'$/u.exec(filter)?.groups?.['subject'] : undefined
  if (subject === undefined) throw new GraphFailure(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.')
  return subject.replaceAll("''", "'")
}

const queryTexts = ({ query }: GraphCall): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** A page of ten unless `$top` asks for more; the next link is Graph's own address, as the client must believe in it. */
export const page = (items: readonly object[], call: GraphCall, path: string): GraphAnswer => {
  const top = wholeNumber(call.query['$top'], '$top', 10, 1000)
  const skip = wholeNumber(call.query['$skip'], '$skip', 0, 999_999)
  const next = new URLSearchParams({ ...queryTexts(call), $skip: String(skip + top) })
  const value = items.slice(skip, skip + top).map((item) => selected(item, call))
  const link = items.length > skip + top ? { '@odata.nextLink': `https://graph.microsoft.com/v1.0${path}?${next.toString()}` } : {}
  return { status: 200, body: { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path.slice(1)}`, ...link, value } }
}
