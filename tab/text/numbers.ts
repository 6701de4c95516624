/** `1 child`, `27 children`, `805 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const days = (count: number): string => counted(count, 'day')
export const children = (count: number): string => counted(count, 'child', 'children')

/** `Leicester, Rutland and Lincolnshire` */
export const list = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`)

/** Begins with a capital, as a sentence does. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
