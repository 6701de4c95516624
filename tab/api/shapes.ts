import type * as z from 'zod'
import type { entitledChild, ownChild, recordDateCommand } from '../../src/children/child-contract.ts'
import type { meeting, scheduleTrackingCommand } from '../../src/meetings/meeting-contract.ts'
import type { waitingFigures } from '../../src/overview/waiting-contract.ts'
import type { me } from '../../src/people/people-contract.ts'
import type { conversation, post, postPreview, postReader, requestPostCommand } from '../../src/posts/post-contract.ts'

export type Me = z.output<typeof me>
export type EntitledChild = z.output<typeof entitledChild>
export type OwnChild = z.output<typeof ownChild>
export type RecordDateCommand = z.input<typeof recordDateCommand>
export type WaitingFigures = z.output<typeof waitingFigures>
export type Conversation = z.output<typeof conversation>
export type PostPreview = z.output<typeof postPreview>
export type PostReader = z.output<typeof postReader>
export type RequestPostCommand = z.input<typeof requestPostCommand>
export type Post = z.output<typeof post>
export type Meeting = z.output<typeof meeting>
export type ScheduleTrackingCommand = z.input<typeof scheduleTrackingCommand>
