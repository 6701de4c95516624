import fc from 'fast-check'
import { parseCommand, type Command } from '../../bot/commands/parse-command.ts'
import { filterWords } from '../../bot/texts/filter-words.ts'
import { LISTS, STANDINGS } from '../../src/children/child-views.ts'
import { waitingFilter } from '../../src/overview/waiting-contract.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { REGION, TODAY, day } from './support/region.ts'

const read = (typed: string): Command => parseCommand(typed, { agencies: REGION, today: TODAY, ownAgency: 'LEICS' })
const none: WaitingFilter = { agencies: [], ageBands: [] }
const asked = (typed: string) => {
  const command = read(typed)
  if (command.name !== 'waiting') throw new Error(`${typed} is ${JSON.stringify(command)}`)
  return command
}

test.each<[string, Partial<WaitingFilter>]>([
  // without the word "waiting"
  ['boys under 5', { sex: 'male', ageBands: ['under 1', '1–2', '3–4'] }],
  ['girls aged 3 to 4', { sex: 'female', ageBands: ['3–4'] }],
  ['sibling groups', { siblingGroup: true }],
  ['sibling groups in Leicestershire waiting over six months', { siblingGroup: true, agencies: ['LEICS'], minDays: 184 }],
  ['brothers in Leicester City', { siblingGroup: true, sex: 'male', agencies: ['CITY'] }],
  ['Leicestershire', { agencies: ['LEICS'] }],
  ['children in Rutland', { agencies: ['RUTLAND'] }],
  ['babies', { ageBands: ['under 1'] }],
  ['over 6 months', { minDays: 184 }],
  ['single boys in Northants over a year', { sex: 'male', siblingGroup: false, agencies: ['NCT'], minDays: 366 }],
  ['who has waited over a year', { minDays: 366 }],
  // lists
  ['order not placed', { list: 'order-not-placed' }],
  ['Orders not placed', { list: 'order-not-placed' }],
  ['placement order but not placed', { list: 'order-not-placed' }],
  ['placement order not yet placed', { list: 'order-not-placed' }],
  ['who has a placement order and is not placed', { list: 'order-not-placed' }],
  ['PO not placed', { list: 'order-not-placed' }],
  ['not placed', { list: 'order-not-placed' }],
  ['order, not placed, in Leicestershire', { list: 'order-not-placed', agencies: ['LEICS'] }],
  ['boys under 5 with an order not placed', { list: 'order-not-placed', sex: 'male', ageBands: ['under 1', '1–2', '3–4'] }],
  ['all open plans', { list: 'open' }],
  ['open cases', { list: 'open' }],
  ['caseload', { list: 'open' }],
  // own work
  ['my children', { list: 'open', mine: true }],
  ['mine', { list: 'open', mine: true }],
  ['show me my children', { list: 'open', mine: true }],
  ['my waiting children', { mine: true }],
  ['which of my children are waiting', { mine: true }],
  ['my boys', { list: 'open', mine: true, sex: 'male' }],
  ['my sibling groups waiting over 6 months', { mine: true, siblingGroup: true, minDays: 184 }],
  ['my order not placed', { list: 'order-not-placed', mine: true }],
  ['our children', { agencies: ['LEICS'] }],
  ['waiting in our agency', { agencies: ['LEICS'] }],
  ["my agency's sibling groups", { agencies: ['LEICS'], siblingGroup: true }],
  ['waiting in my council over 6 months', { agencies: ['LEICS'], minDays: 184 }],
  // profile
  ['who has no profile yet', { withoutProfile: true }],
  ['no profile', { withoutProfile: true }],
  ['children without a profile', { withoutProfile: true }],
  ['waiting with no profile', { withoutProfile: true }],
  ['profile not live', { withoutProfile: true }],
  ['profile missing', { withoutProfile: true }],
  ['who needs a profile', { withoutProfile: true }],
  ['my children without a profile', { list: 'open', mine: true, withoutProfile: true }],
  // where they stand
  ['on hold', { standings: ['on-hold'] }],
  ['who is on hold?', { standings: ['on-hold'] }],
  ['waiting on hold', { standings: ['on-hold'] }],
  ['paused', { standings: ['on-hold'] }],
  ['being linked', { standings: ['link-exploring', 'linked'] }],
  ['waiting being linked', { standings: ['link-exploring', 'linked'] }],
  ['linked', { standings: ['linked'] }],
  ['link being explored', { standings: ['link-exploring'] }],
  ['exploring a link', { standings: ['link-exploring'] }],
  ['no link', { standings: ['family-finding'] }],
  ['not linked', { standings: ['family-finding'] }],
  ['not linked yet', { standings: ['family-finding'] }],
  ['linked or on hold', { standings: ['linked', 'on-hold'] }],
  ['foster carer links', { standings: ['foster-carer-link'] }],
  ['not on hold', { standings: ['family-finding', 'link-exploring', 'linked', 'foster-carer-link'] }],
  ['sibling groups on hold in Lincolnshire', { standings: ['on-hold'], siblingGroup: true, agencies: ['LINCS'] }],
  ['order not placed, linked', { list: 'order-not-placed', standings: ['linked'] }],
  // harder to place
  ['harder to place', { harderToPlace: true }],
  ['Harder-to-place', { harderToPlace: true }],
  ['hard to place in Leicester', { harderToPlace: true, agencies: ['CITY'] }],
  ['who is harder to place and waiting over a year', { harderToPlace: true, minDays: 366 }],
  ['priority children', { harderToPlace: true }],
  // changes
  ['changed since Monday', { changedSince: day('2026-11-16') }],
  ['changes since 1 November', { changedSince: day('2026-11-01') }],
  ['changes since 1/11', { changedSince: day('2026-11-01') }],
  ['changes since 12/3/2026', { changedSince: day('2026-03-12') }],
  ['changes since 1 December', { changedSince: day('2025-12-01') }],
  ['what changed since yesterday', { changedSince: day('2026-11-21') }],
  ['what has changed since last week?', { changedSince: day('2026-11-09') }],
  ["what's new since Friday", { changedSince: day('2026-11-20') }],
  ['who has changed this week', { changedSince: day('2026-11-16') }],
  ['changed in the last 10 days', { changedSince: day('2026-11-12') }],
  ['updated since 2026-11-03', { changedSince: day('2026-11-03') }],
  ['changed today', { changedSince: day('2026-11-22') }],
  ['changed since Monday in Leicestershire', { changedSince: day('2026-11-16'), agencies: ['LEICS'] }],
  ['boys in Leicester changed since 1 November waiting over six months', { changedSince: day('2026-11-01'), sex: 'male', agencies: ['CITY'], minDays: 184 }],
  ['my children changed since Monday', { changedSince: day('2026-11-16'), mine: true, list: 'open' }],
  ['order not placed changed in the last fortnight', { changedSince: day('2026-11-08'), list: 'order-not-placed' }],
  ['waiting since 1 March 2026', { minDays: 266 }],
  ['girls waiting since last Tuesday', { sex: 'female', minDays: 5 }],
])('%s is that list', (typed, wanted) => {
  const { filter, notes } = asked(typed)
  expect(filter).toEqual({ ...none, ...wanted })
  expect(notes.filter((note) => note.includes('not understand'))).toEqual([])
  expect(waitingFilter.safeParse(filter).success).toBe(true)
})

test('"changes" alone is the last seven days, and says so', () => {
  expect(asked('changes')).toMatchObject({ filter: { changedSince: '2026-11-15' }, notes: ['No day was named, so this is the last 7 days.'] })
})

test.each<readonly [string, Partial<WaitingFilter>]>([
  ['unborn', {}],
  ['unborn children', {}],
  ['who is not born yet', {}],
  ['children not yet born', {}],
  ['waiting unborn', {}],
  ['my unborn children', { mine: true }],
  ['unborn babies changed since Monday', { changedSince: day('2026-11-16') }],
  ['unborn order not placed', {}],
])('%s is narrowed to the unborn, among the open plans', (typed, wanted) => {
  const { filter, notes } = asked(typed)
  expect(filter).toEqual({ ...none, list: 'open', unborn: true, ...wanted })
  expect(notes).toEqual([])
})

test.each([
  ['changed since 31 February', 'no such day'],
  ['changes since 3/25/2026', 'no month 25'],
  ['changed since March', 'Which day of March?'],
  ['changed since 12 March 2027', 'still ahead'],
  ['changed since tomorrow', 'still ahead'],
])('%s is asked back', (typed, sentence) => {
  expect(read(typed)).toMatchObject({ name: 'unclear', sentence: expect.stringContaining(sentence) as string })
})

test.each([
  ['waiting sibilng groups', '"sibilng" (did you mean *sibling*?)'],
  ['waiting boys in Leicestershir', '"leicestershir" (did you mean *leicestershire*?)'],
  ['waiting boys in Ruttland', '"ruttland" (did you mean *rutland*?)'],
  ['waiting harder to plce', '"plce" (did you mean *place*?)'],
  ['boys explorring', '"explorring" (did you mean *exploring*?)'],
  ['harder to place boys undr 5', '"undr" (did you mean *under*?) and "5"'],
  ['waiting xylophone', '"xylophone", so it narrows nothing'],
])('%s is told what was not understood, and the near word', (typed, said) => {
  expect(asked(typed).notes.join(' ')).toContain(said)
})

test.each([
  ['wating', 'waiting'],
  ['chnages', 'changes'],
  ['chagned since monday', 'changed since Monday'],
  ['recrod placed', 'record placement order FF-7K3Q0 12 March'],
])('%s is answered with the nearest command', (typed, suggestion) => {
  const command = read(typed)
  expect(command.name === 'unknown' ? command.suggestions : command).toContain(suggestion)
})

test.each(['please add a girl called Emma', 'thank you', 'order pizza', 'me', 'what is adoption'])('%s is no list', (typed) => {
  expect(read(typed).name).not.toBe('waiting')
})

test('the unborn are said back in words', () => {
  expect(filterWords({ ...none, list: 'open', unborn: true, mine: true }, REGION)).toBe("your agency's unborn children · your own children")
})

test('every list, standing and flag is said back in words', () => {
  const said = filterWords(
    {
      ...none,
      list: 'order-not-placed',
      mine: true,
      standings: ['linked', 'on-hold'],
      withoutProfile: true,
      harderToPlace: true,
      changedSince: day('2026-11-16'),
      siblingGroup: true,
    },
    REGION,
  )
  expect(said).toBe(
    "placement order made, not placed yet · your own children · linked or on hold · your agency's children without a live profile · harder to place · changed since 16 Nov 2026 · sibling groups",
  )
  for (const list of LISTS) expect(filterWords({ ...none, list }, REGION).length).toBeGreaterThan(5)
  for (const standing of STANDINGS) expect(filterWords({ ...none, standings: [standing] }, REGION)).not.toContain('undefined')
})

test('whatever is typed, what is read fits the list, and another agency is never meant by "our"', () => {
  const words = fc.constantFrom(
    'waiting',
    'my',
    'our',
    'agency',
    'children',
    'changed',
    'since',
    'monday',
    'last',
    'week',
    'order',
    'not',
    'placed',
    'on',
    'hold',
    'linked',
    'no',
    'profile',
    'harder',
    'to',
    'place',
    'unborn',
    'boys',
    'under',
    '5',
    'over',
    '6',
    'months',
    '31',
    'February',
    '1/11',
    'Leicestershire',
    'foster',
    'carer',
    'open',
    'plans',
    'sibling',
    'groups',
    'yet',
    '?',
    '*',
  )
  const typed = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const command = read(text)
      if (command.name !== 'waiting') return
      expect(waitingFilter.safeParse(command.filter)).toMatchObject({ success: true })
      if (!/leic|linc|north|rutland|nct|city|hub|family/iu.test(text)) expect([[], ['LEICS']]).toContainEqual(command.filter.agencies)
      if (command.filter.changedSince !== undefined) expect(command.filter.changedSince <= TODAY).toBe(true)
      expect(filterWords(command.filter, REGION)).not.toMatch(/undefined|null/u)
    }),
    { numRuns: 700 },
  )
})
