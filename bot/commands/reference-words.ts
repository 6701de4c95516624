import { parseReference, type ChildReference } from '../../src/core/reference.ts'

/** Something shaped like a reference: five characters after FF. */
const LIKE_A_REFERENCE = /\bff[\s-]?([a-z0-9]{5})\b/iu
const NEARLY_A_REFERENCE = /\bff[\s-]?[a-z0-9]*\b/iu

export type ReferenceRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'reference'; readonly reference: ChildReference; readonly rest: string }
  /** nearly one: the sentence says how one looks */
  | { readonly kind: 'wrong'; readonly sentence: string }

/** The child's reference that a text names, as tolerantly as people write it, and the text without it. */
export const takeReference = (text: string): ReferenceRead => {
  const found = LIKE_A_REFERENCE.exec(text)
  const reference = found?.[1] === undefined ? undefined : parseReference('FF', `FF-${found[1]}`)
  if (found !== null && reference !== undefined) return { kind: 'reference', reference, rest: text.replace(found[0], ' ') }
  const nearly = NEARLY_A_REFERENCE.exec(text)
  if (nearly === null) return { kind: 'none' }
  return {
    kind: 'wrong',
    sentence: `${nearly[0].trim().toUpperCase().slice(0, 20)} is not a reference. One looks like FF-7K3Q0: two letters and five characters, the last of which checks the rest. Look at it again, or type *waiting*.`,
  }
}
