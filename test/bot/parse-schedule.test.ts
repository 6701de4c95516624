import { parseSchedule, type ScheduleAsked } from '../../bot/commands/parse-schedule.ts'
import { tidy } from '../../bot/commands/typed-text.ts'
import { TODAY } from './support/region.ts'

const read = (typed: string) => parseSchedule(tidy(typed), TODAY)
const usual: ScheduleAsked = { weekday: 'tuesday', startsAt: '10:00', everyWeeks: 2, minutes: 60 }

test.each<[string, Partial<Record<keyof ScheduleAsked, string | number>>]>([
  ['schedule tracking every other Tuesday at 10', {}],
  ['Schedule tracking fortnightly on Tuesdays at 10am', {}],
  ['schedule tracking Tuesday 10', {}],
  ['schedule tracking every Tuesday at 10:00', { everyWeeks: 1 }],
  ['schedule tracking weekly Tuesday 10.30', { everyWeeks: 1, startsAt: '10:30' }],
  ['schedule tracking every 3 weeks on Tuesday at 10', { everyWeeks: 3 }],
  ['schedule tracking every three weeks on Tuesday at 10', { everyWeeks: 3 }],
  ['book tracking every other Wednesday at 2pm', { weekday: 'wednesday', startsAt: '14:00' }],
  ['schedule tracking every other thursday at 14:30', { weekday: 'thursday', startsAt: '14:30' }],
  ['schedule tracking every other Friday at half past two', { weekday: 'friday', startsAt: '14:30' }],
  ['schedule tracking every other Monday at quarter to ten', { weekday: 'monday', startsAt: '09:45' }],
  ['schedule tracking every other Monday at noon', { weekday: 'monday', startsAt: '12:00' }],
  ['schedule tracking every other Tuesday at 10 for 90 minutes', { minutes: 90 }],
  ['schedule tracking every other Tuesday at 10 for 2 hours', { minutes: 120 }],
  ['schedule tracking every other Tuesday for an hour and a half at 10', { minutes: 90 }],
  ['schedule tracking every other Tuesday at 10 starting 1 December', { firstOn: '2026-12-01' }],
  ['schedule tracking every other Tuesday at 10 from 2026-12-08', { firstOn: '2026-12-08' }],
  ['schedule tracking fortnightly at 10 starting 1 December', { firstOn: '2026-12-01' }],
  ['schedule tracking every other Tuesday starting 5 January at 10', { firstOn: '2027-01-05' }],
  ['schedule tracking every other Tuesday starting 1 December at 10 for 90 minutes', { firstOn: '2026-12-01', minutes: 90 }],
])('%s', (typed, wanted) => {
  expect(read(typed)).toEqual({ ok: true, asked: { ...usual, ...wanted } })
})

test.each([
  ['schedule tracking every Saturday at 10', /weekdays/u],
  ['schedule tracking every other Sunday at 10', /weekdays/u],
  ['schedule tracking', /Which weekday/u],
  ['schedule tracking every other Tuesday', /At what time/u],
  ['schedule tracking every other Tuesday at 25', /could not read that time/u],
  ['schedule tracking every other Tuesday at 10:75', /could not read that time/u],
  ['schedule tracking every other Tuesday at teatime', /could not read that time/u],
  ['schedule tracking every other Tuesday at 3am', /working hours/u],
  ['schedule tracking every other Tuesday at 10 starting 1 October 2026', /is past/u],
  ['schedule tracking every other Tuesday at 10 starting 2 December', /is a Wednesday, not a Tuesday/u],
  ['schedule tracking every other Tuesday at 10 starting 5 December 2026', /weekend/u],
  ['schedule tracking every other Tuesday at 10 starting 2026-02-31', /could not read the first day/u],
  ['schedule tracking every other Tuesday at 10 starting soonish', /could not read the first day/u],
  ['schedule tracking every other Tuesday at 10 starting 1 December 2029', /more than a year ahead/u],
  ['schedule tracking Monday and Thursday at 10', /several days/u],
  ['schedule tracking every 20 weeks on Tuesday at 10', /every 1 to 8 weeks/u],
  ['schedule tracking every other Tuesday at 10 for 9 hours', /15 minutes to 8 hours/u],
  ['schedule tracking monthly on Tuesday at 10', /repeat by weeks/u],
])('%s is refused with a sentence', (typed, sentence) => {
  const answer = read(typed)
  expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) })
})
