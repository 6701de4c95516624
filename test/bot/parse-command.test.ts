import fc from 'fast-check'
import { parseCommand, type Command } from '../../bot/commands/parse-command.ts'
import { REGION, TODAY } from './support/region.ts'

const read = (typed: string): Command => parseCommand(typed, { agencies: REGION, today: TODAY })

test.each<[string, Command['name']]>([
  ['help', 'help'],
  ['', 'help'],
  ['?', 'help'],
  ['What can you do?', 'help'],
  ['hi', 'greeting'],
  ['Hello there!', 'greeting'],
  ['good morning', 'greeting'],
  ['who am I?', 'who-am-i'],
  ['whoami', 'who-am-i'],
  ['meetings', 'meetings'],
  ['show my meetings', 'meetings'],
  ['when is the next meeting', 'meetings'],
  ['set up tracking every Tuesday at 10', 'schedule'],
  ['plan tracking every Tuesday at 10', 'schedule'],
  ['record placed FF-7K3Q0 yesterday', 'record'],
  ['please record that FF-7K3Q0 was matched on 12 March', 'record'],
  ['mark FF-7K3Q0 as placed on 12 March', 'record'],
  ['plan ended FF-7K3Q0', 'child'],
  ['flibbertigibbet', 'unknown'],
  ['FF-7K3Q1', 'unclear'],
  ['child', 'unclear'],
  ['post', 'unclear'],
  ['post FF-7K3Q0', 'unclear'],
  ['post to #regional', 'unclear'],
])('%j is read as %s', (typed, name) => {
  expect(read(typed).name).toBe(name)
})

test.each(['child FF-7K3Q0', 'FF-7K3Q0', 'ff7k3q0', 'child ff 7k3qo', 'show me FF-7K3Q0 please', 'CHILD FF‑7K3Q0'])('%s opens the child', (typed) => {
  expect(read(typed)).toEqual({ name: 'child', reference: 'FF-7K3Q0' })
})

test.each([
  ['post FF-7K3Q0 to #regional', '#regional'],
  ['post ff-7k3q0 to the regional channel', 'regional'],
  ['please share FF-7K3Q0 in #agency', '#agency'],
  ['post FF-7K3Q0 #regional', '#regional'],
  ['post FF-7K3Q0 to Family finding', 'family finding'],
])('%s posts to %s', (typed, conversation) => {
  expect(read(typed)).toEqual({ name: 'post', reference: 'FF-7K3Q0', conversation })
})

test('somebody who works for two agencies says which', () => {
  expect(read('work as Leicester City')).toEqual({ name: 'work-as', agency: 'leicester city' })
})

test('junk gets the nearest commands', () => {
  expect(read('wating')).toEqual({ name: 'unknown', suggestions: ['waiting'] })
  expect(read('shedule trakcing')).toEqual({ name: 'unknown', suggestions: ['schedule tracking every other Tuesday at 10'] })
  expect(read('atlantis in the sea')).toEqual({ name: 'unknown', suggestions: ['waiting', 'child FF-7K3Q0', 'help'] })
  expect(read('xyzzy')).toEqual({ name: 'unknown', suggestions: ['waiting', 'child FF-7K3Q0', 'help'] })
})

test('no text throws', () => {
  const words = fc.constantFrom(
    'waiting',
    'under',
    'over',
    'aged',
    'between',
    'and',
    'to',
    '5',
    'six',
    'months',
    'years',
    'old',
    'schedule',
    'every',
    'Tuesday',
    'at',
    'half past',
    'starting',
    'for',
    'hours',
    'post',
    'FF-7K3Q0',
    '#regional',
    'work as',
    'Leicester',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary' }),
        fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
      ),
      (typed) => {
        expect(typeof read(typed).name).toBe('string')
      },
    ),
    { numRuns: 300 },
  )
})

test('a filter read from any words fits the contract of the card that carries it on', async () => {
  const { waitingFilter } = await import('../../src/overview/waiting-contract.ts')
  const words = fc.constantFrom(
    'under',
    'over',
    'aged',
    'between',
    'and',
    'to',
    '-',
    '5',
    '99',
    'six',
    'days',
    'months',
    'years',
    'old',
    'boys',
    'sisters',
    'single',
    'Leicester',
    'at least',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), (parts) => {
      const command = read(`waiting ${parts.join(' ')}`)
      if (command.name === 'waiting') expect(waitingFilter.safeParse(command.filter).success).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['post waiting to #regional', { filter: { agencies: [], ageBands: [] }, conversation: '#regional' }],
  ['post the waiting list to the regional channel please', { filter: { agencies: [], ageBands: [] }, conversation: 'regional' }],
  [
    'share children waiting in Leicestershire over six months to #agency',
    { filter: { agencies: ['LEICS'], ageBands: [], minDays: 184 }, conversation: '#agency' },
  ],
  ['post waiting sibling groups into #regional', { filter: { agencies: [], ageBands: [], siblingGroup: true }, conversation: '#regional' }],
])('a list to be posted is read from plain words: %s', (typed, asked) => {
  expect(read(typed)).toEqual({ name: 'post-list', ...asked })
})

test('a list is not offered for posting where a word of it was not understood, or no place was named', () => {
  expect(read('post waiting blond boys to #regional')).toMatchObject({ name: 'unclear', sentence: expect.stringContaining('blond') as string })
  expect(read('post waiting')).toMatchObject({ name: 'unclear', sentence: expect.stringContaining('Where to?') as string })
})
