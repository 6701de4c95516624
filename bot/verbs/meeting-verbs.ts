import * as z from 'zod'
import { defineVerb } from './define-verb.ts'

/** The meetings as they stand now: has the calendar answered? */
export const meetingsListVerb = defineVerb('meetings.list', z.strictObject({}))
