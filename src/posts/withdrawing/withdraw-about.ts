import * as z from 'zod'
import type { ChildId } from '../../core/ids.ts'
import type { JobHandler } from '../../database/job-queue.ts'
import { linesAbout } from '../post-lines.ts'
import type { PostDeps } from '../post-scope.ts'
import { isTakenBack, type Post, type Withdrawal } from '../post.ts'
import { updateJobs } from '../delivery/update-jobs.ts'

const JOB = 'job:post.withdraw-about'
const aboutChild = z.strictObject({ childId: z.uuid().transform((id) => id as ChildId) })

/** A card of the child alone goes from its conversation; of a list only what it says goes, because others are on it. */
const withdrawalOf = ({ subject }: Post, at: Date): Withdrawal => ({
  by: 'Family Finding, with the record',
  because: 'no-longer-needed',
  how: subject.kind === 'list' ? 'replace' : 'delete',
  at,
})

/** Follows a purge of a child's record, in the child's own agency: whatever still lies anywhere about the child is taken back, whoever posted it. */
export const withdrawAbout =
  ({ register, now }: PostDeps): JobHandler =>
  async (job) => {
    const { childId } = aboutChild.parse(job.payload)
    await register.asJob(job.agencyId, JOB, async (scope) => {
      const left = (await scope.posts.about(childId)).filter((post) => !isTakenBack(post) && post.state !== 'deleted' && post.state !== 'refused')
      for (const post of left) await scope.posts.takeBack([post], withdrawalOf(post, now()))
      await scope.jobs.add(...updateJobs(left))
      await scope.audit.record(...linesAbout('post.withdrawal-asked', left, 'the record was purged'))
    })
    return { kind: 'done' }
  }
