import type { PlanEndedReason } from '../../src/children/child-views.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import type { ChildReference } from '../../src/core/reference.ts'
import type { Recordable } from '../recordable.ts'
import { capitalised, JOURNEY_WORDS, listed } from '../texts/words.ts'
import { readDay } from './parse-day.ts'
import { takeRecordables, takeReason } from './recordable-words.ts'
import { takeReference } from './reference-words.ts'

export interface RecordTyped {
  readonly reference: ChildReference
  readonly what: Recordable
  readonly on: PlainDate
  readonly reason?: PlanEndedReason
}
/** A sentence says what to write instead. */
export type RecordRead = { readonly ok: true; readonly asked: RecordTyped } | { readonly ok: false; readonly sentence: string }

const EXAMPLE = '*record placement order FF-7K3Q0 12 March 2026*'
const no = (sentence: string): RecordRead => ({ ok: false, sentence })

/** Words that are several dates: only the person knows which is meant. */
const WHICH: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:cpr|child'?s permanence report)\b/u,
    "Which step of the child's permanence report? Say *CPR requested*, *CPR drafted*, *CPR checked* or *CPR submitted*.",
  ],
  [/\brevo(?:cation|ke)\b/u, 'Was the revocation applied for or granted? Say *revocation applied* or *revoked*.'],
  [/\blink\b/u, 'Is the link being explored, or agreed? Say *exploring link* or *linked*.'],
  [/\b(?:born|birth)\b/u, "A birth is recorded on the child's page in the tab, because it changes more than one date."],
]

type What = { readonly what: Recordable } | { readonly sentence: string }
const whatOf = (named: readonly Recordable[], rest: string): What => {
  const [what] = named
  if (what === undefined)
    return {
      sentence:
        WHICH.find(([pattern]) => pattern.test(rest))?.[1] ??
        `What happened? Say for example ${EXAMPLE}; *placed*, *matched*, *adoption order*, *profile live* and others will do, too.`,
    }
  if (named.length > 1)
    return { sentence: `I read several things: ${listed(named.map((one) => JOURNEY_WORDS[one]))}. Record them one by one, for example ${EXAMPLE}.` }
  return { what }
}
/** Reads which child, what happened and when, in any order. What is missing, ambiguous or impossible is asked back; nothing is guessed. */
export const parseRecord = (text: string, today: PlainDate): RecordRead => {
  const child = takeReference(text)
  if (child.kind === 'none') return no(`Which child? Say for example ${EXAMPLE}.`)
  if (child.kind === 'wrong') return no(child.sentence)
  const read = readDay(child.rest, today, 'ask')
  const withoutDay = read.kind === 'none' ? child.rest : child.rest.replace(read.said, ' ')
  const why = takeReason(withoutDay)
  const { named, rest } = takeRecordables(why.rest)
  const found = whatOf(named, rest)
  if ('sentence' in found) return no(found.sentence)
  const { what } = found
  if (read.kind === 'none') return no(`On which day? Say for example *record ${JOURNEY_WORDS[what]} ${child.reference} 12 March 2026*.`)
  if (read.kind === 'unclear') return no(read.sentence)
  if (read.kind === 'span') return no(`${capitalised(read.said.trim())} is several days. Say the day like *12 March 2026*.`)
  const second = readDay(rest, today, 'last')
  if (second.kind === 'day' || second.kind === 'unclear') return no(`I read two days. Say one of them, for example ${EXAMPLE}.`)
  return { ok: true, asked: { reference: child.reference, what, on: read.date, ...(why.reason === undefined ? {} : { reason: why.reason }) } }
}
