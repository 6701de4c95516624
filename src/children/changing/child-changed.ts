import type { ChildId } from '../../core/ids.ts'
import type { NewJob } from '../../database/job-queue.ts'
import type { Child } from '../child.ts'
import { isWaiting, stageOf } from '../journey/journey.ts'

/** Every posted card of the child is drawn anew from what partners may then read. */
export const cardsFollow = (childId: ChildId): NewJob => ({ kind: 'post.child-changed', payload: { childId } })

/** Posted cards follow a child whose stage changed. */
export const childChanged = (was: Child, child: Child): readonly NewJob[] =>
  stageOf(was.journey) === stageOf(child.journey) && isWaiting(was.journey) === isWaiting(child.journey) ? [] : [cardsFollow(child.id)]
