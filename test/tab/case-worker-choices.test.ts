import type { CaseWorkers } from '../../tab/api/administration-queries.ts'
import { caseWorkerChoices } from '../../tab/pages/child/forms/case-worker-choices.ts'

const PRIYA = '0199a000-0000-7000-8000-000000000001'
const GONE = '0199a000-0000-7000-8000-000000000009'
const people: CaseWorkers = [{ id: PRIYA, name: 'Priya Raman', roles: ['family-finder', 'childs-social-worker'] }]

test('colleagues are named with the roles that give them cases, after nobody', () => {
  expect(caseWorkerChoices(people, { id: null, name: null })).toEqual([
    { value: '', words: 'Nobody yet' },
    { value: PRIYA, words: 'Priya Raman (family finder and child’s social worker)' },
  ])
})

test('who has the case and is among them stands there once', () => {
  expect(caseWorkerChoices(people, { id: PRIYA, name: 'Priya Raman' }).filter(({ value }) => value === PRIYA)).toHaveLength(1)
})

test('who has the case and no longer works here stays, by name; also while nobody else is read yet', () => {
  const recorded = { value: GONE, words: 'Sam Okafor (as recorded)' }
  expect(caseWorkerChoices(people, { id: GONE, name: 'Sam Okafor' })).toContainEqual(recorded)
  expect(caseWorkerChoices([], { id: GONE, name: 'Sam Okafor' })).toEqual([{ value: '', words: 'Nobody yet' }, recorded])
})
