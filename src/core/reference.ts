import { randomInt } from 'node:crypto'
import type { Branded } from './ids.ts'

/** Crockford's base-32 alphabet: no I, L, O or U, so that a reference can be read out on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type ReferencePrefix = 'FF' | 'AH' | 'LK' | 'EV' | 'MT'
/** `FF-7K3Q0`: prefix, four random characters and a Luhn-mod-32 check character. Holds no part of a real id. */
export type Reference<P extends ReferencePrefix = ReferencePrefix> = Branded<`Reference-${P}`>
export type ChildReference = Reference<'FF'>
export type MeetingReference = Reference<'MT'>

const checkCharacter = (body: string): string => {
  let factor = 2
  let sum = 0
  for (const character of [...body].reverse()) {
    const addend = factor * ALPHABET.indexOf(character)
    sum += Math.floor(addend / 32) + (addend % 32)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET.charAt((32 - (sum % 32)) % 32)
}

export const newReference = <P extends ReferencePrefix>(prefix: P, random: (below: number) => number = (below) => randomInt(below)): Reference<P> => {
  const body = Array.from({ length: 4 }, () => ALPHABET.charAt(random(32))).join('')
  return `${prefix}-${body}${checkCharacter(body)}` as Reference<P>
}

/**
 * Reads a reference as people type it: any case, with or without the hyphen, `O` for 0, `I` and `L` for 1.
 * Returns undefined when the prefix is another one or the check character does not fit.
 */
export const parseReference = <P extends ReferencePrefix>(prefix: P, typed: string): Reference<P> | undefined => {
  const bare = typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s‐-―-]/gu, '')
  if (!bare.startsWith(prefix)) return undefined
  const body = bare.slice(prefix.length).replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  if (body.length !== 5 || [...body].some((character) => !ALPHABET.includes(character))) return undefined
  const random = body.slice(0, 4)
  return checkCharacter(random) === body.slice(4) ? (`${prefix}-${body}` as Reference<P>) : undefined
}
