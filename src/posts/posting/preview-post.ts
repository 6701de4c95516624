import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { ok, type Result } from '../../core/result.ts'
import { conversationView } from '../conversations/list-conversations.ts'
import { find, lookAt, subjectsOf, type Wanted } from './look-at-post.ts'
import type { postPreview } from '../post-contract.ts'
import { linesAbout } from '../post-lines.ts'
import type { PostDeps } from '../post-scope.ts'

/**
 * Shows the exact card and who will read it. Nothing is sent. The look is audited with its outcome; refusals as `find` and `lookAt` say.
 */
export const previewPost =
  (deps: PostDeps) =>
  async (actor: Actor, wanted: Wanted): Promise<Result<z.output<typeof postPreview>>> => {
    const doing = { verb: 'post.previewed', subjects: subjectsOf(wanted) }
    const found = await deps.register.as(actor, doing, (scope) => find(scope, actor, wanted))
    if (!found.ok) return found
    const looked = await lookAt(deps, found.value)
    return deps.register.as(actor, doing, async (scope) => {
      if (!looked.ok) return looked
      const { place, subject } = found.value
      await scope.audit.record(...linesAbout(doing.verb, { subject }))
      const { card, readers, contentHash, readersHash } = looked.value
      return ok({ conversation: conversationView(place), card: { ...card }, readers: [...readers], contentHash, readersHash })
    })
  }
