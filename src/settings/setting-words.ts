import type { PlainDate } from '../core/plain-date.ts'
import type { SettingDefinition, SettingValue } from './setting-definition.ts'
import type { AmountUnit, TallyUnit } from './setting-kinds.ts'

const UNITS: Readonly<Record<AmountUnit | TallyUnit, readonly [string, string]>> = {
  days: ['day', 'days'],
  'working-days': ['working day', 'working days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  children: ['child', 'children'],
  minutes: ['minute', 'minutes'],
}

/** `7 working days`, `the regional agency`, `none` */
export const valueWords = (definition: SettingDefinition, value: SettingValue): string => {
  if (value === null) return 'none'
  if (definition.unit === 'choice') return definition.choices[value] ?? String(value)
  const [one, many] = UNITS[definition.unit]
  return `${value.toString()} ${value === 1 ? one : many}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dateWords = (date: PlainDate): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day).toString()} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** `from 1 Apr 2026 to 21 Nov 2026`; an end that is not there is left out. */
export const periodWords = ({ from, until }: { readonly from: PlainDate | null; readonly until: PlainDate | null }): string =>
  [from === null ? [] : [`from ${dateWords(from)}`], until === null ? [] : [`to ${dateWords(until)}`]].flat().join(' ')
