import { hkdfSync } from 'node:crypto'

/** What FIELD_KEY is used for; each purpose has a key of its own, so that one learnt key opens nothing else. */
export type KeyPurpose = 'wrap-data-keys' | 'blind-index' | 'audit-seal' | 'key-check' | 'erasure-ledger' | 'stop-words' | 'text-hash' | 'command-hash'

/** A 32-byte key for one purpose (HKDF-SHA-256). */
export const deriveKey = (fieldKey: Buffer, purpose: KeyPurpose): Buffer => {
  if (fieldKey.length !== 32) throw new Error('FIELD_KEY must be 32 bytes.')
  return Buffer.from(hkdfSync('sha256', fieldKey, '', `family-finding/${purpose}/1`, 32))
}
