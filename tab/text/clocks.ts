import type { Clock, Threshold, WaitingFigures } from '../api/shapes.ts'
import { dateWithDistance, dateWords, daysApart } from './dates.ts'
import { days, list } from './numbers.ts'

/** Where a clock stands, in one sentence: by when, how late, or when it was done. */
export const clockSentence = ({ state, due, doneOn, daysLeft }: Pick<Clock, 'state' | 'due' | 'doneOn' | 'daysLeft'>, today: string): string => {
  if (doneOn !== null) return `Done ${dateWords(doneOn)}, ${state === 'done-late' ? `${days(daysApart(due, doneOn))} late` : 'in time'}`
  if (state === 'late') return `Late by ${days(Math.abs(daysLeft ?? daysApart(today, due)))}: was due ${dateWords(due)}`
  return `${state === 'close' ? 'Due soon: by' : 'By'} ${dateWithDistance(due, today)}`
}

/** `3 of these days on hold or challenged`; nothing where there were none. */
export const pausedWords = (pausedDays: number): string | undefined => (pausedDays === 0 ? undefined : `${days(pausedDays)} of it paused, not taken off`)

export const MEASURE_WORDS: Readonly<Record<Threshold['measure'], string>> = {
  'care-to-placed': 'From entering care to the placement',
  'order-to-match': 'From the placement order to the match',
}

const whose = (words: string): string => words.split(':', 1)[0] ?? words

/** `National threshold, 121 days: over by 40 days`. What is measured stands above, so of the threshold's words only whose it is. */
export const thresholdSentence = ({ words, limit, days: took, over }: Pick<Threshold, 'words' | 'limit' | 'days' | 'over'>): string =>
  `${whose(words)}, ${days(limit)}: ${over ? `over by ${days(took - limit)}` : took === limit ? 'reached today' : `${days(limit - took)} left`}`

type Limits = WaitingFigures['thresholds']

/** `150 days from the order: over 121`; in full, for who hears it or points at the bar, each limit by its name. */
export const orderWords = (fromOrder: number, limits: Limits): { readonly short: string; readonly full: string } => {
  const over = limits.filter(({ limit }) => fromOrder > limit)
  const since = `${days(fromOrder)} from the order`
  return {
    short: over.length === 0 ? since : `${since}: over ${list(over.map(({ limit }) => String(limit)))}`,
    full: [
      `${days(fromOrder)} from the placement order`,
      ...limits.map(({ words, limit }) => thresholdSentence({ words, limit, days: fromOrder, over: fromOrder > limit })),
    ].join('. '),
  }
}

/** `The bars below count from the placement order, up to two years; their marks are: National threshold, 121 days.` */
export const marksWords = (limits: Limits): string =>
  limits.length === 0
    ? 'The bars below count from the placement order, up to two years.'
    : `The bars below count from the placement order, up to two years; their marks are: ${limits.map(({ words, limit }) => `${whose(words)}, ${days(limit)}`).join('; ')}.`
