import { FINDING_KINDS, type FindingKind } from '../../src/safeguards/anonymity/checker/finding-kinds.ts'
import { CLEAN, DRAWN, FRAMES } from './frames.ts'

export interface NamesToDraw {
  readonly givenNames: readonly string[]
  readonly surnames: readonly string[]
  readonly places: readonly string[]
}

/** A text with what somebody would say of it: the kind that identifies, or that it is clean. */
export interface JudgedText {
  readonly text: string
  readonly kind: FindingKind | 'clean'
}

/** The same seed gives the same texts (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const OUTWARD = ['NG7', 'LE4', 'DE22', 'NN16', 'PE25', 'DN17', 'LN6', 'S41', 'CV12', 'B31']

/** Texts from frames and lists: `each` of every kind, and as many clean ones as there are frames times `each`. */
export const generateTexts = ({ givenNames, surnames, places }: NamesToDraw, each: number, seed: number): readonly JudgedText[] => {
  const below = randomFrom(seed)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  const digits = (count: number): string => Array.from({ length: count }, () => below(10).toString()).join('')
  const draw = (name: string, small: boolean): string => {
    const cased = (word: string): string => (small ? word : word.split(' ').map(capital).join(' '))
    const number = /^n(?<count>\d)$/u.exec(name)?.groups?.['count']
    if (number !== undefined) return digits(Number(number)).replace(/^0/u, '4')
    const day = 1 + below(28)
    const fixed: Readonly<Record<string, () => string>> = {
      given: () => cased(one(givenNames)),
      surname: () => cased(one(surnames)),
      town: () => cased(one(places)),
      cap: () => capital(one(places)),
      post: () => `${one(OUTWARD)} ${(1 + below(9)).toString()}${one(['AB', 'QX', 'JT', 'WD'])}`,
      out: () => one(OUTWARD.slice(0, 7)),
      d: () => day.toString(),
      d2: () => day.toString().padStart(2, '0'),
      m2: () => (1 + below(12)).toString().padStart(2, '0'),
      year: () => (2017 + below(8)).toString(),
      yy: () => (17 + below(8)).toString(),
    }
    return (fixed[name] ?? (() => one(DRAWN[name] ?? [''])))()
  }
  const fill = (frame: string, small: boolean): string => frame.replaceAll(/\{(?<name>\w+)\}/gu, (_, name: string) => draw(name, small))
  const texts: JudgedText[] = []
  for (const kind of FINDING_KINDS)
    for (let made = 0; made < each; made++) {
      const frame = one(FRAMES[kind])
      texts.push({ text: fill(frame, /^[a-z]/u.test(frame)), kind })
    }
  for (let made = 0; made < each * 8; made++) texts.push({ text: Array.from({ length: 1 + below(3) }, () => fill(one(CLEAN), false)).join(' '), kind: 'clean' })
  return texts
}
