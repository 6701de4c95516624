import type { WorkerId } from '../../core/ids.ts'

/** Whose cases are whose, as the children of the agency say: family finder or social worker of the child. */
export interface Caseloads {
  /** the references of each person's own children; somebody without any may be left out */
  of(people: readonly WorkerId[]): Promise<ReadonlyMap<WorkerId, ReadonlySet<string>>>
}
