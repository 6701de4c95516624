/** A unique index holds this already: somebody else saved it first. */
export const isUniqueViolation = (error: unknown): boolean => errorCode(error) === '23505'

/** Somebody else was at it at the same moment: thrown within a transaction, it does its work again, as PostgreSQL's own 40001 does. */
export const tryAgain = (sentence: string, cause?: unknown): Error => Object.assign(new Error(sentence, { cause }), { code: '40001' })

/** The code of a fault as the operating system or PostgreSQL gives it: `EEXIST`, `40001`; undefined for anything else. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
