import type * as z from 'zod'
import type { ConflictReason, Refusal } from '../core/result.ts'
import type { problem } from './problem-contract.ts'

/** A problem before it is sent: the correlation id is the request's. */
export type Problem = Omit<z.output<typeof problem>, 'correlationId'>

const CONFLICTS: Readonly<Record<ConflictReason, string>> = {
  'stale-version': 'Someone changed this since you opened it. Nothing of yours was saved. Open it again to see how it stands now.',
  'already-done': 'This was done already. Nothing more was changed.',
  'key-reused': 'This key was used for another command. Nothing was changed. Send each new command with a new key.',
  'glass-closed': 'This record is not open to you, or its time is over. If you need it, open it and say why.',
  audience: 'The card or the people who can read it changed since you looked. Nothing was posted. Look at the preview again.',
}

const make = (slug: string, status: number, title: string, detail: string): Problem => ({ type: `/problems/${slug}`, title, status, detail })

/** A field as a JSON pointer (RFC 6901): `needs.0.grade` is not one, `/needs/0/grade` is. */
export const pointerTo = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export const invalidProblem = (errors: readonly { readonly pointer: string; readonly detail: string }[]): Problem => ({
  ...make('invalid', 422, 'Something does not fit', 'Nothing was changed. Put right what is listed and send it again.'),
  errors: [...errors],
})

/** The HTTP answer to each refusal. A new kind does not compile until it is here. */
export const problemOf = (refusal: Refusal): Problem => {
  switch (refusal.kind) {
    case 'not-found':
      return make(
        'not-found',
        404,
        "You can't open this",
        "You can't open this. It may not exist, or it may belong to another agency. If you think you should see it, ask your practice manager.",
      )
    case 'not-allowed':
      return make('not-allowed', 403, "You can't do this", `Your role doesn't let you ${refusal.action}. If you think it should, ask your practice manager.`)
    case 'conflict':
      return make('conflict', 409, 'This stands differently now', CONFLICTS[refusal.reason])
    case 'invalid':
      return invalidProblem(Object.entries(refusal.fields).map(([field, detail]) => ({ pointer: pointerTo(field.split('.')), detail })))
    default:
      return refusal satisfies never
  }
}

/** Says the same for every kind of bad token, so that a forger learns nothing. */
export const unauthenticated = make('sign-in', 401, 'Sign in', 'Sign in again: this request carries no token that this service accepts.')
export const unknownAddress = make(
  'unknown-address',
  404,
  'No such address',
  'There is nothing at this address. The addresses are listed in /api/openapi.json.',
)
export const wrongMethod = (allowed: readonly string[]): Problem =>
  make('wrong-method', 405, 'Another method is needed', `This address takes ${allowed.join(' or ')}.`)
export const tooLarge = (limit: string): Problem => make('too-large', 413, 'Too much at once', `The body may be at most ${limit}. Nothing was changed.`)
export const wrongMediaType = make('wrong-media-type', 415, 'JSON is needed', 'Send the body as application/json in UTF-8. Nothing was changed.')
export const fileNeeded = make('wrong-media-type', 415, 'A file is needed', 'Send the file itself as application/octet-stream. Nothing was changed.')
export const malformedJson = make('malformed', 400, 'Not readable', 'The body is not valid JSON. Nothing was changed.')
export const malformedAddress = make('malformed', 400, 'Not readable', 'The address is not valid: something in it is wrongly encoded. Nothing was changed.')
export const tooOften = make(
  'too-often',
  429,
  'A little slower',
  'That were more requests in a minute than one person makes. Nothing was changed. Try again shortly.',
)
export const busy = make('busy', 503, 'Not reachable just now', 'A service that this one needs does not answer. Nothing was changed. Try again in a minute.')
export const fault = make(
  'fault',
  500,
  'Something went wrong',
  'Something went wrong on our side. What was saved before is safe. Try again; if it stays, give your administrator the correlation id.',
)
export const forbiddenHere = (sentence: string): Problem => make('not-here', 403, 'Not from here', sentence)
export const noActor = (sentence: string): Problem => make('no-role', 403, 'You have no role here yet', sentence)
export const chooseAgencyFirst = (sentence: string, choices: readonly { readonly code: string; readonly name: string }[]): Problem => ({
  ...make('choose-agency', 403, 'Choose your agency', sentence),
  choices: choices.map(({ code, name }) => ({ code, name })),
})
