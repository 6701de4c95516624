import type * as z from 'zod'
import { pointerTo } from './problems.ts'

export interface FieldError {
  readonly pointer: string
  readonly detail: string
}
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] }

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}
const FORMATS: Readonly<Record<string, string>> = { uuid: 'a UUID', date: 'a date such as 2026-03-12', datetime: 'an instant such as 2026-03-12T10:00:00Z' }

/** Says what is wanted, and never repeats what was sent. A sentence that the contract itself gives wins over these. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must be at least ${issue.minimum.toString()}${sizeOf(issue.origin)}`
    case 'too_big':
      return `must be at most ${issue.maximum.toString()}${sizeOf(issue.origin)}`
    case 'unrecognized_keys':
      return 'is not known here; leave it out'
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? 'in the form that the description of the API gives'}`
    default:
      return 'does not fit; see the description of the API'
  }
}

const sizeOf = (origin: string): string => (origin === 'string' ? ' characters long' : origin === 'array' ? ' entries long' : '')

type Issue = z.core.$ZodIssue

/** Of a union's branches the one that came furthest tells most. */
const flatten = (issue: Issue, above: readonly PropertyKey[] = []): readonly FieldError[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail: issue.message }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map((each) => each.path.length))
    const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a))
    if (best !== undefined && best.length > 0) return best.flatMap((each) => flatten(each, path))
  }
  return [{ pointer: pointerTo(path), detail: issue.message }]
}

export const parse = <S extends z.ZodType>(schema: S, input: unknown): Parsed<z.output<S>> => {
  const read = schema.safeParse(input, { error: sentence })
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: read.error.issues.flatMap((issue) => flatten(issue)) }
}
