import { ROLES, type Role } from '../../src/core/actor.ts'
import { CHILD_PERMISSIONS, CHILD_PLACES, mayAt, permissionToRecord } from '../../src/children/child-access.ts'
import { JOURNEY_DATES } from '../../src/children/child-views.ts'

/** Written by hand: role, permission, place. Everything that is not here is no. */
const ALLOWED = new Set([
  'family-finder read placing-agency',
  'family-finder read partner-agency',
  'family-finder show-more placing-agency',
  'family-finder show-more partner-agency',
  'family-finder post placing-agency',
  'family-finder post partner-agency',
  'family-finder record-date placing-agency',
  'family-finder read-private placing-agency',
  'practice-manager read placing-agency',
  'practice-manager read partner-agency',
  'practice-manager show-more placing-agency',
  'practice-manager show-more partner-agency',
  'practice-manager post placing-agency',
  'practice-manager post partner-agency',
  'practice-manager record-date placing-agency',
  'practice-manager read-private placing-agency',
  'childs-social-worker read placing-agency',
  'childs-social-worker show-more placing-agency',
  'childs-social-worker record-date placing-agency',
  'childs-social-worker read-private placing-agency',
  'hub-coordinator read partner-agency',
  'hub-coordinator show-more partner-agency',
  'hub-coordinator post partner-agency',
  'tracking-panel-chair read placing-agency',
  'tracking-panel-chair read partner-agency',
  'tracking-panel-chair show-more placing-agency',
  'tracking-panel-chair show-more partner-agency',
  'agency-decision-maker read placing-agency',
  'agency-decision-maker show-more placing-agency',
  'agency-decision-maker record-decision placing-agency',
  'senior-manager read placing-agency',
  'senior-manager read partner-agency',
  'senior-manager show-more placing-agency',
  'senior-manager show-more partner-agency',
  'performance-analyst read placing-agency',
  'performance-analyst show-more placing-agency',
  'family-finder edit placing-agency',
  'family-finder add placing-agency',
  'practice-manager edit placing-agency',
  'practice-manager add placing-agency',
  'practice-manager import placing-agency',
  'practice-manager export placing-agency',
  'childs-social-worker edit placing-agency',
  'childs-social-worker add placing-agency',
  'performance-analyst export placing-agency',
  'practice-manager break-glass partner-agency',
  'senior-manager break-glass partner-agency',
])

const product = ROLES.flatMap((role) => CHILD_PERMISSIONS.flatMap((permission) => CHILD_PLACES.map((place) => ({ role, permission, place }))))

test('every role, action and place is allowed exactly where the hand-written list says so', () => {
  const allowed = product
    .filter(({ role, permission, place }) => mayAt([role], permission, place))
    .map(({ role, permission, place }) => `${role} ${permission} ${place}`)
  expect(new Set(allowed)).toEqual(ALLOWED)
})

test('two roles of one person add up, and no role is no', () => {
  const roles: readonly Role[] = ['administrator', 'agency-decision-maker']
  expect(mayAt(roles, 'record-decision', 'placing-agency')).toBe(true)
  for (const { permission, place } of product) expect(mayAt([], permission, place)).toBe(false)
})

test('only the decision and the match are the agency decision maker’s to record', () => {
  expect(JOURNEY_DATES.filter((date) => permissionToRecord(date) === 'record-decision')).toEqual(['admDecision', 'matched'])
})
