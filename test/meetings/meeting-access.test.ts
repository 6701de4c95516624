import { ROLES } from '../../src/core/actor.ts'
import type { AgencyId } from '../../src/core/ids.ts'
import { mayMeeting, MEETING_ACTIONS, MEETING_PLACES } from '../../src/meetings/meeting-access.ts'

const OWN = 1 as AgencyId
const OTHER = 2 as AgencyId

/** Written by hand; whatever is not here is refused. */
const ALLOWED = new Set([
  'family-finder read own-agency',
  'family-finder schedule own-agency',
  'practice-manager read own-agency',
  'practice-manager schedule own-agency',
  'hub-coordinator read own-agency',
  'hub-coordinator schedule own-agency',
  'childs-social-worker read own-agency',
  'adopters-social-worker read own-agency',
  'tracking-panel-chair read own-agency',
  'agency-decision-maker read own-agency',
  'senior-manager read own-agency',
])

const cases = ROLES.flatMap((role) => MEETING_ACTIONS.flatMap((action) => MEETING_PLACES.map((place) => ({ role, action, place }))))

test.each(cases)('$role may or may not $action a meeting of $place, as the list says', ({ role, action, place }) => {
  const actor = { roles: [role], agencyId: OWN }
  expect(mayMeeting(actor, action, place === 'own-agency' ? OWN : OTHER)).toBe(ALLOWED.has(`${role} ${action} ${place}`))
})

test('somebody without a role may nothing', () => {
  for (const action of MEETING_ACTIONS) expect(mayMeeting({ roles: [], agencyId: OWN }, action, OWN)).toBe(false)
})
