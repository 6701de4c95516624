import { list } from '../../../text/numbers.ts'

export interface Place {
  readonly sheet: string | null
  readonly row: number
}

const SHOWN = 12

/** `rows 5, 7 and 9`; of a workbook with several sheets `Tracker rows 5 and 7; Archive row 3`. Beyond a dozen the rest is counted. */
export const placeWords = (places: readonly Place[]): string => {
  const bySheet = new Map<string | null, number[]>()
  for (const { sheet, row } of places) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), row])
  return [...bySheet]
    .map(([sheet, rows]) => {
      const numbers = [...new Set(rows)].sort((a, b) => a - b).map((row) => row.toLocaleString('en-GB'))
      const more = numbers.length - SHOWN
      const words = more > 0 ? `${numbers.slice(0, SHOWN).join(', ')} and ${more.toLocaleString('en-GB')} more` : list(numbers)
      return `${sheet !== null && bySheet.size > 1 ? `${sheet} ` : ''}${numbers.length === 1 ? 'row' : 'rows'} ${words}`
    })
    .join('; ')
}
