import type { AgencyId, Branded, ChildId, WorkerId } from '../../../core/ids.ts'
import type { ChildReference } from '../../../core/reference.ts'
import type { Finding } from '../checker/findings.ts'
import type { TextOutcome, TextPurpose, TextState } from './text-kinds.ts'

export type TextId = Branded<'TextId'>

export interface CheckedText {
  readonly id: TextId
  readonly version: number
  readonly agencyId: AgencyId
  readonly authorId: WorkerId
  readonly authorName: string
  /** a child of this agency */
  readonly subjectId: ChildId | null
  readonly subjectReference: ChildReference | null
  readonly subjectAgencyId: AgencyId
  readonly purpose: TextPurpose
  readonly text: string
  readonly state: TextState
  readonly changedAt: Date
}

export const outcomeOf = (findings: readonly Finding[]): TextOutcome =>
  findings.length === 0 ? 'passes' : findings.some(({ mark }) => mark === 'stop') ? 'stopped' : 'to-confirm'

/** Where a text stands once it has been checked; a stopped one waits for a second person only if its author asks for one. */
export const stateAfter = (outcome: TextOutcome, asksOverride: boolean): TextState =>
  outcome === 'passes' ? 'passed' : outcome === 'stopped' && asksOverride ? 'waiting-for-override' : 'draft'

export const isOpen = ({ state }: Pick<CheckedText, 'state'>): boolean => state === 'draft' || state === 'waiting-for-override'
