import { createHmac, randomBytes } from 'node:crypto'
import { deriveKey } from './keys.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/** The encrypted columns of one record, under that record's own data key. */
export interface RecordSecrets {
  seal(column: string, text: string): Uint8Array
  /** Throws when the bytes were changed or belong to another record or column. */
  open(column: string, bytes: Uint8Array): string
}

/** Encrypts the columns of one table. Destroying a record's wrapped key makes its columns unreadable for good. */
export interface FieldEncryption {
  /** A new data key for this record, wrapped by FIELD_KEY. */
  newKey(recordId: string): Uint8Array
  withKey(recordId: string, wrapped: Uint8Array): RecordSecrets
  /** The same bytes for the same value of the same agency; nothing can be read from it (HMAC-SHA-256). */
  blindIndex(agencyId: number, value: string): Uint8Array
}

/** @param fieldKey 32 bytes @param table the table's name is bound to every value, as are the record's id and the column */
export const fieldEncryption = (fieldKey: Buffer, table: string): FieldEncryption => {
  const wrapping = deriveKey(fieldKey, 'wrap-data-keys')
  const indexing = deriveKey(fieldKey, 'blind-index')
  const keyPlace = (recordId: string): string => `${table}:${recordId}:key`
  return {
    newKey: (recordId) => sealBytes(wrapping, keyPlace(recordId), randomBytes(32)),
    withKey: (recordId, wrapped) => {
      const dataKey = openBytes(wrapping, keyPlace(recordId), wrapped)
      const place = (column: string): string => `${table}:${recordId}:${column}`
      return {
        seal: (column, text) => sealBytes(dataKey, place(column), Buffer.from(text, 'utf8')),
        open: (column, bytes) => openBytes(dataKey, place(column), bytes).toString('utf8'),
      }
    },
    blindIndex: (agencyId, value) => createHmac('sha256', indexing).update(`${table}:${agencyId.toString()}:${value}`).digest(),
  }
}
