import { ROLES } from '../../src/core/actor.ts'
import { ROLE_CHOICES, ROLE_WORDS, heldWords, isRole } from '../../tab/text/roles.ts'

const role = { role: 'agency-decision-maker', grantedOn: '2026-01-05', endedOn: null, state: 'held' } as const

test.each([
  [role, 'Agency decision maker (ADM) since 5 Jan 2026'],
  [{ ...role, endedOn: '2026-12-01' }, 'Agency decision maker (ADM) since 5 Jan 2026; ends 1 Dec 2026'],
  [{ ...role, state: 'to-come', grantedOn: '2026-12-01' } as const, 'Agency decision maker (ADM) from 1 Dec 2026'],
  [{ ...role, state: 'ended', endedOn: '2026-03-01' } as const, 'Agency decision maker (ADM), ended 1 Mar 2026'],
])('%j is said in words', (held, words) => {
  expect(heldWords(held)).toBe(words)
})

test('every role can be chosen by a name of its own, and nothing else is a role', () => {
  expect(ROLE_CHOICES.map(({ value }) => value)).toEqual([...ROLES])
  expect(new Set(Object.values(ROLE_WORDS)).size).toBe(ROLES.length)
  expect(ROLE_CHOICES.every(({ value }) => isRole(value))).toBe(true)
  expect(isRole('king')).toBe(false)
})
