import type { Actor } from '../core/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { mayChild, permissionToRecord } from './child-access.ts'
import { JOURNEY_DATES, type ChildChange, type OwnChildDetail } from './child-views.ts'
import { canDecideAgain, canDisrupt, journeyFactsOf } from './journey-edits.ts'
import { journeyWarnings } from './journey-warnings.ts'
import { presentOwnChild, type OwnRecord } from './own-child-row.ts'

export interface Beside {
  readonly born: PlainDate | null
  readonly changes: readonly ChildChange[]
}

/** The own view of one child: its keys are listed here, so that a new column reaches nobody unasked. */
export const presentDetail = (record: OwnRecord, { born, changes }: Beside, actor: Actor, today: PlainDate): OwnChildDetail => {
  const { child } = record
  const may = (permission: Parameters<typeof mayChild>[1]): boolean => mayChild(actor, permission, child.agencyId)
  const hasReason = child.planEndedReason !== null
  return {
    ...presentOwnChild(record, actor, today),
    ethnicityCode: child.ethnicity,
    legalStatus: child.legalStatus,
    earlyPermanenceRoute: child.earlyPermanenceRoute,
    fosterCarerAdoption: child.fosterCarerAdoption,
    legalAdviceOn: child.legalAdviceOn,
    siblingPlanOn: child.siblingPlanOn,
    workerId: child.workerId,
    socialWorkerId: child.socialWorkerId,
    pauses: child.pauses,
    attempts: child.attempts,
    warnings: journeyWarnings({ ...journeyFactsOf(child, born), expectedBirth: child.expectedBirth, hasReason }, today),
    changes,
    recordable: JOURNEY_DATES.filter((date) => may(permissionToRecord(date))),
    mayDisrupt: may('record-date') && canDisrupt(child),
    mayDecideAgain: may('record-decision') && canDecideAgain(child),
  }
}
