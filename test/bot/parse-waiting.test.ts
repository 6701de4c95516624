import { parseCommand, type Command } from '../../bot/commands/parse-command.ts'
import { filterWords } from '../../bot/texts/filter-words.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { REGION, TODAY } from './support/region.ts'

const read = (typed: string): Command => parseCommand(typed, { agencies: REGION, today: TODAY })
const none: WaitingFilter = { agencies: [], ageBands: [] }

test.each<[string, Partial<WaitingFilter>]>([
  ['waiting', {}],
  ['Who is waiting?', {}],
  ['who has waited longest', {}],
  ['waiting in Leicestershire', { agencies: ['LEICS'] }],
  ['waiting LEICS', { agencies: ['LEICS'] }],
  ['waiting in Leicester', { agencies: ['CITY'] }],
  ['waiting Leicester City', { agencies: ['CITY'] }],
  ['waiting Lincolnshire', { agencies: ['LINCS'] }],
  ['waiting north lincolnshire', { agencies: ['NLINCS'] }],
  ['waiting Northants', { agencies: ['NCT'] }],
  ['waiting in Leicester and Rutland', { agencies: ['CITY', 'RUTLAND'] }],
  ['waiting boys', { sex: 'male' }],
  ['waiting girls', { sex: 'female' }],
  ['waiting boys and girls', {}],
  ['waiting sibling groups', { siblingGroup: true }],
  ['waiting siblings in Rutland', { siblingGroup: true, agencies: ['RUTLAND'] }],
  ['waiting brothers', { siblingGroup: true, sex: 'male' }],
  ['waiting brothers and sisters', { siblingGroup: true }],
  ['waiting sisters in Leicester City', { siblingGroup: true, sex: 'female', agencies: ['CITY'] }],
  ['waiting single children', { siblingGroup: false }],
  ['waiting without siblings', { siblingGroup: false }],
  ['waiting under 5', { ageBands: ['under 1', '1–2', '3–4'] }],
  ['waiting over 5', { ageBands: ['5–9', '10 and over'] }],
  ['waiting aged 5 and over', { ageBands: ['5–9', '10 and over'] }],
  ['waiting aged 3 to 4', { ageBands: ['3–4'] }],
  ['waiting 3-4 year olds', { ageBands: ['3–4'] }],
  ['waiting babies', { ageBands: ['under 1'] }],
  ['waiting over six months', { minDays: 184 }],
  ['waiting over 6 months', { minDays: 184 }],
  ['waiting more than 200 days', { minDays: 201 }],
  ['waiting at least 200 days', { minDays: 200 }],
  ['waiting under 3 months', { maxDays: 90 }],
  ['waiting less than 4 weeks', { maxDays: 27 }],
  ['waiting between 3 and 6 months', { minDays: 91, maxDays: 183 }],
  ['waiting over a year', { minDays: 366 }],
  ['waiting girls aged 3 to 4 over 6 months in Leicestershire', { sex: 'female', ageBands: ['3–4'], minDays: 184, agencies: ['LEICS'] }],
  ['sibling groups in leicestershire waiting over 6 months', { siblingGroup: true, agencies: ['LEICS'], minDays: 184 }],
  ['show me the boys', { sex: 'male' }],
])('%s narrows the list as it says', (typed, wanted) => {
  const command = read(typed)
  expect(command).toEqual({
    name: 'waiting',
    filter: { ...none, ...wanted },
    notes: command.name === 'waiting' ? command.notes.filter((note) => note.includes('time waiting')) : [],
  })
})

test('the answer says back what was understood', () => {
  const command = read('waiting sibling groups Leicestershire over 6 months')
  if (command.name !== 'waiting') throw new Error(command.name)
  expect(filterWords(command.filter, REGION)).toBe('sibling groups · Leicestershire County Council · waiting more than 183 days')
  expect(filterWords(none, REGION)).toBe('all agencies')
  expect(filterWords({ ...none, ageBands: ['under 1', '1–2', '3–4'], maxDays: 90 }, REGION)).toBe('aged under 5 · waiting less than 91 days')
  expect(filterWords({ ...none, ageBands: ['5–9', '10 and over'], minDays: 200 }, REGION)).toBe('aged 5 and over · waiting at least 200 days')
  expect(filterWords({ ...none, ageBands: ['under 1', '5–9'], sex: 'male', siblingGroup: false }, REGION)).toBe('single children · boys · aged under 1 or 5–9')
})

test.each([
  ['waiting aged 2 to 6', 'Ages are kept in bands, so for 2 to 6 this shows 1 to 9.'],
  ['waiting over 7', 'Ages are kept in bands, so for 7 and over this shows 5 and over.'],
  ['waiting over 2 years', 'I read "over 2 years" as time waiting. For an age, say for example *aged over 2*.'],
  ['waiting purple boys', 'I did not understand "purple", so it narrows nothing.'],
])('%s says honestly how it was read', (typed, note) => {
  const command = read(typed)
  expect(command).toMatchObject({ name: 'waiting', notes: [note] })
})
