import { ROLES } from '../../src/core/actor.ts'
import { maySetting, SETTING_ACTIONS } from '../../src/settings/settings-access.ts'

/** Written by hand; whatever is not here is refused. */
const ALLOWED = new Set([
  'practice-manager read',
  'practice-manager change',
  'administrator read',
  'administrator change',
  'senior-manager read',
  'performance-analyst read',
  'information-governance read',
])

const cases = ROLES.flatMap((role) => SETTING_ACTIONS.map((action) => ({ role, action })))

test.each(cases)('$role may or may not $action the settings, as the list says', ({ role, action }) => {
  expect(maySetting({ roles: [role] }, action)).toBe(ALLOWED.has(`${role} ${action}`))
})

test('two roles add up, and no role is no', () => {
  expect(maySetting({ roles: ['performance-analyst', 'family-finder'] }, 'change')).toBe(false)
  expect(maySetting({ roles: ['performance-analyst', 'administrator'] }, 'change')).toBe(true)
  expect(maySetting({ roles: [] }, 'read')).toBe(false)
})
