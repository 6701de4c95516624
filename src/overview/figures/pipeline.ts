import { AGE_BANDS, ETHNICITY_GROUPS, HARDER_TO_PLACE, NEED_CATEGORIES, NEED_GRADES, SEXES, STAGES } from '../../children/child-views.ts'
import { ageBandOf } from '../../children/bands.ts'
import { ethnicityGroup } from '../../children/ethnicity.ts'
import { harderToPlace } from '../../children/harder-to-place.ts'
import { stageOf } from '../../children/journey/journey.ts'
import { reasonsOf, type OwnRecord } from '../../children/own-child-row.ts'

type Counts<Name extends string> = Readonly<Record<Name, number>>

/** What the children of one agency with a parallel plan will need of families, so that themes are seen early (S003 §8). */
export interface Pipeline {
  /** with a parallel plan, and neither placed nor adopted nor the plan ended */
  readonly total: number
  readonly unborn: number
  /** at Pack A, without a parallel plan or a decision so far (S001 ¶13) */
  readonly packAOnly: number
  readonly byStage: Counts<(typeof STAGES)[number]>
  readonly byAge: Counts<(typeof AGE_BANDS)[number] | 'not known'>
  readonly bySex: Counts<(typeof SEXES)[number] | 'not known'>
  readonly byEthnicity: Counts<(typeof ETHNICITY_GROUPS)[number]>
  readonly disabled: number
  /** sibling groups of whom two or more are in the pipeline, by size */
  readonly siblingGroups: Readonly<Record<string, number>>
  readonly harderToPlace: Counts<(typeof HARDER_TO_PLACE)[number]>
  readonly needs: Readonly<Record<(typeof NEED_CATEGORIES)[number], Counts<(typeof NEED_GRADES)[number]>>>
}

const countBy = <Name extends string>(names: readonly Name[], values: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, values.filter((value) => value === name).length])) as Record<Name, number>

const isOpen = ({ child: { journey } }: OwnRecord): boolean => journey.placed === null && journey.adoptionOrder === null && journey.planEnded === null

const groupSizes = (records: readonly OwnRecord[]): Record<string, number> => {
  const members = new Map<string, number>()
  for (const { child } of records) if (child.siblingGroup !== null) members.set(child.siblingGroup, (members.get(child.siblingGroup) ?? 0) + 1)
  const sizes: Record<string, number> = {}
  for (const size of members.values()) if (size > 1) sizes[size.toString()] = (sizes[size.toString()] ?? 0) + 1
  return sizes
}

export const pipelineOf = (records: readonly OwnRecord[]): Pipeline => {
  const open = records.filter(isOpen)
  const inPlan = open.filter(({ child }) => child.journey.parallelPlan !== null)
  return {
    total: inPlan.length,
    unborn: inPlan.filter(({ isUnborn }) => isUnborn).length,
    packAOnly: open.filter(({ child: { journey: j } }) => j.packA !== null && j.parallelPlan === null && j.admDecision === null && j.placementOrder === null)
      .length,
    byStage: countBy(
      STAGES,
      inPlan.map(({ child, isUnborn }) => stageOf(child.journey, isUnborn)),
    ),
    byAge: countBy(
      [...AGE_BANDS, 'not known'],
      inPlan.map(({ ageYears }) => (ageYears === null ? 'not known' : ageBandOf(ageYears))),
    ),
    bySex: countBy(
      [...SEXES, 'not known'],
      inPlan.map(({ child }) => child.sex ?? 'not known'),
    ),
    byEthnicity: countBy(
      ETHNICITY_GROUPS,
      inPlan.map(({ child }) => ethnicityGroup(child.ethnicity) ?? 'Not known'),
    ),
    disabled: inPlan.filter(({ child }) => child.disability === true).length,
    siblingGroups: groupSizes(inPlan),
    harderToPlace: countBy(
      HARDER_TO_PLACE,
      inPlan.flatMap((record) => harderToPlace(reasonsOf(record)).today),
    ),
    needs: Object.fromEntries(
      NEED_CATEGORIES.map((category) => [
        category,
        countBy(
          NEED_GRADES,
          inPlan.flatMap(({ child }) => child.needs.filter((need) => need.category === category).map(({ grade }) => grade)),
        ),
      ]),
    ) as Pipeline['needs'],
  }
}
