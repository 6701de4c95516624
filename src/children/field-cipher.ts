import type { AgencyId, ChildId } from '../core/ids.ts'

/** The child's own columns, and texts about the child (`text:<id>:text`). */
export type SecretColumn = 'name' | 'local_ref' | 'born' | `text:${string}`

/** One child's encrypted fields, under that child's own key: bytes moved to another child or column do not open. */
export interface ChildSecrets {
  seal(column: SecretColumn, text: string): Uint8Array
  /** Throws when the bytes were changed or belong elsewhere. */
  open(column: SecretColumn, bytes: Uint8Array): string
}

/** What the register asks of field encryption; main.ts wires it to the safeguards room. */
export interface FieldCipher {
  /** A new data key for this child, wrapped by the register's key. */
  newKey(childId: ChildId): Uint8Array
  withKey(childId: ChildId, wrapped: Uint8Array): ChildSecrets
  /** The same for the same reference of the same agency, and nothing can be read from it. */
  blindIndex(agencyId: AgencyId, localReference: string): Uint8Array
}
