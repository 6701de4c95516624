import type { NewJob } from '../database/job-queue.ts'
import type { Child } from './child.ts'
import { isWaiting, stageOf } from './journey.ts'

/** Posted cards follow a child whose stage changed. */
export const childChanged = (was: Child, child: Child): readonly NewJob[] =>
  stageOf(was.journey) === stageOf(child.journey) && isWaiting(was.journey) === isWaiting(child.journey)
    ? []
    : [{ kind: 'post.child-changed', payload: { childId: child.id } }]
