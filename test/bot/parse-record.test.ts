import fc from 'fast-check'
import { parseCommand, type Command } from '../../bot/commands/parse-command.ts'
import type { RecordTyped } from '../../bot/commands/parse-record.ts'
import { RECORDABLES, type Recordable } from '../../bot/recordable.ts'
import { JOURNEY_WORDS } from '../../bot/texts/words.ts'
import { REGION, TODAY } from './support/region.ts'

const read = (typed: string): Command => parseCommand(typed, { agencies: REGION, today: TODAY, ownAgency: 'LEICS' })
const asked = (typed: string): RecordTyped => {
  const command = read(typed)
  if (command.name !== 'record') throw new Error(`${typed} is ${command.name}`)
  if (!command.read.ok) throw new Error(`${typed}: ${command.read.sentence}`)
  return command.read.asked
}
const sentence = (typed: string): string => {
  const command = read(typed)
  return command.name === 'record' && !command.read.ok ? command.read.sentence : `${command.name} was read`
}

const WAYS: Readonly<Record<Recordable, readonly string[]>> = {
  enteredCare: ['entered care', 'came into care', 'in care since', 'start of care'],
  packA: ['pack a', 'Pack A requested', 'pack-a'],
  parallelPlan: ['parallel plan', 'parallel planning', 'twin track', 'parallel plan agreed'],
  permanencePlan: ['plan for permanence', 'permanence plan ratified', 'plan for permanence ratified', 'permanence plan'],
  lastReview: ['review', 'LAC review', 'looked after review', 'last CLA review'],
  cprRequested: ['cpr requested', 'CPR asked for', 'requested cpr', "child's permanence report requested"],
  cprDrafted: ['cpr drafted', 'CPR draft', 'draft CPR'],
  cprQualityChecked: ['cpr quality checked', 'cpr checked', 'CPR QA', "cpr qa'd", 'cpr quality assured'],
  cprSubmitted: ['cpr submitted', 'submitted the CPR', 'cpr signed off', 'child’s permanence report submitted'],
  admDecision: [
    'adm',
    'ADM decision',
    'agency decision',
    "agency decision maker's decision",
    'SHOBPA',
    'should be placed for adoption',
    'decision',
    'best interests decision',
  ],
  placementOrder: ['order', 'placement order', 'PO', 'po', 'order granted', 'placement order made', 'Placement Order'],
  parentalConsent: ['s19', 's.19', 'section 19', 'parental consent', "parents' consent", 'consent', 'parents consented'],
  profileLive: ['profile live', 'profile went live', 'live profile', 'profile published', 'profile is live', 'link maker', 'Linkmaker', 'on Link Maker'],
  profileUpdated: ['profile updated', 'updated profile', 'profile was updated'],
  linkExploring: ['exploring link', 'link being explored', 'link exploring', 'exploring a link', 'link explored'],
  linked: ['linked', 'link agreed', 'link made'],
  matchPanel: ['match panel', 'matching panel', 'panel'],
  matched: ['match', 'matched', 'ADM match', 'match decision', 'matching', 'match approved'],
  introductions: ['introductions', 'intros', 'introductions began', 'introductions started'],
  earlyPermanence: [
    'EP',
    'early permanence',
    'early permanence placement',
    'FfA',
    'FFA placement',
    'fostering for adoption',
    'foster to adopt',
    'concurrent placement',
    'ep placed',
  ],
  placed: ['placed', 'placed for adoption', 'PFA', 'placement', 'placement for adoption', 'moved in'],
  adoptionOrder: ['adoption order', 'AO', 'adopted', 'Adoption Order'],
  planEnded: ['plan ended', 'plan changed', 'change of plan', 'end of plan', 'plan for adoption ended', 'plan has changed'],
  revocationApplied: ['revocation applied', 'revocation applied for', 'application to revoke', 'applied to revoke', 'revocation application'],
  revoked: ['revoked', 'placement order revoked', 'order revoked', 'PO revoked', 'revocation granted'],
  'Local meeting': ['local meeting', 'local family finding meeting'],
  'Regional meeting': ['regional meeting', 'at the regional meeting'],
  'Discovery event': ['discovery event', 'Discovery'],
  'Exchange event': ['exchange event', 'exchange day'],
  'Activity day': ['activity day', 'FAL activity day'],
  Website: ['website', 'on our website', 'FAL website'],
  'Outside the region': ['outside the region', 'out of region', 'out-of-region'],
  disrupted: ['disrupted', 'disruption', 'placement disrupted', 'placement broke down'],
  decidedAgain: ['decided again', 'new decision', 'new ADM decision'],
}
const phrasings = RECORDABLES.flatMap((what) => [...WAYS[what], JOURNEY_WORDS[what]].map((said) => [said, what] as const))

test.each(phrasings)('record %s is %s', (said, what) => {
  for (const typed of [
    `record ${said} FF-7K3Q0 12 March`,
    `Record FF-7K3Q0 ${said} 12/3/2026`,
    `please log 12 March 2026: ${said} for ff7k3q0`,
    `RECORD ${said.toUpperCase()} ON 12 MARCH FF-7K3Q0`,
  ])
    expect(asked(typed)).toEqual({ reference: 'FF-7K3Q0', what, on: '2026-03-12' })
})

test.each([
  ['record plan ended RD2 FF-7K3Q0 12 March', 'RD2'],
  ['record plan ended rd 3 FF-7K3Q0 12 March', 'RD3'],
  ['record plan changed FF-7K3Q0 12 March needs changed', 'RD1'],
  ['record plan ended FF-7K3Q0 12 March no adopters found', 'RD3'],
  ['record plan ended FF-7K3Q0 12 March court refused to grant the order', 'RD2'],
  ['record plan ended FF-7K3Q0 12 March other reason', 'RD4'],
])('%s says why', (typed, reason) => {
  expect(asked(typed)).toEqual({ reference: 'FF-7K3Q0', what: 'planEnded', on: '2026-03-12', reason })
})

test.each([
  ['record placed FF-7K3Q0 yesterday', '2026-11-21'],
  ['record placed FF-7K3Q0 on Monday', '2026-11-16'],
  ['record placed FF-7K3Q0 today', '2026-11-22'],
  ['record placed FF-7K3Q0 2026-11-03', '2026-11-03'],
  ['record placed FF-7K3Q0 3/4/26', '2026-04-03'],
  ['record placed FF-7K3Q0 two weeks ago', '2026-11-08'],
  // the rule refuses what lies ahead
  ['record placed FF-7K3Q0 next Tuesday', '2026-11-24'],
  ['record placed FF-7K3Q0 12 December 2026', '2026-12-12'],
])('%s is that day', (typed, on) => {
  expect(asked(typed)).toMatchObject({ what: 'placed', on })
})

test.each([
  ['record', 'Which child?'],
  ['record order 12 March', 'Which child?'],
  ['record order FF-7K3Q1 12 March', 'FF-7K3Q1 is not a reference'],
  ['record FF-7K3Q0 12 March', 'What happened?'],
  ['record something FF-7K3Q0 12 March', 'What happened?'],
  ['record order FF-7K3Q0', 'On which day?'],
  ['record order FF-7K3Q0 in March', 'Which day of March?'],
  ['record order FF-7K3Q0 last week', 'several days'],
  ['record order FF-7K3Q0 31 February', 'no such day'],
  ['record order FF-7K3Q0 3/25/2026', 'no month 25'],
  ['record order FF-7K3Q0 12 December', 'Which year?'],
  ['record order FF-7K3Q0 12 March or 13 March', 'two days'],
  ['record order and match FF-7K3Q0 12 March', 'I read several things: matched and placement order'],
  ['record cpr FF-7K3Q0 12 March', 'Which step'],
  ['record revocation FF-7K3Q0 12 March', 'applied for or granted'],
  ['record link FF-7K3Q0 12 March', 'explored, or agreed'],
  ['record born FF-7K3Q0 12 March', 'in the tab'],
])('%s is asked back', (typed, said) => {
  expect(sentence(typed)).toContain(said)
})

test('whatever is typed after "record", it is read whole or asked back, never thrown and never half', () => {
  const words = fc.constantFrom(
    'order',
    'po',
    'placed',
    'match',
    'cpr',
    'adm',
    'profile',
    'live',
    'FF-7K3Q0',
    'FF-7K3Q1',
    '12',
    'March',
    '2026',
    '12/3',
    '31/2',
    'yesterday',
    'last',
    'week',
    'RD2',
    'plan',
    'ended',
    'and',
    'revoked',
    '*',
    '<b>',
    'link',
  )
  const typed = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const command = read(`record ${text}`)
      expect(command.name).toBe('record')
      if (command.name !== 'record') return
      if (command.read.ok) {
        expect(RECORDABLES).toContain(command.read.asked.what)
        expect(command.read.asked.reference).toMatch(/^FF-[0-9A-Z]{5}$/u)
      } else expect(command.read.sentence.length).toBeGreaterThan(10)
    }),
    { numRuns: 500 },
  )
})
