import type { Setting, SettingEffect, SettingPeriod } from '../../../api/settings-queries.ts'
import { dateWords } from '../../../text/dates.ts'
import { sentence } from '../../../text/numbers.ts'

/** Whose rule it is. */
export const KIND_WORDS: Readonly<Record<Setting['kind'], string>> = {
  statutory: 'Statutory',
  practice: 'Good practice',
  local: 'Local',
}

export const UNIT_WORDS: Readonly<Record<Setting['unit'], string>> = {
  days: 'days',
  'working-days': 'working days',
  weeks: 'weeks',
  months: 'months',
  children: 'children',
  minutes: 'minutes',
  choice: '',
}

type Days = Pick<SettingPeriod, 'from' | 'until'>

/** `from 1 Apr 2026 to 31 Mar 2027`; `always` where it has neither a beginning nor an end. */
export const daysWords = ({ from, until }: Days): string => {
  const words = [from === null ? [] : [`from ${dateWords(from)}`], until === null ? [] : [`to ${dateWords(until)}`]].flat()
  return words.length === 0 ? 'always' : words.join(' ')
}

/** Since when today's value holds, until when, and who gave it: `Since 1 Apr 2026, set by your agency` */
export const sinceWords = ({ from, until, origin, value }: SettingPeriod): string => {
  const who = value === null ? 'not set' : origin === 'agency' ? 'set by your agency' : 'came with the app'
  return sentence([...(from === null ? [] : [`since ${dateWords(from)}`]), ...(until === null ? [] : [`until ${dateWords(until)}`]), who].join(', '))
}

/** `From 22 Nov 2026: 10 working days instead of 7 working days.` */
export const effectWords = (effect: SettingEffect): string => `${sentence(daysWords(effect))}: ${effect.becomes} instead of ${effect.was}.`
