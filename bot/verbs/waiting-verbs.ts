import * as z from 'zod'
import { waitingFilter } from '../../src/overview/waiting-contract.ts'
import { defineVerb } from './define-verb.ts'

const cursor = z.string().max(200).optional()

/** The next page, in the view that the card had. */
export const waitingPageVerb = defineVerb('waiting.page', z.strictObject({ filter: waitingFilter, cursor, view: z.enum(['anonymous', 'entitled']) }))

/** The card's own choices; every input sends a text, empty or "any" where nothing is chosen, several joined by commas. */
const choice = z.string().max(200).default('')
/** Of cards that are there from before 2026-12: what was on them then. */
export const waitingFilterVerb = defineVerb(
  'waiting.filter',
  z.strictObject({ agencies: choice, ageBands: choice, sex: choice, siblings: choice, days: choice }),
)

/** The choices of today's cards; `about` is own work and other facts, several joined by commas. */
export const waitingNarrowVerb = defineVerb(
  'waiting.narrow',
  z.strictObject({
    list: choice,
    about: choice,
    standings: choice,
    since: choice,
    agencies: choice,
    ageBands: choice,
    sex: choice,
    siblings: choice,
    days: choice,
  }),
)

/** "Show me more": the entitled rows of the list that the stored card shows anonymously. */
export const waitingMoreVerb = defineVerb('waiting.more', z.strictObject({ filter: waitingFilter }))

/** The card's own refresh, made by the client and not by a person. */
export const waitingRefreshVerb = defineVerb('waiting.refresh', z.strictObject({ filter: waitingFilter }))
