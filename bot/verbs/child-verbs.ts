import * as z from 'zod'
import { PLAN_ENDED_REASONS } from '../../src/children/child-views.ts'
import { RECORDABLES } from '../recordable.ts'
import { defineVerb } from './define-verb.ts'

const reference = z.string().max(20)

/** A row of a list opened as a child's card. */
export const childOpenVerb = defineVerb('child.open', z.strictObject({ reference }))
/** "Show me more" on a child's card; a posted card's says which post it is of, by which the card is found again in its conversation. */
export const childMoreVerb = defineVerb('child.more', z.strictObject({ reference, post: z.uuid().optional() }))
/** The card's own refresh, made by the client and not by a person. */
export const childRefreshVerb = defineVerb('child.refresh', z.strictObject({ reference }))

/** "Record a date…" opens its dialog. */
export const recordDateOpenVerb = defineVerb('child.date-dialog', z.strictObject({ reference }))

/** A day was typed where the register has another: its dialog shows both. */
export const recordOtherDayVerb = defineVerb(
  'child.date-replace-dialog',
  z.strictObject({ reference, date: z.enum(RECORDABLES), on: z.iso.date(), reason: z.enum(PLAN_ENDED_REASONS).optional() }),
)

/** What a dialog's input sends: a text, empty where nothing is chosen. */
const filledIn = z.string().max(40).default('')
/** The dialog sent back: the version that the person saw, and a key so that pressing twice records once. */
export const recordDateVerb = defineVerb(
  'child.date-record',
  z.strictObject({ reference, version: z.int().min(1), key: z.uuid(), date: filledIn, on: filledIn, reason: filledIn }),
)
