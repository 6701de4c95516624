import type { Actor } from '../../../core/actor.ts'
import { parseReference, type ChildReference } from '../../../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../../core/result.ts'
import type { ChildOfText } from '../child-for-text.ts'
import { checkAnonymity } from '../checker/check-anonymity.ts'
import type { Finding } from '../checker/findings.ts'
import type { KnownWords } from '../checker/known-words.ts'
import { phrasesToStop } from '../stop-words/phrases-to-stop.ts'
import { findTooFew } from './find-too-few.ts'
import { mayText, mayTextsAnywhere, mayTextsOfChildren } from './text-access.ts'
import type { TextScope } from './text-scope.ts'

/** Whom a text is about; null for no child. */
export interface Subject {
  readonly reference: ChildReference
  readonly child: ChildOfText
}

const refused = () => refuse({ kind: 'not-allowed', action: 'write this text' })

/** The child that a reference names, for somebody who may write about it. Refuses by role alone before it looks. */
export const subjectOf = async ({ childForText }: Pick<TextScope, 'childForText'>, actor: Actor, typed: string | null): Promise<Result<Subject | null>> => {
  if (!mayTextsAnywhere(actor, 'write')) return refused()
  if (typed === null) return mayText(actor, 'write', null) ? ok(null) : refused()
  if (!mayTextsOfChildren(actor, 'write')) return refused()
  const reference = parseReference('FF', typed)
  if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
  const child = await childForText.byReference(reference)
  return child !== undefined && mayText(actor, 'write', child.agencyId) ? ok({ reference, child }) : notFound()
}

/** What the register knows: the words that the agency entered, and the child's own name where this scope may read it. */
const knownOf = async ({ stopWords }: Pick<TextScope, 'stopWords'>, { childId, name }: ChildOfText): Promise<KnownWords> => {
  const entered = await stopWords.knownOf(childId)
  const ofName = new Set(name === null ? [] : phrasesToStop('name', name))
  return (phrase) => (ofName.has(phrase) ? 'name' : entered(phrase))
}

/** What could identify somebody in a text about this child, in the order of the text. */
export const findingsIn = async (scope: TextScope, child: ChildOfText | null, text: string): Promise<readonly Finding[]> => {
  if (child === null) return checkAnonymity(text)
  const findings = checkAnonymity(text, await knownOf(scope, child))
  const tooFew = findings.some(({ kind }) => kind === 'combination') ? [] : await findTooFew(scope.childForText, text)
  return [...tooFew, ...findings]
}
