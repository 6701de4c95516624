import { sql, type RawBuilder } from 'kysely'
import { mayAt } from '../children/child-access.ts'
import type { Asker } from './waiting-asked.ts'

/** Whose waiting children an actor sees: the own agency's, its partners' (where they share), both or none. */
export interface Visibility {
  readonly own: boolean
  readonly partners: boolean
}

export const visibilityOf = (actor: Asker): Visibility => ({
  own: mayAt(actor.roles, 'read', 'placing-agency'),
  partners: mayAt(actor.roles, 'read', 'partner-agency'),
})

/** Agencies `a` by a list of codes; an empty one is all. */
export const chosenAgencies = (codes: readonly string[]): RawBuilder<unknown> => (codes.length === 0 ? sql`true` : sql`a.code = any(${[...codes]}::text[])`)

/** The actor's own agency `a`, where own children may be seen. */
export const ownAgency = (actor: Asker): RawBuilder<unknown> => (visibilityOf(actor).own ? sql`a.id = ${actor.agencyId}` : sql`false`)

/** The partner agencies `a` whose shared children may be seen. */
export const partnerAgencies = (actor: Asker): RawBuilder<unknown> =>
  visibilityOf(actor).partners ? sql`a.partnership_id = ${actor.partnershipId} and a.id <> ${actor.agencyId}` : sql`false`
