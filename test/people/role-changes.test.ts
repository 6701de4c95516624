import type { WorkerId } from '../../src/core/ids.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import type { Result } from '../../src/core/result.ts'
import type { Membership, RoleHeld } from '../../src/people/people.ts'
import { administersFrom, isLastAdministrator, leaving, roleEnded, roleGiven } from '../../src/people/administration/role-changes.ts'

const day = (text: string) => text as PlainDate
const TODAY = day('2026-11-22')
const held = (grantedOn: string, endedOn: string | null = null): RoleHeld => ({
  role: 'administrator',
  grantedOn: day(grantedOn),
  endedOn: endedOn === null ? null : day(endedOn),
})
const person = (roles: readonly RoleHeld[], leftOn: string | null = null): Membership => ({ roles, leftOn: leftOn === null ? null : day(leftOn) })
/** the value, or what was wrong: the field, or the reason of the conflict */
const outcome = <T>(result: Result<T>) => {
  if (result.ok) return result.value
  const { refusal } = result
  return refusal.kind === 'invalid' ? Object.keys(refusal.fields)[0] : refusal.kind === 'conflict' ? refusal.reason : refusal.kind
}

test.each([
  ['from today', [], TODAY, held('2026-11-22')],
  ['from a later day', [], '2026-12-01', held('2026-12-01')],
  ['from yesterday', [], '2026-11-21', 'from'],
  ['which is held', [held('2026-01-05')], TODAY, 'already-done'],
  ['which is held, from a later day', [held('2026-01-05')], '2026-12-01', 'already-done'],
  ['which was held and has ended', [held('2026-01-05', '2026-06-01')], TODAY, held('2026-11-22')],
  ['which ended today', [held('2026-01-05', '2026-11-22')], TODAY, held('2026-11-22')],
  ['which is to end later', [held('2026-01-05', '2026-12-01')], TODAY, 'from'],
  ['which is to end later, from the day on which it ends', [held('2026-01-05', '2026-12-01')], '2026-12-01', held('2026-12-01')],
  ['which is to be held from a later day', [held('2026-12-01')], TODAY, 'from'],
])('a role %s', (_case, roles, from, expected) => {
  expect(outcome(roleGiven(person(roles), 'administrator', day(from), TODAY))).toEqual(expected)
})

test('who has left is given no role, and who is leaving none from that day on', () => {
  expect(outcome(roleGiven(person([], '2026-11-22'), 'family-finder', TODAY, TODAY))).toBe('person')
  expect(outcome(roleGiven(person([], '2026-12-01'), 'family-finder', day('2026-12-01'), TODAY))).toBe('from')
  expect(outcome(roleGiven(person([], '2026-12-01'), 'family-finder', TODAY, TODAY))).toMatchObject({ grantedOn: TODAY })
})

test.each([
  ['today', held('2026-01-05'), TODAY, held('2026-01-05', '2026-11-22')],
  ['on a later day', held('2026-01-05'), '2026-12-31', held('2026-01-05', '2026-12-31')],
  ['yesterday', held('2026-01-05'), '2026-11-21', 'on'],
  ['before it begins', held('2026-12-10'), '2026-12-09', 'on'],
  ['on the day on which it begins, so that it is never held', held('2026-12-10'), '2026-12-10', held('2026-12-10', '2026-12-10')],
  ['earlier than it was to end', held('2026-01-05', '2026-12-31'), '2026-12-01', held('2026-01-05', '2026-12-01')],
  ['later than it was to end', held('2026-01-05', '2026-12-01'), '2026-12-31', 'on'],
  ['when it has', held('2026-01-05', '2026-06-01'), TODAY, 'already-done'],
  ['on the day on which it is to end already', held('2026-01-05', '2026-12-01'), '2026-12-01', 'already-done'],
])('a role ends %s', (_case, role, on, expected) => {
  expect(outcome(roleEnded(person([role]), role, day(on), TODAY))).toEqual(expected)
})

test('a role that was never held cannot end', () => {
  expect(outcome(roleEnded(person([held('2026-01-05')]), { role: 'administrator', grantedOn: day('2026-01-06') }, TODAY, TODAY))).toBe('not-found')
  expect(outcome(roleEnded(person([held('2026-01-05')]), { role: 'family-finder', grantedOn: day('2026-01-05') }, TODAY, TODAY))).toBe('not-found')
})

test('leaving is today or later, may be moved while it lies ahead, and is done once', () => {
  expect(outcome(leaving(person([]), TODAY, TODAY))).toBe(TODAY)
  expect(outcome(leaving(person([]), day('2026-11-21'), TODAY))).toBe('on')
  expect(outcome(leaving(person([], '2026-12-31'), day('2026-12-01'), TODAY))).toBe('2026-12-01')
  expect(outcome(leaving(person([], '2026-12-31'), day('2026-12-31'), TODAY))).toBe('already-done')
  expect(outcome(leaving(person([], '2026-11-01'), TODAY, TODAY))).toBe('already-done')
})

test('the last administrator is the one whom nobody follows without a gap and without an end', () => {
  const [ama, ben] = ['ama', 'ben'] as unknown as readonly [WorkerId, WorkerId]
  const both = [
    { workerId: ama, grantedOn: day('2026-01-05') },
    { workerId: ben, grantedOn: day('2026-12-01') },
  ]
  expect(isLastAdministrator(ama, both.slice(0, 1), TODAY)).toBe(true)
  expect(isLastAdministrator(ama, both, TODAY)).toBe(true)
  expect(isLastAdministrator(ama, both, day('2026-12-01'))).toBe(false)
  expect(isLastAdministrator(ben, both, TODAY)).toBe(false)
})

test('who administers from a day on: a role that goes on then, of somebody who is still there', () => {
  expect(administersFrom(person([held('2026-01-05')]), TODAY)).toBe(true)
  expect(administersFrom(person([held('2026-12-01')]), TODAY)).toBe(true)
  expect(administersFrom(person([held('2026-01-05', '2026-12-01')]), day('2026-12-01'))).toBe(false)
  expect(administersFrom(person([held('2026-01-05')], '2026-12-01'), day('2026-12-01'))).toBe(false)
})
