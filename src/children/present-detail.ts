import type { Actor } from '../core/actor.ts'
import type { Today } from '../core/plain-date.ts'
import type { BankHolidays } from '../core/working-days.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { mayChild, permissionToEnd, permissionToRecord } from './child-access.ts'
import type { ChildStore } from './child-store.ts'
import { RECORDED_DATES, type OwnChildDetail } from './child-views.ts'
import { thresholdsFor } from './clocks/clocks-thresholds.ts'
import { clocksFor } from './clocks/clocks.ts'
import { canDecideAgain, canDisrupt, journeyFactsOf, lastToTakeBack } from './journey/journey-edits.ts'
import { journeyWarnings } from './journey/journey-warnings.ts'
import { routeUses } from './journey/routes.ts'
import { presentOwnChild, type OwnRecord } from './own-child-row.ts'

export interface DetailScope {
  readonly children: ChildStore
  readonly settings: SettingsStore
}

const CHANGES_SHOWN = 20

/**
 * The own view of one child, with its clocks by the agency's settings: its keys are listed here, so that a new column reaches nobody
 * unasked.
 */
export const detailOf = async (
  { children, settings }: DetailScope,
  record: OwnRecord,
  actor: Actor,
  { today: now, holidays }: { readonly today: Today; readonly holidays: BankHolidays },
): Promise<OwnChildDetail> => {
  const today = now()
  const { child } = record
  const born = (await children.secrets(child.id))?.born ?? null
  const onAnyDay = await settings.valuesOnAnyDay()
  const may = (permission: Parameters<typeof mayChild>[1]): boolean => mayChild(actor, permission, child.agencyId)
  const facts = journeyFactsOf(child, born)
  const group = child.siblingGroup === null ? [] : await children.ofSiblingGroups([child.siblingGroup])
  const lastEnd = lastToTakeBack(child)
  return {
    ...presentOwnChild(record, actor, today),
    ethnicityCode: child.ethnicity,
    legalStatus: child.legalStatus,
    earlyPermanenceRoute: child.earlyPermanenceRoute,
    fosterCarerAdoption: child.fosterCarerAdoption,
    legalAdviceOn: child.legalAdviceOn,
    routeDates: routeUses(child),
    siblingPlanOn: child.siblingPlanOn,
    workerId: child.workerId,
    socialWorkerId: child.socialWorkerId,
    pauses: child.pauses,
    attempts: child.attempts,
    clocks: clocksFor({ ...child, born }, onAnyDay, holidays, today),
    thresholds: thresholdsFor({ ...child, born }, onAnyDay, today),
    warnings: journeyWarnings(
      {
        ...facts,
        expectedBirth: child.expectedBirth,
        hasReason: child.planEndedReason !== null,
        legalStatus: child.legalStatus,
        siblingPlan: child.siblingPlan,
        siblingJourneys: group.filter(({ id }) => id !== child.id).map(({ journey }) => journey),
      },
      today,
    ),
    changes: await children.changes(child.id, CHANGES_SHOWN),
    recordable: RECORDED_DATES.filter((date) => may(permissionToRecord(date))),
    mayDisrupt: may('record-date') && canDisrupt(child),
    mayDecideAgain: may('record-decision') && canDecideAgain(child),
    mayTakeBack: lastEnd !== undefined && may(permissionToEnd(lastEnd.endedBy)),
  }
}
