import { addDays, daysBetween, type PlainDate } from '../../src/core/plain-date.ts'
import { dayWords } from '../texts/words.ts'
import { readDay } from './parse-day.ts'

const CHANGED =
  /\b(?:(?:what|who|which|anything|whatever)(?:'s| is| has| have)? (?:been )?(?:new|happened|changed|updated)|changed|changes?|updated|updates|what's new)\b/u
const WAITING_SINCE = /\bwait(?:ing|s|ed)? since\b/u

/** Days back that "changes" means where no day is named. */
const USUALLY = 7

export type ChangesRead =
  | {
      readonly kind: 'read'
      readonly changedSince?: PlainDate
      /** "waiting since 1 March" */
      readonly minDays?: number
      readonly notes: readonly string[]
      readonly rest: string
    }
  | { readonly kind: 'unclear'; readonly sentence: string }

/** Reads "changed since Monday" and "waiting since 1 March": a weekday or a day without a year is the last one there was. */
export const takeChanges = (text: string, today: PlainDate): ChangesRead => {
  const asksForChanges = CHANGED.test(text)
  if (!asksForChanges && !WAITING_SINCE.test(text)) return { kind: 'read', notes: [], rest: text }
  const read = readDay(text, today, 'last')
  if (read.kind === 'unclear') return read
  const rest = (read.kind === 'none' ? text : text.replace(read.said, ' ')).replace(CHANGED, ' ')
  if (read.kind === 'none' && !asksForChanges) return { kind: 'read', notes: [], rest }
  const since = read.kind === 'none' ? addDays(today, -USUALLY) : read.kind === 'span' ? read.from : read.date
  if (since > today) return { kind: 'unclear', sentence: `${dayWords(since)} is still ahead. Say a day that is past, for example *changed since Monday*.` }
  return asksForChanges
    ? { kind: 'read', changedSince: since, notes: read.kind === 'none' ? ['No day was named, so this is the last 7 days.'] : [], rest }
    : { kind: 'read', minDays: Math.min(daysBetween(since, today), 10_000), notes: [], rest }
}
