import * as z from 'zod'
import type { PlainDate } from '../core/plain-date.ts'

/** A `date` column: its text, on both engines. */
export const plainDateColumn = z.iso.date().transform((text) => text as PlainDate)
