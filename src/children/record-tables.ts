import type { PlainDate } from '../core/plain-date.ts'
import type { RecordTable } from '../database/record-part.ts'
import { JOURNEY_DATES, type ChildChange, type Journey, type JourneyDate } from './child-views.ts'
import type { Secrets } from './child.ts'
import { ETHNICITY_CODES } from './ethnicity.ts'
import { DATE_WORDS } from './journey/journey.ts'
import type { OwnRecord } from './own-child-row.ts'
import { routesTried } from './journey/routes.ts'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const daysOf = (dates: Partial<Journey>): readonly { readonly Step: string; readonly On: PlainDate }[] =>
  JOURNEY_DATES.flatMap((name: JourneyDate) => {
    const on = dates[name] ?? null
    return on === null ? [] : [{ Step: capital(DATE_WORDS[name]), On: on }]
  })

const facts = (heading: string, all: Readonly<Record<string, string | number | boolean | null>>): RecordTable => ({
  heading,
  rows: Object.entries(all).map(([Fact, Value]) => ({ Fact, Value })),
})

/**
 * All that the register holds about a child, for the agency's own record. Left out is what is only counted from the rest and changes by
 * itself: age, waiting time, clocks, and the copy for partner agencies, which holds nothing else.
 */
export const recordTablesOf = (record: OwnRecord, secrets: Secrets, changes: readonly ChildChange[]): readonly RecordTable[] => {
  const { child } = record
  return [
    facts('Who it is', {
      Reference: child.reference,
      Name: secrets.name,
      'Date of birth': secrets.born,
      'Local reference': secrets.localReference,
      Agency: record.agency.name,
      Sex: child.sex,
      Ethnicity: child.ethnicity === null ? null : ETHNICITY_CODES[child.ethnicity].words,
      Disability: child.disability,
      'Due (unborn)': child.expectedBirth,
      'Legal status': child.legalStatus,
      'Early permanence': child.earlyPermanenceRoute,
      'Carers are to adopt': child.fosterCarerAdoption,
      'Legal advice on a profile before the decision': child.legalAdviceOn,
      'Age in years at the decision': record.ageAtDecision,
      'Family finder': record.worker,
      "Child's social worker": record.socialWorker,
      'Partner agencies could read the shared view': record.isShared,
    }),
    { heading: 'Dates', rows: daysOf(child.journey) },
    {
      heading: 'Attempts that are over, the oldest first',
      rows: child.attempts.flatMap(({ endedBy, on, reason, dates }, at) =>
        [{ Step: `Ended: ${endedBy}${reason === null ? '' : ` (${reason})`}`, On: on }, ...daysOf(dates)].map((step) => ({ Attempt: at + 1, ...step })),
      ),
    },
    { heading: 'Pauses', rows: child.pauses.map(({ kind, reason, from, until }) => ({ Kind: kind, Reason: reason, From: from, Until: until })) },
    facts('Siblings', {
      'Brothers and sisters here': record.siblingReferences.join(', '),
      Plan: child.siblingPlan,
      'Decided on': child.siblingPlanOn,
    }),
    { heading: 'Needs', rows: child.needs.map(({ category, grade }) => ({ Need: category, Grade: grade })) },
    facts('Search', {
      'Routes used': routesTried(child).join(', '),
      'Next step': child.nextStep,
      'Next step due': child.nextStepDue,
      'Next step by': child.nextStepWhose,
      'Why the plan ended': child.planEndedReason,
    }),
    { heading: 'What changed, the newest first', rows: changes.map(({ at, what, by }) => ({ When: at, What: what.join(', '), By: by })) },
  ]
}
