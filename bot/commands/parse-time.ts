import { NUMBER, numberOf } from './typed-text.ts'

const clock = (hours: number, minutes: number, half: string | undefined): string | null => {
  if (minutes > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return null
  const isAfternoon = half === 'p' ? hours !== 12 : half === undefined && hours >= 1 && hours <= 6
  const isMidnight = half === 'a' && hours === 12
  const hour = isMidnight ? 0 : isAfternoon ? hours + 12 : hours
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const PAST: Readonly<Record<string, number>> = { half: 30, quarter: 15 }

const spoken = (text: string): string | null | undefined => {
  if (/\b(?:noon|midday)\b/u.test(text)) return '12:00'
  const found = new RegExp(String.raw`\b(half|quarter|${NUMBER})(?: minutes?)? (past|to) (${NUMBER})\b ?(?:([ap])\.?m\b)?`, 'u').exec(text)
  if (found === null) return undefined
  const minutes = PAST[found[1] ?? ''] ?? numberOf(found[1] ?? '')
  const hour = numberOf(found[3] ?? '')
  if (found[2] === 'past') return clock(hour, minutes, found[4])
  return clock(hour === 1 && found[4] === undefined ? 12 : hour - 1, 60 - minutes, found[4])
}

/** Most particular first. A bare hour from 1 to 6 is in the afternoon: nobody meets at 2 in the night, and the answer says it back. */
const DIGITS: readonly RegExp[] = [
  /\b(\d{1,2})[:.h](\d{2})(?!\d) ?(?:([ap])\.?m\b)?/u,
  /\b(\d{1,2})() ?([ap])\.?m\b/u,
  new RegExp(String.raw`\bat (${NUMBER})()(?! ?(?:weeks?|minutes?|hours?|\d))\b`, 'u'),
  /(?:^|\s)(\d{1,2})()()(?=$|\s*o'?clock)/u,
]

/** A wall-clock time, looked for in the texts in turn; undefined when none is said, null when what is said is no time. */
export const takeTime = (...texts: readonly string[]): string | null | undefined => {
  for (const text of texts) {
    const said = spoken(text)
    if (said !== undefined) return said
    for (const pattern of DIGITS) {
      const found = pattern.exec(text)
      if (found !== null) return clock(numberOf(found[1] ?? ''), found[2] === '' ? 0 : Number(found[2]), found[3] === '' ? undefined : found[3])
    }
  }
  return texts.some((text) => /\bat \S/u.test(text)) ? null : undefined
}
