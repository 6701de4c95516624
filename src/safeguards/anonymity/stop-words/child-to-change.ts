import type { Actor } from '../../../core/actor.ts'
import { parseReference } from '../../../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../../core/result.ts'
import type { Now } from '../../../core/plain-date.ts'
import type { Register } from '../../../database/register.ts'
import type { ChildForText, ChildOfText } from '../child-for-text.ts'
import { mayStopWords, mayStopWordsAnywhere, type StopWordAction } from './stop-word-access.ts'
import type { StopWordStore } from './stop-word-store.ts'

export interface StopWordScope {
  readonly stopWords: StopWordStore
  readonly childForText: ChildForText
}
export interface StopWordDeps {
  readonly register: Register<StopWordScope>
  readonly now: Now
}

const WORDS: Readonly<Record<StopWordAction, string>> = {
  add: 'enter words to stop',
  count: 'see how many words to stop there are',
  remove: 'remove words to stop',
}

/** The child whose words these are, of the actor's own agency; not-allowed by role alone, so that it tells of no child. */
export const childToChange = async ({ childForText }: StopWordScope, actor: Actor, action: StopWordAction, typed: string): Promise<Result<ChildOfText>> => {
  if (!mayStopWordsAnywhere(actor, action)) return refuse({ kind: 'not-allowed', action: WORDS[action] })
  const reference = parseReference('FF', typed)
  if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
  const child = await childForText.byReference(reference)
  return child !== undefined && mayStopWords(actor, action, child.agencyId) ? ok(child) : notFound()
}

export const subjectOf = (typed: string): readonly string[] => [parseReference('FF', typed) ?? 'none']
