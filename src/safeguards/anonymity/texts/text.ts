import type { AgencyId, Branded, ChildId, WorkerId } from '../../../core/ids.ts'
import type { ChildReference } from '../../../core/reference.ts'
import type { Finding } from '../checker/findings.ts'

export type TextId = Branded<'TextId'>

export const TEXT_PURPOSES = ['profile', 'update', 'minutes', 'feedback', 'event', 'message'] as const
export type TextPurpose = (typeof TEXT_PURPOSES)[number]

/** `to-confirm`: nothing is stopped, and the author says of what is marked that it identifies nobody. */
export const TEXT_OUTCOMES = ['passes', 'to-confirm', 'stopped'] as const
export type TextOutcome = (typeof TEXT_OUTCOMES)[number]

/** A draft is its author's alone. Only what passed or was overridden may go on its way. */
export const TEXT_STATES = ['draft', 'waiting-for-override', 'passed', 'overridden'] as const
export type TextState = (typeof TEXT_STATES)[number]

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
