import type * as z from 'zod'
import type { waitingFilter } from '../../src/overview/waiting-contract.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'

/** A parsed filter says `undefined` where the rules know only absence. */
export const exactFilter = ({ agencies, ageBands, sex, siblingGroup, minDays, maxDays }: z.output<typeof waitingFilter>): WaitingFilter => ({
  agencies,
  ageBands,
  ...(sex === undefined ? {} : { sex }),
  ...(siblingGroup === undefined ? {} : { siblingGroup }),
  ...(minDays === undefined ? {} : { minDays }),
  ...(maxDays === undefined ? {} : { maxDays }),
})
