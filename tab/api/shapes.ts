import type * as z from 'zod'
import type {
  addChildCommand,
  decideAgainCommand,
  describeChildCommand,
  endPauseCommand,
  recordBirthCommand,
  recordDateCommand,
  recordDisruptionCommand,
  setSiblingsCommand,
  startPauseCommand,
  takeBackAttemptCommand,
} from '../../src/children/changing/child-commands-contract.ts'
import type { entitledChild, entitledChildDetail, ownChildDetail } from '../../src/children/child-contract.ts'
import type { meeting, scheduleTrackingCommand } from '../../src/meetings/meeting-contract.ts'
import type { waitingFigures } from '../../src/overview/waiting-contract.ts'
import type { me } from '../../src/people/people-contract.ts'
import type { conversation, post, postPreview, postReader, requestPostCommand, withdrawPostCommand } from '../../src/posts/post-contract.ts'

export type Me = z.output<typeof me>
export type EntitledChild = z.output<typeof entitledChild>
/** A child's own page: more than a row of a list has. */
export type EntitledChildDetail = z.output<typeof entitledChildDetail>
export type OwnChildDetail = z.output<typeof ownChildDetail>
/** What can be asked for about one child, by the last part of its address. */
export interface ChildCommands {
  readonly dates: z.input<typeof recordDateCommand>
  readonly disruption: z.input<typeof recordDisruptionCommand>
  readonly decision: z.input<typeof decideAgainCommand>
  readonly 'attempts/taken-back': z.input<typeof takeBackAttemptCommand>
  readonly birth: z.input<typeof recordBirthCommand>
  readonly pauses: z.input<typeof startPauseCommand>
  readonly 'pauses/end': z.input<typeof endPauseCommand>
  readonly facts: z.input<typeof describeChildCommand>
  readonly siblings: z.input<typeof setSiblingsCommand>
}
export type Clock = OwnChildDetail['clocks'][number]
export type Threshold = OwnChildDetail['thresholds'][number]
export type AddChildCommand = z.input<typeof addChildCommand>
export type WaitingFigures = z.output<typeof waitingFigures>
export type Conversation = z.output<typeof conversation>
export type PostPreview = z.output<typeof postPreview>
export type PostReader = z.output<typeof postReader>
/** What confirms a preview, whatever it is of. */
export type Confirmation = Omit<z.input<typeof requestPostCommand>, 'reference'>
export type WithdrawPostCommand = z.input<typeof withdrawPostCommand>
export type Post = z.output<typeof post>
export type Meeting = z.output<typeof meeting>
export type ScheduleTrackingCommand = z.input<typeof scheduleTrackingCommand>
