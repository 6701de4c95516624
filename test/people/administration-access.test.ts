import { ROLES, type Role } from '../../src/core/actor.ts'
import {
  ADMINISTRATION_ACTIONS,
  ADMINISTRATION_PLACES,
  mayAdminister,
  type AdministrationAction,
  type AdministrationPlace,
} from '../../src/people/administration/administration-access.ts'
import { sectionsOf } from '../../src/people/people-access.ts'
import { anActor } from '../support/actors.ts'
import { AGENCIES } from '../support/partnership.ts'

/** Every case that is allowed, written by hand; all others of the full product are not. */
const ALLOWED: readonly `${Role} ${AdministrationAction} ${AdministrationPlace}`[] = [
  'family-finder read-case-workers own-agency',
  'practice-manager read-case-workers own-agency',
  'childs-social-worker read-case-workers own-agency',
  'administrator read-people own-agency',
  'administrator change-people own-agency',
  'administrator read-partners own-agency',
  'administrator read-partners other-agency',
  'administrator change-sharing own-agency',
  'practice-manager read-people own-agency',
  'practice-manager read-partners own-agency',
  'practice-manager read-partners other-agency',
  'senior-manager read-people own-agency',
  'senior-manager read-partners own-agency',
  'senior-manager read-partners other-agency',
  'information-governance read-people own-agency',
  'information-governance read-partners own-agency',
  'information-governance read-partners other-agency',
]
const agencyAt = { 'own-agency': AGENCIES.LEICS.id, 'other-agency': AGENCIES.CITY.id } as const satisfies Record<AdministrationPlace, number>

test('who administers what, by role and place: exactly what is written here', () => {
  const allowed = ROLES.flatMap((role) =>
    ADMINISTRATION_ACTIONS.flatMap((action) =>
      ADMINISTRATION_PLACES.filter((place) => mayAdminister(anActor({ roles: [role] }), action, agencyAt[place])).map((place) => `${role} ${action} ${place}`),
    ),
  )
  expect(allowed.sort()).toEqual([...ALLOWED].sort())
})

test('the page opens a part exactly to those who may read it', () => {
  for (const role of ROLES) {
    const actor = anActor({ roles: [role] })
    const sections = sectionsOf(actor)
    expect([role, sections.includes('people')]).toEqual([role, mayAdminister(actor, 'read-people', actor.agencyId)])
    expect([role, sections.includes('partners')]).toEqual([role, mayAdminister(actor, 'read-partners', actor.agencyId)])
  }
})

test('nobody may anything without a role', () => {
  for (const action of ADMINISTRATION_ACTIONS) expect(mayAdminister(anActor({ roles: [] }), action, AGENCIES.LEICS.id)).toBe(false)
})
