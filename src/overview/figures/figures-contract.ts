import * as z from 'zod'
import { AGE_BANDS, ETHNICITY_GROUPS, HARDER_TO_PLACE, NEED_CATEGORIES, NEED_GRADES, SEXES, STAGES, STANDINGS } from '../../children/child-views.ts'
import { plainDay } from '../../http/common-contract.ts'
import { count, counts } from '../counts-contract.ts'

/** The query string of `GET /api/v1/figures`; both days belong to the period. */
export const period = z.strictObject({ from: plainDay, until: plainDay })

export const periodFigures = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  flows: counts([
    'admDecisions',
    'placementOrders',
    'earlyPermanence',
    'matched',
    'placed',
    'placedWithFosterCarers',
    'placedInSiblingGroups',
    'adoptionOrders',
    'plansEnded',
    'disruptions',
  ]),
  stocks: z.strictObject({
    waiting: count,
    orderNotMatched: count,
    orderNotPlaced: z.strictObject({ total: count, boys: count, girls: count, siblingGroups: count, inSiblingGroups: count, byStanding: counts(STANDINGS) }),
    placedAwaitingOrder: count,
  }),
})

export const pipeline = z.strictObject({
  total: count,
  unborn: count,
  packAOnly: count,
  byStage: counts(STAGES),
  byAge: counts([...AGE_BANDS, 'not known']),
  bySex: counts([...SEXES, 'not known']),
  byEthnicity: counts(ETHNICITY_GROUPS),
  disabled: count,
  siblingGroups: z.record(z.string(), count),
  harderToPlace: counts(HARDER_TO_PLACE),
  needs: z.strictObject(
    Object.fromEntries(NEED_CATEGORIES.map((category) => [category, counts(NEED_GRADES)])) as Record<
      (typeof NEED_CATEGORIES)[number],
      ReturnType<typeof counts<(typeof NEED_GRADES)[number]>>
    >,
  ),
})
