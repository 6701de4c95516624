import * as z from 'zod'

export const count = z.int().min(0)

/** A count for each of these names. */
export const counts = <N extends string>(names: readonly N[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, count])) as Record<N, typeof count>)
