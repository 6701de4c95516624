import type { WaitingFilter } from '../src/overview/waiting-list.ts'

/** The filter as the query of the tab's page and of the API: `agency=LEICS&siblings=true`; empty for no filter. */
export const waitingAddress = (filter: WaitingFilter): string => {
  const query = new URLSearchParams()
  const { list, standings = [], changedSince, sex, siblingGroup, minDays, maxDays } = filter
  if (list !== undefined) query.set('list', list)
  for (const standing of standings) query.append('standing', standing)
  if (changedSince !== undefined) query.set('changedSince', changedSince)
  for (const own of ['withoutProfile', 'mine', 'unborn', 'harderToPlace'] as const) if (filter[own] === true) query.set(own, 'true')
  for (const code of filter.agencies) query.append('agency', code)
  for (const band of filter.ageBands) query.append('ageBand', band)
  if (sex !== undefined) query.set('sex', sex)
  if (siblingGroup !== undefined) query.set('siblings', String(siblingGroup))
  if (minDays !== undefined) query.set('minDays', String(minDays))
  if (maxDays !== undefined) query.set('maxDays', String(maxDays))
  return query.toString()
}
