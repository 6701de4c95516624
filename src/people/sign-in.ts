import type { PlainDate, Today } from '../core/plain-date.ts'
import type { Database } from '../database/database.ts'
import type { Identity, SignIn, SignInOf } from './identity.ts'
import { findPerson, type KnownPerson, type OwnMembership } from './membership-rows.ts'
import { hasLeft, rolesOn } from './people.ts'

export interface SignInDeps {
  readonly database: Pick<Database, 'asNamedJob'>
  readonly today: Today
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/**
 * Finds who an identity is, for this one turn or request: nothing is remembered, so that a role that ends today has ended.
 * A guest account is nobody here, whatever rows it has: the home account is the person.
 */
export const signIn =
  ({ database, today }: SignInDeps): SignInOf =>
  async (identity) => {
    if (!GUID.test(identity.tenantId)) return { kind: 'unknown-tenant' }
    if (!GUID.test(identity.objectId)) return identity.isGuest === true ? { kind: 'guest' } : unreadable(database, identity)
    const person = await database.asNamedJob('sign-in', (trx) => findPerson(trx, canonical(identity)))
    return who(person, identity, today())
  }

/** An object id that is no GUID (a bot, a malformed roster) is no person; its tenant may still be a partner's. */
const unreadable = async (database: SignInDeps['database'], identity: Identity): Promise<SignIn> => {
  const nobody = { tenantId: identity.tenantId.toLowerCase(), objectId: '00000000-0000-0000-0000-000000000000' }
  const person = await database.asNamedJob('sign-in', (trx) => findPerson(trx, nobody))
  return person === undefined ? { kind: 'unknown-tenant' } : { kind: 'no-role', agencyName: person.homeAgencyName }
}

export const canonical = (identity: Identity): Identity => ({
  ...identity,
  tenantId: identity.tenantId.toLowerCase(),
  objectId: identity.objectId.toLowerCase(),
})

const agencyOf = ({ actor }: OwnMembership): { code: string; name: string } => ({ code: actor.agencyCode, name: actor.agencyName })

/** The rule without the register: what a known person is on a day. */
export const who = (person: KnownPerson | undefined, identity: Identity, today: PlainDate): SignIn => {
  if (person === undefined) return { kind: 'unknown-tenant' }
  if (identity.isGuest === true) return { kind: 'guest' }
  const { memberships } = person
  const counting = memberships.filter((membership) => rolesOn(membership, today).length > 0)
  const worksFor = counting.map(agencyOf)
  const chosen = counting.length === 1 ? counting[0] : lastChosen(counting)
  if (chosen !== undefined) return { kind: 'actor', actor: { ...chosen.actor, roles: rolesOn(chosen, today) }, worksFor }
  if (counting.length > 1) return { kind: 'choose', worksFor }
  const atWork = memberships.find((membership) => !hasLeft(membership, today))
  if (atWork !== undefined) return { kind: 'no-role', agencyName: atWork.actor.agencyName }
  const [left] = memberships
  return left === undefined ? { kind: 'no-role', agencyName: person.homeAgencyName } : { kind: 'left', agencyName: left.actor.agencyName }
}

const lastChosen = (memberships: readonly OwnMembership[]): OwnMembership | undefined =>
  memberships.filter(({ chosenAt }) => chosenAt !== null).sort((a, b) => (b.chosenAt ?? '').localeCompare(a.chosenAt ?? ''))[0]
