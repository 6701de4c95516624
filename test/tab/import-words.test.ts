import type { ImportFinding } from '../../tab/api/import-queries.ts'
import { groupFindings } from '../../tab/pages/administration/import/finding-groups.ts'
import { placeWords } from '../../tab/pages/administration/import/place-words.ts'

const at = (row: number, sheet: string | null = 'Tracker') => ({ sheet, row })

test.each([
  [[at(5)], 'row 5'],
  [[at(9), at(5), at(5)], 'rows 5 and 9'],
  [[at(5), at(3, 'Archive')], 'Tracker row 5; Archive row 3'],
  [[at(1500, null)], 'row 1,500'],
])('places in words', (places, words) => {
  expect(placeWords(places)).toBe(words)
})

test('a long list of rows is counted beyond a dozen', () => {
  expect(placeWords(Array.from({ length: 20 }, (_hole, row) => at(row + 1)))).toBe('rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more')
})

test('the same sentence about the same column is said once, what stands most often first', () => {
  const finding = (row: number, column: string, sentence: string): ImportFinding => ({
    ...at(row),
    code: 'no-date',
    severity: 'warning',
    column,
    otherColumns: [],
    sentence,
  })
  const groups = groupFindings([finding(1, 'Panel', 'No date.'), finding(2, 'PO', 'No date.'), finding(3, 'PO', 'No date.'), finding(3, 'PO', 'Other.')])
  expect(groups.map(({ column, sentence, places }) => [column, sentence, places.map(({ row }) => row)])).toEqual([
    ['PO', 'No date.', [2, 3]],
    ['Panel', 'No date.', [1]],
    ['PO', 'Other.', [3]],
  ])
})
