import type * as z from 'zod'
import { parsePlainDate } from '../core/plain-date.ts'
import type { waitingFilter } from './waiting-contract.ts'
import type { WaitingFilter } from './waiting-list.ts'

const since = (day: string | undefined): Pick<WaitingFilter, 'changedSince'> | undefined => {
  const date = day === undefined ? undefined : parsePlainDate(day)
  return date === undefined ? undefined : { changedSince: date }
}

/** A parsed filter says `undefined` where the rules know only absence. */
export const exactFilter = ({
  list,
  standings,
  changedSince,
  withoutProfile,
  mine,
  unborn,
  harderToPlace,
  agencies,
  ageBands,
  sex,
  siblingGroup,
  minDays,
  maxDays,
}: z.output<typeof waitingFilter>): WaitingFilter => ({
  ...(list === undefined ? {} : { list }),
  ...(standings === undefined ? {} : { standings }),
  ...(since(changedSince) ?? {}),
  ...(withoutProfile === undefined ? {} : { withoutProfile }),
  ...(mine === undefined ? {} : { mine }),
  ...(unborn === undefined ? {} : { unborn }),
  ...(harderToPlace === undefined ? {} : { harderToPlace }),
  agencies,
  ageBands,
  ...(sex === undefined ? {} : { sex }),
  ...(siblingGroup === undefined ? {} : { siblingGroup }),
  ...(minDays === undefined ? {} : { minDays }),
  ...(maxDays === undefined ? {} : { maxDays }),
})
