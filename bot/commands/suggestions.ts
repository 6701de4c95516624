/** What can be typed, as it is shown to somebody whose words were not understood. */
export const EXAMPLES = {
  waiting: 'waiting',
  changed: 'changed since Monday',
  changes: 'changes',
  'my children': 'my children',
  'order not placed': 'order not placed',
  'who has no profile yet': 'who has no profile yet',
  'harder to place': 'harder to place',
  'on hold': 'waiting on hold',
  child: 'child FF-7K3Q0',
  record: 'record placement order FF-7K3Q0 12 March',
  post: 'post FF-7K3Q0 to #regional',
  schedule: 'schedule tracking every other Tuesday at 10',
  meetings: 'meetings',
  'who am i': 'who am I',
  'work as': 'work as Leicestershire',
  help: 'help',
} as const

/** Letters to insert, remove, replace or swap with a neighbour. */
const distance = (one: string, other: string): number => {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1]
    for (const [column, wanted] of Array.from(other).entries()) {
      const swapped = index > 0 && column > 0 && letter === other[column - 1] && one[index - 1] === wanted ? (before[column - 1] ?? Infinity) + 1 : Infinity
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (row[column] ?? 0) + (letter === wanted ? 0 : 1), swapped))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}

/** The word that was probably meant; undefined where none is near, or the word is too short to tell. */
export const nearWord = (word: string, known: readonly string[]): string | undefined => {
  if (word.length < 4 || word.length > 20) return undefined
  const [near] = known
    .filter((one) => one.length > 3)
    .map((one) => ({ one, far: distance(word, one) }))
    .toSorted((a, b) => a.far - b.far)
  return near !== undefined && near.far > 0 && near.far <= (word.length < 7 ? 1 : 2) ? near.one : undefined
}

/** The commands whose first word is nearly what was typed, nearest first; the usual beginnings when none is. */
export const suggestionsFor = (typed: string): readonly string[] => {
  const words = typed.split(' ').slice(0, 8)
  const near = Object.entries(EXAMPLES)
    .map(([name, example]) => {
      const first = name.split(' ')[0] ?? name
      // a short word is near too many others: "in" is not "on"
      const farOf = (word: string): number =>
        word.length < 4 || first.length < 4 ? (word === first ? 0 : 1) : distance(word.slice(0, 20), first) / first.length
      return { example, far: Math.min(...words.map(farOf)) }
    })
    .filter(({ far }) => far <= 0.4)
    .toSorted((one, other) => one.far - other.far)
    .map(({ example }) => example)
  return near.length > 0 ? near.slice(0, 3) : [EXAMPLES.waiting, EXAMPLES.child, EXAMPLES.help]
}
