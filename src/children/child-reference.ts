import { parseReference, type ChildReference } from '../core/reference.ts'
import { invalid, ok, type Result } from '../core/result.ts'

/** Reads a child's reference as people type it; the refusal says what one looks like. */
export const readChildReference = (typed: string): Result<ChildReference> => {
  const reference = parseReference('FF', typed)
  return reference ? ok(reference) : invalid('reference', 'A child’s reference looks like FF-7K3Q0. Please check the letters and digits.')
}
