import { createHash } from 'node:crypto'

/** Equal for equal plain JSON: says whether what is confirmed is what was shown, without keeping it. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url')
