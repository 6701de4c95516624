import { formsOffered } from '../../tab/pages/child/forms-offered.ts'
import { aSharedChild, anOwnChild } from './a-child.ts'

const onHold = { kind: 'on-hold', reason: 'health', from: '2026-11-03', until: null } as const
const challenged = { ...onHold, kind: 'legal-challenge', reason: 'other' } as const

test('nothing is offered that the service did not allow', () => {
  expect(formsOffered(anOwnChild({}))).toEqual([])
  expect(formsOffered(aSharedChild({ actions: ['read', 'post', 'edit', 'record-date'] }))).toEqual([])
})

test('each form is offered by what allows it', () => {
  expect(formsOffered(anOwnChild({ recordable: ['matched'] }))).toEqual(['record-date'])
  expect(formsOffered(anOwnChild({ mayDisrupt: true }))).toEqual(['disruption'])
  expect(formsOffered(anOwnChild({ mayTakeBack: true }))).toEqual(['take-back'])
  expect(formsOffered(anOwnChild({ mayDecideAgain: true }))).toEqual(['start-again'])
  expect(formsOffered(anOwnChild({ actions: ['edit'] }))).toEqual(['pause', 'facts', 'needs', 'sibling-plan', 'next-step'])
  expect(formsOffered(anOwnChild({ actions: ['edit'], expectedBirth: '2027-03' }))).toContain('birth')
})

test('a pause is ended where one is open, and begun where one of its kind is not', () => {
  expect(formsOffered(anOwnChild({ actions: ['edit'], pauses: [onHold] }))).toEqual(expect.arrayContaining(['pause', 'resume']))
  const both = formsOffered(anOwnChild({ actions: ['edit'], pauses: [onHold, challenged] }))
  expect(both).toContain('resume')
  expect(both).not.toContain('pause')
  expect(formsOffered(anOwnChild({ actions: ['edit'], pauses: [{ ...onHold, until: '2026-11-10' }] }))).not.toContain('resume')
})
