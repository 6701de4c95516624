import { ServiceProblem, UnreadableAnswer, Unreachable } from '../api/client.ts'
import { SignInFailed } from '../session.ts'

/** What people read where something did not work: what happened, what is safe, one next step. */
export interface ProblemWords {
  readonly tone: 'warning' | 'error'
  readonly title: string
  readonly detail: string
  readonly correlationId: string | undefined
  /** whether trying again may help */
  readonly retry: boolean
}

const words = (tone: ProblemWords['tone'], title: string, detail: string, retry: boolean, correlationId?: string): ProblemWords => ({
  tone,
  title,
  detail,
  correlationId,
  retry,
})

const HIDDEN = "You can't open this. It may not exist, or it may belong to another agency. If you think you should see it, ask your practice manager."

const serviceWords = ({ problem }: ServiceProblem): ProblemWords => {
  const { status, title, detail, correlationId } = problem
  if (status === 404) return words('warning', 'Not found', HIDDEN, false)
  if (status === 401)
    return words(
      'warning',
      'Your sign-in was not accepted',
      "Nothing is lost. Try again; if it stays so, your organisation may not take part: ask your regional adoption agency's coordinator.",
      true,
      correlationId,
    )
  if (status === 429) return words('warning', 'Too many requests', 'Nothing is lost. Wait a minute, then try again.', true, correlationId)
  if (status >= 500)
    return words(
      'error',
      'Something went wrong',
      'Nothing was changed by this. Try again; if it happens again, tell your administrator the number below.',
      true,
      correlationId,
    )
  return words('warning', title, detail, status === 409, correlationId)
}

const signInWords = ({ attempts }: SignInFailed): ProblemWords =>
  attempts.length === 0
    ? words(
        'warning',
        'Open this in Teams or Outlook',
        'Family Finding signs you in through Teams or Outlook. In a browser alone it cannot know who you are.',
        false,
      )
    : words(
        'error',
        'Signing in did not work',
        `Nothing was opened or changed. ${attempts.map(({ source, reason }) => `${source}: ${reason}.`).join(' ')} Try again; if it happens again, tell your administrator these words.`,
        true,
      )

export const problemWords = (error: unknown): ProblemWords => {
  if (error instanceof ServiceProblem) return serviceWords(error)
  if (error instanceof SignInFailed) return signInWords(error)
  if (error instanceof Unreachable)
    return words(
      'warning',
      'No connection',
      'Family Finding does not answer. Nothing is lost; what you see may be old. Check your connection, then try again.',
      true,
    )
  if (error instanceof UnreadableAnswer)
    return words(
      'error',
      'This page is out of date',
      'The service answered in a way that this page does not know. Nothing was changed by reading. Reload the page.',
      true,
    )
  return words('error', 'Something went wrong', 'Nothing was changed by this. Try again, or reload the page.', true)
}

/** `422` names the fields; this finds the sentence for one of them. */
export const fieldWords = (error: unknown, pointer: string): string | undefined =>
  error instanceof ServiceProblem ? error.problem.errors?.find((field) => field.pointer.endsWith(pointer))?.detail : undefined

/** The service's own words for a conflict: which one it is, and that nothing was saved. */
export const conflictOf = (error: unknown): { readonly title: string; readonly detail: string } | undefined =>
  error instanceof ServiceProblem && error.problem.status === 409 ? error.problem : undefined

/** Whether every sentence of a `422` belongs to one of these fields, which say it themselves. */
export const isSaidAtFields = (error: unknown, pointers: readonly string[]): boolean =>
  error instanceof ServiceProblem &&
  error.problem.errors !== undefined &&
  error.problem.errors.every((field) => pointers.some((pointer) => field.pointer.endsWith(pointer)))
