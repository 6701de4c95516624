import { ROLES } from '../../../src/core/actor.ts'
import { mayStopWords, mayStopWordsAnywhere, STOP_WORD_ACTIONS, STOP_WORD_PLACES } from '../../../src/safeguards/anonymity/stop-words/stop-word-access.ts'
import { mayText, mayTextsAnywhere, mayTextsOfChildren, TEXT_ACTIONS, TEXT_PLACES } from '../../../src/safeguards/anonymity/texts/text-access.ts'
import { AGENCIES } from '../../support/partnership.ts'

/** Written by hand; whatever is not here is refused. */
const TEXTS = new Set([
  'family-finder write placing-agency',
  'family-finder write partner-agency',
  'family-finder write no-child',
  'practice-manager write placing-agency',
  'practice-manager write partner-agency',
  'practice-manager write no-child',
  'practice-manager override placing-agency',
  'practice-manager override partner-agency',
  'practice-manager override no-child',
  'childs-social-worker write placing-agency',
  'childs-social-worker write no-child',
  'adopters-social-worker write no-child',
  'hub-coordinator write partner-agency',
  'hub-coordinator write no-child',
  'tracking-panel-chair write placing-agency',
  'tracking-panel-chair write partner-agency',
  'tracking-panel-chair write no-child',
  'agency-decision-maker write placing-agency',
  'agency-decision-maker write no-child',
  'senior-manager write placing-agency',
  'senior-manager write partner-agency',
  'senior-manager write no-child',
  'senior-manager override placing-agency',
  'senior-manager override partner-agency',
  'senior-manager override no-child',
])
const STOP_WORDS = new Set(
  ['family-finder', 'practice-manager', 'childs-social-worker'].flatMap((role) => STOP_WORD_ACTIONS.map((action) => `${role} ${action} placing-agency`)),
)

const LEICS = AGENCIES.LEICS.id
const agencyAt = { 'placing-agency': LEICS, 'partner-agency': AGENCIES.CITY.id, 'no-child': null } as const

test.each(ROLES.flatMap((role) => TEXT_ACTIONS.flatMap((action) => TEXT_PLACES.map((place) => ({ role, action, place })))))(
  '$role may or may not $action a text: $place',
  ({ role, action, place }) => {
    const actor = { roles: [role], agencyId: LEICS }
    expect(mayText(actor, action, agencyAt[place])).toBe(TEXTS.has(`${role} ${action} ${place}`))
    expect(mayTextsAnywhere(actor, action)).toBe([...TEXTS].some((line) => line.startsWith(`${role} ${action} `)))
    expect(mayTextsOfChildren(actor, action)).toBe([...TEXTS].some((line) => line.startsWith(`${role} ${action} `) && !line.endsWith('no-child')))
  },
)

test.each(ROLES.flatMap((role) => STOP_WORD_ACTIONS.flatMap((action) => STOP_WORD_PLACES.map((place) => ({ role, action, place })))))(
  '$role may or may not $action words to stop at the $place',
  ({ role, action, place }) => {
    const actor = { roles: [role], agencyId: LEICS }
    expect(mayStopWords(actor, action, agencyAt[place])).toBe(STOP_WORDS.has(`${role} ${action} ${place}`))
    expect(mayStopWordsAnywhere(actor, action)).toBe(STOP_WORDS.has(`${role} ${action} placing-agency`))
  },
)
