import { compared } from './clean.ts'

/** An answer of the return without its letter: `b) Male` is `male`. */
const withoutLetter = (cell: string): string => compared(cell).replace(/^[a-z]{1,2}\)\s*/u, '')

const SEX: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['female', 'female'],
  ['f', 'female'],
  ['girl', 'female'],
  ['male', 'male'],
  ['m', 'male'],
  ['boy', 'male'],
])
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['no', false],
  ['n', false],
])
const REASONS = ['RD1', 'RD2', 'RD3', 'RD4'] as const
export type ReasonAnswer = (typeof REASONS)[number]

/** Each answers undefined for what it does not know. */
export const readSex = (cell: string): 'female' | 'male' | undefined => SEX.get(withoutLetter(cell))
export const readYesNo = (cell: string): boolean | undefined => YES_NO.get(withoutLetter(cell))
export const readReason = (cell: string): ReasonAnswer | undefined => REASONS.find((reason) => reason.toLowerCase() === withoutLetter(cell))
/** The code of the national return as the cell spells it, in capitals: `a) WBRI` is `WBRI`. Which codes there are, children knows. */
export const readCode = (cell: string): string => withoutLetter(cell).toUpperCase()
