import { clean } from './clean.ts'
import { fieldOf, isAdoptersHeading, isGeneric } from './heading-fields.ts'
import { headingWords } from './heading-words.ts'
import type { Cell, Merge, Sheet, TableRow } from './table.ts'

/** One column's heading: its words as the file spells them, and the words that say what it means. */
export interface HeadingCell {
  readonly name: string
  /** of a heading in two rows the lower one alone, where it says enough */
  readonly meant: string
}

export interface Heading {
  /** one number, or two where the heading stands in two rows */
  readonly rows: readonly number[]
  readonly cells: readonly HeadingCell[]
  /** how many of the fields of a children's tracker it names, and how much only a list of adopters has */
  readonly fields: number
  readonly adopters: number
}

const SEARCHED_ROWS = 60
/** The longest heading of Annex A has 90 characters; a sentence above the table may have more. */
const LONGEST = 120

const mergeAt = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find((merge) => row >= merge.fromRow && row <= merge.toRow && column >= merge.fromColumn && column <= merge.toColumn)

const textOf = (cell: Cell | undefined): string => {
  const text = clean(cell?.text ?? '')
  return text.length > LONGEST ? '' : text
}

/** The words of a heading row, each merged cell's in every column that it covers. */
const spread = ({ row, cells }: TableRow, byRow: ReadonlyMap<number, TableRow>, merges: readonly Merge[], width: number): readonly string[] =>
  Array.from({ length: width }, (_hole, column) => {
    const own = textOf(cells[column])
    if (own !== '') return own
    const merge = mergeAt(merges, row, column)
    return merge === undefined ? '' : textOf(byRow.get(merge.fromRow)?.cells[merge.fromColumn])
  })

type Meaning = ReturnType<typeof fieldOf>

/** What words mean, worked out once for each: a row is looked at alone and under the one above it. */
class Meanings {
  readonly #fields = new Map<string, Meaning>()
  readonly #adopters = new Map<string, boolean>()

  of(words: string): Meaning {
    if (!this.#fields.has(words)) this.#fields.set(words, fieldOf(words))
    return this.#fields.get(words)
  }

  isAdopters(words: string): boolean {
    const is = this.#adopters.get(words) ?? isAdoptersHeading(words)
    this.#adopters.set(words, is)
    return is
  }
}

const judged = (rows: readonly number[], cells: readonly HeadingCell[], meanings: Meanings): Heading => {
  const fields = new Set(cells.map(({ meant }) => meanings.of(meant)).filter((field) => field !== undefined && field !== null))
  return { rows, cells, fields: fields.size, adopters: cells.filter(({ meant }) => meanings.isAdopters(meant)).length }
}

/** Says too little or something else without the group above it: `Date` under `ADM decision`, `Ref` under `Sibling group`. */
const needsGroup = (sub: string): boolean =>
  isGeneric(sub) ||
  /^(?:reference|number|no|panel|placed|agreed|plan|group|order|name|worker|date placed|placed date|status|y n|yes no|live|made|start(?:ed)?)$/u.test(
    headingWords(sub),
  )

const twoRows = (group: string, sub: string, meanings: Meanings): HeadingCell => {
  if (group === '' || sub === '' || group === sub) return { name: sub || group, meant: sub || group }
  const together = `${group} ${sub}`
  const [first, second] = needsGroup(sub) ? [together, sub] : [sub, together]
  return { name: together, meant: meanings.of(first) === undefined ? second : first }
}

/** A group's words stand over its first column only where a file has no merged cells. */
const carriedOn = (groups: readonly string[], subs: readonly string[]): readonly string[] => {
  let last = ''
  return groups.map((group, column) => {
    if (group !== '') last = group
    return group === '' && subs[column] !== '' ? last : group
  })
}

const holdsValues = ({ cells }: TableRow): boolean =>
  cells.some((cell) => cell !== undefined && (cell.day !== undefined || cell.fault !== undefined || /^\d+$|\d[/.-]\d/u.test(clean(cell.text))))

/** The first rows, as long as they have no more cells than a heading and what stands above it. */
const searchedRows = (rows: readonly TableRow[], most: number): readonly TableRow[] => {
  let left = most
  return rows.slice(0, SEARCHED_ROWS).filter(({ cells }) => {
    left -= cells.length
    return left > 0
  })
}

/**
 * The heading of a sheet, wherever it stands below titles: the row that names the most fields, or two rows where they say more
 * together. Undefined where no row of the first sixty names any. `most`: cells that are looked at.
 */
export const findHeading = ({ rows, merges }: Sheet, most: number): Heading | undefined => {
  const meanings = new Meanings()
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const searched = searchedRows(rows, most)
  const width = Math.max(0, ...searched.map(({ cells }) => cells.length))
  let best: Heading | undefined
  const worth = (heading: Heading | undefined): number => (heading === undefined ? 0 : Math.max(heading.fields, heading.adopters))
  for (const row of searched) {
    const texts = spread(row, byRow, merges, width)
    const single = judged(
      [row.row],
      texts.map((text) => ({ name: text, meant: text })),
      meanings,
    )
    if (worth(single) > worth(best)) best = single
  }
  if (best === undefined) return undefined
  for (const row of searched) {
    const below = byRow.get(row.row + 1)
    if (below === undefined || holdsValues(below) || below.cells.filter((cell) => textOf(cell) !== '').length < 2) continue
    const subs = spread(below, byRow, merges, width)
    const groups = spread(row, byRow, merges, width)
    const carried = merges.length === 0 ? carriedOn(groups, subs) : groups
    const pair = judged(
      [row.row, below.row],
      subs.map((sub, column) => twoRows(carried[column] ?? '', sub, meanings)),
      meanings,
    )
    if (worth(pair) > worth(best)) best = pair
  }
  return best
}
