import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { ChildReference } from '../../core/reference.ts'

/** A child as the gate may know it. */
export interface ChildOfText {
  readonly childId: ChildId
  /** the placing agency */
  readonly agencyId: AgencyId
  /** the child's name, where this scope may read it: its own agency's child */
  readonly name: string | null
}

/** Seals and opens texts about one child, under that child's own data key. */
export interface TextSecrets {
  seal(textId: string, column: 'text' | 'reason', said: string): Uint8Array
  open(textId: string, column: 'text' | 'reason', bytes: Uint8Array): string
}

/** What a text states of a child that the shared view knows too. Undefined: the text does not say. */
export interface StatedFacts {
  readonly sex?: 'female' | 'male'
  /** in completed years */
  readonly age?: number
  /** the other members of the sibling group; 3 stands for three or more */
  readonly siblings?: number
}

/**
 * The slice `childForText` of the scope: children implements it on the running transaction, as the actor who opened it.
 * It decides what exists for that scope (row-level security); the gate decides by role, and writes the audit.
 */
export interface ChildForText {
  /** An own child, or one that its agency shares; undefined for one that this scope may not see as for one that does not exist. */
  byReference(reference: ChildReference): Promise<ChildOfText | undefined>
  /** Undefined for a child of another agency, and for one whose key was destroyed. */
  secretsOf(childId: ChildId): Promise<TextSecrets | undefined>
  /** How many children who wait in the partnership have all of these. */
  sharing(facts: StatedFacts): Promise<number>
}
