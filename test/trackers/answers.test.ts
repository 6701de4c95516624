import { readReason, readRoute } from '../../src/trackers/answers.ts'

test.each([
  ['RD2', 'RD2'],
  ['3', 'RD3'],
  ['Needs of the child have changed', 'RD1'],
  ['Change in needs', 'RD1'],
  ['The court has refused the order', 'RD2'],
  ['No placement order made', 'RD2'],
  ['No adopters', 'RD3'],
  ['Adopters could not be found', 'RD3'],
  ['found, not a family', undefined],
  ['Other: see notes', 'RD4'],
  ['moved house', undefined],
])('the reason “%s” is %s', (cell, reason) => {
  expect(readReason(cell)).toBe(reason)
})

test('what stands behind more than any answer is not read', () => {
  expect(readReason(`${'x '.repeat(150)}no adopters`)).toBeUndefined()
  expect(readRoute(`${'x '.repeat(150)}FfA`)).toBeUndefined()
})
