import * as z from 'zod'

const FIRST = '1900-01-01'
const LAST = '2100-12-31'

/** A calendar day such as 2026-11-22, of the years in which anything here can happen: 1900 to 2100. */
export const plainDay = z.iso.date({ abort: true }).refine((day) => day >= FIRST && day <= LAST, 'must be a day from 1900 to 2100')

/**
 * One line of text as people type it, trimmed; a line break or tab becomes a blank. No other control characters and no broken ones:
 * no line has a use for them, and the register cannot store a NUL. Nor format characters, which turn the reading order of a name round (U+202E);
 * only the two joiners, which some scripts spell with.
 */
export const plainText = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\r\n]+/gu, ' ').trim())
    .max(max)
    .regex(/^(?:[\u200C\u200D]|[^\p{Cc}\p{Cs}\p{Cf}])*$/u, 'must be plain text')
