import * as z from 'zod'
import { AGE_BANDS, SEXES } from '../../src/children/child-views.ts'
import { say } from '../answers.ts'
import { showWaiting } from '../show-waiting.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import { waitingFilterVerb } from '../verbs/waiting-verbs.ts'
import { action } from './action.ts'
import { exactFilter } from './exact-filter.ts'

const several = (chosen: string): string[] => chosen.split(',').filter((value) => value !== '')

/** Nothing chosen, or the choice that does not matter. */
const isAny = (chosen: string): boolean => chosen === '' || chosen === 'any'

/** The card's choices; inputs send texts, so what they may say is checked here. */
const choices = z.object({
  agencies: z.array(z.string().regex(/^[A-Z]{2,8}$/u)).max(20),
  ageBands: z.array(z.enum(AGE_BANDS)),
  sex: z.enum(SEXES).optional(),
  siblingGroup: z.boolean().optional(),
  minDays: z.coerce.number().int().min(0).max(10_000).optional(),
})

export const waitingFilter = action(waitingFilterVerb, (deps) => async (turn, data) => {
  const filter = choices.safeParse({
    agencies: several(data.agencies),
    ageBands: several(data.ageBands),
    ...(isAny(data.sex) ? {} : { sex: data.sex }),
    ...(data.siblings === 'true' || data.siblings === 'false' ? { siblingGroup: data.siblings === 'true' } : {}),
    ...(isAny(data.days) ? {} : { minDays: data.days }),
  })
  return filter.success ? showWaiting(deps)(turn, { filter: exactFilter(filter.data) }) : say(TEXTS.forgedCard)
})
