import { ROLES, type Role } from '../../src/core/actor.ts'
import { mayChild } from '../../src/children/child-access.ts'
import { may, mayAnywhere, POST_ACTIONS, POST_PLACES, type PostAction, type PostPlace } from '../../src/posts/post-access.ts'
import { anActor } from '../support/actors.ts'
import { AGENCIES } from '../support/partnership.ts'

/** Every case that is allowed, written by hand; all others of the full product are not. */
const ALLOWED: readonly `${Role} ${PostAction} ${PostPlace}`[] = [
  'family-finder post placing-agency',
  'family-finder post partner-agency',
  'family-finder read-posts placing-agency',
  'family-finder read-posts partner-agency',
  'practice-manager post placing-agency',
  'practice-manager post partner-agency',
  'practice-manager read-posts placing-agency',
  'practice-manager read-posts partner-agency',
  'hub-coordinator post partner-agency',
  'hub-coordinator read-posts partner-agency',
  'childs-social-worker read-posts placing-agency',
  'tracking-panel-chair read-posts placing-agency',
  'tracking-panel-chair read-posts partner-agency',
  'agency-decision-maker read-posts placing-agency',
  'senior-manager read-posts placing-agency',
  'senior-manager read-posts partner-agency',
  'performance-analyst read-posts placing-agency',
  'family-finder withdraw placing-agency',
  'family-finder withdraw partner-agency',
  'practice-manager withdraw placing-agency',
  'practice-manager withdraw partner-agency',
  'hub-coordinator withdraw partner-agency',
  'childs-social-worker withdraw placing-agency',
  'senior-manager withdraw placing-agency',
  'senior-manager withdraw partner-agency',
  'family-finder review placing-agency',
  'family-finder review partner-agency',
  'practice-manager review placing-agency',
  'practice-manager review partner-agency',
  'hub-coordinator review partner-agency',
  'tracking-panel-chair review placing-agency',
  'tracking-panel-chair review partner-agency',
]

const standing = { 'placing-agency': ['LINCS', 'LINCS'], 'partner-agency': ['LEICS', 'LINCS'] } as const satisfies Record<PostPlace, readonly [string, string]>

test('who may post and read posts, by role and place: exactly what is written here', () => {
  const allowed = ROLES.flatMap((role) =>
    POST_ACTIONS.flatMap((action) =>
      POST_PLACES.filter((place) => {
        const [worksAt, childOf] = standing[place]
        return may(anActor({ agency: worksAt, roles: [role] }), action, AGENCIES[childOf].id)
      }).map((place) => `${role} ${action} ${place}`),
    ),
  )
  expect(allowed.sort()).toEqual([...ALLOWED].sort())
})

test('the question without a child is yes exactly where some place is yes', () => {
  for (const role of ROLES)
    for (const action of POST_ACTIONS) expect(mayAnywhere(anActor({ roles: [role] }), action)).toBe(ALLOWED.some((one) => one.startsWith(`${role} ${action} `)))
})

test('roles add up, and nobody may anything without one', () => {
  const both = anActor({ agency: 'LINCS', roles: ['agency-decision-maker', 'family-finder'] })
  expect(may(both, 'post', AGENCIES.CITY.id)).toBe(true)
  expect(may(anActor({ roles: [] }), 'read-posts', AGENCIES.LEICS.id)).toBe(false)
})

test('what a child’s view offers is what posts allow', () => {
  for (const role of ROLES)
    for (const agency of ['LINCS', 'LEICS', 'HUB'] as const) {
      const actor = anActor({ agency, roles: [role] })
      expect(may(actor, 'post', AGENCIES.LINCS.id)).toBe(mayChild(actor, 'post', AGENCIES.LINCS.id))
      expect(may(actor, 'read-posts', AGENCIES.LINCS.id)).toBe(mayChild(actor, 'read', AGENCIES.LINCS.id))
    }
})
