/** Numbers that look random and are the same at every start (mulberry32). */
export interface Random {
  /** a whole number from 0 to below */
  readonly below: (limit: number) => number
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(from: readonly [T, ...(readonly T[])]) => T
  readonly chance: (ofHundred: number) => boolean
  readonly uuid: () => string
}

export const seededRandom = (seed: number): Random => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const hex = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (from) => from[below(from.length)] ?? from[0],
    chance: (ofHundred) => below(100) < ofHundred,
    uuid: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
