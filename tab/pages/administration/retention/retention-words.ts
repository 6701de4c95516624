import type { Hold, PurgedRecord, RetentionPeriods, RetentionRecord } from '../../../api/retention-queries.ts'
import { dateWithDistance, dateWords, instantWords } from '../../../text/dates.ts'
import { counted } from '../../../text/numbers.ts'

export const STATE_WORDS: Readonly<Record<RetentionRecord['state'], string>> = { kept: 'Kept', warned: 'Soon over', due: 'Time is over', held: 'Held' }

export const HOLD_WORDS: Readonly<Record<Hold['reason'], string>> = {
  'court-proceedings': 'Court proceedings',
  'police-or-inquiry': 'Police investigation or public inquiry',
  'safeguarding-review': 'Safeguarding practice review',
  complaint: 'Complaint being looked into',
  'request-for-records': 'Request for records being answered',
  'own-record-not-ready': 'The agency’s own record is not ready',
}

/** What has to happen before somebody can have it purged. */
export const PROBLEM_WORDS: Readonly<Record<NonNullable<RetentionRecord['blockedBy']>, string>> = {
  held: 'It is held. It can be purged once every hold is lifted.',
  'not-due': 'It cannot be purged before its time is over.',
  'not-filed': 'Export it, file it in your agency’s own record, and confirm that here.',
  'changed-since-filed': 'It was changed after it was filed. Export it again and file that.',
  'same-person': 'You confirmed that it is filed. Somebody else asks for the purge, so that two people have looked.',
}

/** `Adopted on 2 Jun 2025; to be purged from 2 Jun 2026` */
export const endWords = ({ endedBy, endedOn, dueOn }: RetentionRecord, today: string): string => {
  if (endedBy === null || endedOn === null || dueOn === null) return 'The plan for adoption goes on'
  const what = endedBy === 'adoption-order' ? 'Adoption order' : 'Plan ended'
  return `${what} ${dateWords(endedOn)}; kept here until ${dateWithDistance(dueOn, today)}`
}

export const exportWords = ({ exported }: RetentionRecord): string => {
  if (exported === null) return 'Not exported yet'
  const { madeBy, madeAt, filed, isCurrent } = exported
  const what =
    filed === null ? `Exported by ${madeBy}, ${instantWords(madeAt)}; not confirmed as filed` : `Filed as ${filed.as}: ${filed.by}, ${instantWords(filed.at)}`
  return isCurrent ? what : `${what}. Changed since`
}

export const purgeWords = ({ purge }: RetentionRecord): string | undefined => {
  if (purge === null) return undefined
  const who = `${purge.requestedBy}, ${instantWords(purge.requestedAt)}`
  return purge.problem === null ? `Being purged: asked for by ${who}` : `Not purged when ${who} asked. ${PROBLEM_WORDS[purge.problem]}`
}

export const holdWords = ({ reason, setBy, setAt, liftedBy, liftedAt }: Hold): string =>
  `${HOLD_WORDS[reason]}: ${setBy}, ${instantWords(setAt)}${liftedAt === null ? '' : `; lifted by ${liftedBy ?? ''}, ${instantWords(liftedAt)}`}`

export const purgedWords = ({ purgedAt, requestedBy, filedBy }: PurgedRecord): string => {
  const who = requestedBy === null ? 'after a backup had brought it back' : `asked for by ${requestedBy}`
  return `Purged ${instantWords(purgedAt)}, ${who}${filedBy === null ? '' : `, filed before by ${filedBy}`}. Nothing about the child is left here.`
}

export const periodsWords = ({ afterOrder, afterPlanEnd, warnedBefore }: RetentionPeriods): string =>
  `Your agency keeps records here for ${counted(afterOrder, 'month')} after the adoption order and ${counted(afterPlanEnd, 'month')} after the plan ended. They are on this list ${counted(warnedBefore, 'week')} before. The settings say so.`
