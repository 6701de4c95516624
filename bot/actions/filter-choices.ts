import * as z from 'zod'
import { AGE_BANDS, LISTS, SEXES, STANDINGS } from '../../src/children/child-views.ts'
import { ABOUT } from '../cards/waiting-filter-inputs.ts'

const several = (chosen: string): string[] => chosen.split(',').filter((value) => value !== '')

/** Nothing chosen, or the choice that does not matter. */
const isAny = (chosen: string): boolean => chosen === '' || chosen === 'any'

/** The card's choices; inputs send texts, so what they may say is checked here. */
const choices = z.object({
  list: z.enum(LISTS).optional(),
  about: z.array(z.enum(ABOUT)),
  standings: z.array(z.enum(STANDINGS)),
  changedSince: z.iso.date().optional(),
  agencies: z.array(z.string().regex(/^[A-Z]{2,8}$/u)).max(20),
  ageBands: z.array(z.enum(AGE_BANDS)),
  sex: z.enum(SEXES).optional(),
  siblingGroup: z.boolean().optional(),
  minDays: z.coerce.number().int().min(0).max(10_000).optional(),
})

interface Chosen {
  readonly agencies: string
  readonly ageBands: string
  readonly sex: string
  readonly siblings: string
  readonly days: string
  readonly list?: string
  readonly about?: string
  readonly standings?: string
  readonly since?: string
}

/** Reads what the inputs of a filter sent; undefined where no card could have sent it. */
export const readChoices = ({ agencies, ageBands, sex, siblings, days, list = '', about = '', standings = '', since = '' }: Chosen) => {
  const read = choices.safeParse({
    ...(isAny(list) ? {} : { list }),
    about: several(about),
    standings: several(standings),
    ...(since === '' ? {} : { changedSince: since }),
    agencies: several(agencies),
    ageBands: several(ageBands),
    ...(isAny(sex) ? {} : { sex }),
    ...(siblings === 'true' || siblings === 'false' ? { siblingGroup: siblings === 'true' } : {}),
    ...(isAny(days) ? {} : { minDays: days }),
  })
  if (!read.success) return undefined
  const { about: flags, standings: stands, ...rest } = read.data
  return {
    ...rest,
    // unborn children stand in no other list
    ...(flags.includes('unborn') ? { list: 'open' as const } : {}),
    ...(stands.length === 0 ? {} : { standings: stands }),
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
  }
}
