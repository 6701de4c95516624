/** Why a use case said no. Anything not in this list is a bug or an outage, and throws. */
export type Refusal =
  | { readonly kind: 'not-found' } // also for a record that this actor may not see
  | { readonly kind: 'not-allowed'; readonly action: string }
  | { readonly kind: 'conflict'; readonly reason: ConflictReason }
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, string>> }

export type ConflictReason = 'stale-version' | 'already-done' | 'key-reused' | 'audience' | 'glass-closed'

export type Result<T> = Ok<T> | Refused
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal })

/** One wrong field; the sentence says what to write instead. */
export const invalid = (field: string, sentence: string): Refused => refuse({ kind: 'invalid', fields: { [field]: sentence } })
export const notFound = (): Refused => refuse({ kind: 'not-found' })
