import { isPlaceholder, readYesNo } from './answers.ts'
import { isDateField, type ChildField } from './column-kinds.ts'
import { clean, compared } from './clean.ts'
import type { Heading } from './find-heading.ts'
import { fieldOf, isGeneric, pairOf } from './heading-fields.ts'
import { readBirthCell } from './read-birth-cell.ts'
import { readDateCell } from './read-date-cell.ts'
import { columnLetter, type Cell, type TableRow } from './table.ts'
import type { PlainDate } from '../core/plain-date.ts'

export interface Column {
  readonly at: number
  /** as the file spells it; one that stands twice or is empty carries its letter: `Date agreed [M]` */
  readonly label: string
  /** none: not imported; two: both are read from the one cell */
  readonly fields: readonly ChildField[]
  /** why, where the heading alone does not say it */
  readonly note: string | null
}

/** What a person says that a column holds, by its label; null for nothing. */
export type ColumnChoices = ReadonlyMap<string, ChildField | null>

const labelled = (heading: Heading): readonly string[] => {
  const times = new Map<string, number>()
  for (const { name } of heading.cells) times.set(compared(name), (times.get(compared(name)) ?? 0) + 1)
  return heading.cells.map(({ name }, at) => (name === '' || (times.get(compared(name)) ?? 0) > 1 ? `${name} [${columnLetter(at)}]`.trim() : name))
}

interface Guess {
  readonly fields: readonly ChildField[]
  readonly note: string | null
}

/** The heading to the left that says something of its own. */
const leftOf = (heading: Heading, at: number): string => {
  for (let left = at - 1; left >= 0; left -= 1) {
    const { meant } = heading.cells[left] ?? { meant: '' }
    if (meant !== '' && !isGeneric(meant)) return meant
  }
  return ''
}

const guess = (heading: Heading, at: number, isRepeated: boolean): Guess => {
  const { meant, name } = heading.cells[at] ?? { meant: '', name: '' }
  if (meant === '') return { fields: [], note: 'no heading' }
  const pair = pairOf(name)
  if (pair) return { fields: pair, note: null }
  const own = fieldOf(meant)
  const left = leftOf(heading, at)
  const together = left === '' ? undefined : fieldOf(`${left} ${meant}`)
  if (isGeneric(meant) || (isRepeated && together !== own && together !== fieldOf(left)))
    return together === undefined || together === null
      ? { fields: [], note: null }
      : { fields: [together], note: `read together with the column to its left, "${left}"` }
  return { fields: own === undefined || own === null ? [] : [own], note: own === undefined ? 'nobody knows this heading' : null }
}

/** What a column holds is told by its first values: so many, and a tracker's end says nothing new. */
const LOOKED_AT = 300

const valuesOf = (rows: readonly TableRow[], at: number): readonly Cell[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => {
    const cell = cells[at]
    return cell === undefined || (cell.fault === undefined && clean(cell.text) === '') ? [] : [cell]
  })

const isDated = (cell: Cell, today: PlainDate): boolean => {
  const { born, due } = readBirthCell(cell, true, today)
  return born !== null || due !== null || readDateCell(cell).code !== 'no-date'
}

/** Why a column that its heading takes for dates holds none: answers to a question whose date stands elsewhere (`Match agreed?`), or words. */
const whyUndated = (field: ChildField, values: readonly Cell[], today: PlainDate): string | undefined => {
  if (!isDateField(field) || values.length === 0 || values.some((cell) => isDated(cell, today))) return undefined
  const share = (is: (cell: Cell) => boolean): number => values.filter(is).length / values.length
  if (share(({ text }) => readYesNo(text) !== undefined) >= 0.5) return 'answers yes or no; no dates stand in it'
  const isWords = values.length >= 3 && share(({ text }) => !/\d/u.test(text) && !isPlaceholder(text)) >= 0.5
  return isWords ? 'no dates stand in it' : undefined
}

/** Which column holds what: by its heading, by the column to its left where the heading says too little, by what stands in it, and first of all by what a person says. */
export const matchColumns = (heading: Heading, rows: readonly TableRow[], choices: ColumnChoices, today: PlainDate): readonly Column[] => {
  const labels = labelled(heading)
  const columns = heading.cells.flatMap(({ name }, at) => {
    const label = labels[at] ?? ''
    const values = valuesOf(rows, at)
    if (name === '' && values.length === 0) return []
    const chosen = choices.get(label)
    if (chosen !== undefined) return [{ at, label, fields: chosen === null ? [] : [chosen], note: 'as you chose', values, isChosen: true }]
    const { fields, note } = guess(heading, at, label !== name)
    const undated = fields.length === 1 && fields[0] !== undefined ? whyUndated(fields[0], values, today) : undefined
    if (undated !== undefined) return [{ at, label, fields: [], note: undated, values, isChosen: false }]
    return [{ at, label, fields, note, values, isChosen: false }]
  })

  /** Where two columns say the same, a person's choice wins, then the one that says more, then the left one. */
  const holder = new Map<ChildField, (typeof columns)[number]>()
  for (const column of columns)
    for (const field of column.fields) {
      const other = holder.get(field)
      const worth = ({ isChosen, values }: (typeof columns)[number]): number =>
        isChosen ? Infinity : isDateField(field) ? values.filter((cell) => isDated(cell, today)).length : values.length
      if (other === undefined || worth(column) > worth(other)) holder.set(field, column)
    }
  return columns.map(({ at, label, fields, note, ...column }) => {
    const kept = fields.filter((field) => holder.get(field)?.at === at)
    const lost = fields.find((field) => holder.get(field)?.at !== at)
    const instead = lost === undefined || kept.length > 0 ? undefined : holder.get(lost)
    return {
      at,
      label,
      fields: kept,
      note: instead === undefined ? note : `the column "${instead.label}" is read for this${column.isChosen ? ', as you chose' : ''}`,
    }
  })
}
