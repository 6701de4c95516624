import { notFound, refuse, type Refusal } from '../../src/core/result.ts'
import { problem } from '../../src/http/problem-contract.ts'
import { problemOf } from '../../src/http/problems.ts'

const REFUSALS: readonly [Refusal, number][] = [
  [notFound().refusal, 404],
  [refuse({ kind: 'not-allowed', action: 'record this date' }).refusal, 403],
  [refuse({ kind: 'conflict', reason: 'stale-version' }).refusal, 409],
  [refuse({ kind: 'conflict', reason: 'already-done' }).refusal, 409],
  [refuse({ kind: 'conflict', reason: 'key-reused' }).refusal, 409],
  [refuse({ kind: 'conflict', reason: 'audience' }).refusal, 409],
  [refuse({ kind: 'invalid', fields: { on: 'is in the future' } }).refusal, 422],
]

test.each(REFUSALS)('%o has a status and a sentence, and fits the contract', (refusal, status) => {
  const made = problemOf(refusal)
  expect(made.status).toBe(status)
  expect(made.detail).toMatch(/[.]$/u)
  expect(problem.parse({ ...made, correlationId: 'x' })).toMatchObject({ status })
})

test('what is hidden or absent is answered in the words agreed', () => {
  expect(problemOf({ kind: 'not-found' }).detail).toBe(
    "You can't open this. It may not exist, or it may belong to another agency. If you think you should see it, ask your practice manager.",
  )
})

test('a refused field is a JSON pointer', () => {
  expect(problemOf({ kind: 'invalid', fields: { 'needs.0.grade': 'is unknown', on: 'is in the future' } }).errors).toEqual([
    { pointer: '/needs/0/grade', detail: 'is unknown' },
    { pointer: '/on', detail: 'is in the future' },
  ])
})
