import * as z from 'zod'

const FIRST = '1900-01-01'
const LAST = '2100-12-31'

/** A calendar day such as 2026-11-22, of the years in which anything here can happen: 1900 to 2100. */
export const plainDay = z.iso.date({ abort: true }).refine((day) => day >= FIRST && day <= LAST, 'must be a day from 1900 to 2100')

/**
 * One line of text as people type it, trimmed; a line break or tab becomes a blank. No other control characters and no broken ones:
 * no line has a use for them, and the register cannot store a NUL.
 */
export const plainText = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\r\n]+/gu, ' ').trim())
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be plain text')
