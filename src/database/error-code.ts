/** The code of a fault as the operating system or PostgreSQL gives it: `EEXIST`, `40001`; undefined for anything else. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
