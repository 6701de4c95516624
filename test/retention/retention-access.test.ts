import { ROLES, type Role } from '../../src/core/actor.ts'
import { sectionsOf } from '../../src/people/people-access.ts'
import { mayRetain, RETENTION_PERMISSIONS, RETENTION_PLACES, type RetentionPermission, type RetentionPlace } from '../../src/retention/retention-access.ts'
import { anActor } from '../support/actors.ts'
import { AGENCIES } from '../support/partnership.ts'

/** Every case that is allowed, written by hand; all others of the full product are not. */
const ALLOWED: readonly `${Role} ${RetentionPermission} ${RetentionPlace}`[] = [
  'practice-manager list own-agency',
  'practice-manager export own-agency',
  'practice-manager confirm-filed own-agency',
  'practice-manager hold own-agency',
  'practice-manager purge own-agency',
  'information-governance list own-agency',
  'information-governance export own-agency',
  'information-governance confirm-filed own-agency',
  'information-governance hold own-agency',
  'information-governance purge own-agency',
  'information-governance export-person own-agency',
]
const agencyAt = { 'own-agency': AGENCIES.LEICS.id, 'other-agency': AGENCIES.CITY.id } as const satisfies Record<RetentionPlace, number>

test('who keeps and removes records, by role and place: exactly what is written here', () => {
  const allowed = ROLES.flatMap((role) =>
    RETENTION_PERMISSIONS.flatMap((permission) =>
      RETENTION_PLACES.filter((place) => mayRetain(anActor({ roles: [role] }), permission, agencyAt[place])).map(
        (place) => `${role} ${permission} ${place}` as const,
      ),
    ),
  )
  expect(allowed.sort()).toEqual([...ALLOWED].sort())
})

test('the page opens its part exactly to those who may read the list', () => {
  for (const role of ROLES) {
    const actor = anActor({ roles: [role] })
    expect([role, sectionsOf(actor).includes('retention')]).toEqual([role, mayRetain(actor, 'list', actor.agencyId)])
  }
})

test('nobody may anything without a role', () => {
  for (const permission of RETENTION_PERMISSIONS) expect(mayRetain(anActor({ roles: [] }), permission, AGENCIES.LEICS.id)).toBe(false)
})
