import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../core/actor.ts'
import { correlationIdOf } from './correlation-id.ts'
import type { Log } from '../http/log.ts'
import { busy, chooseAgencyFirst, noActor, unauthenticated } from '../http/problems.ts'
import { sendProblem } from './send-problem.ts'
import type { Identity, SignIn, SignInOf } from '../people/identity.ts'
import { signInSentence } from '../people/sign-in-texts.ts'
import type { VerifyToken } from './verify-token.ts'

interface Asking {
  readonly identity: Identity
  readonly signIn: SignIn
}
const asking = new WeakMap<Request, Asking>()

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/iu

const refuseToken = (res: Response, header: string | undefined): void => {
  res.set('WWW-Authenticate', header === undefined ? 'Bearer' : 'Bearer error="invalid_token"')
  sendProblem(res, unauthenticated)
}

/**
 * Lets a request on only with a token of a partner's tenant, and remembers who asks.
 * A tenant that no agency has is refused exactly as a forged token is.
 */
export const authenticate =
  ({ verify, signIn, log }: { readonly verify: VerifyToken; readonly signIn: SignInOf; readonly log: Log }): RequestHandler =>
  async (req, res, next) => {
    const header = req.get('authorization')
    const token = BEARER.exec(header ?? '')?.[1]
    const refused = (why: string): void => {
      log.warn({ correlationId: correlationIdOf(res), why }, 'token refused')
      refuseToken(res, header)
    }
    if (token === undefined) {
      refused(header === undefined ? 'no token' : 'not a bearer token')
      return
    }
    const verified = await verify(token)
    if (verified.kind === 'no-keys') {
      log.error({ correlationId: correlationIdOf(res) }, 'the keys of the token issuer cannot be had')
      res.set('Retry-After', '60')
      sendProblem(res, busy)
      return
    }
    if (verified.kind === 'refused') {
      refused(verified.why)
      return
    }
    const found = await signIn(verified.identity)
    if (found.kind === 'unknown-tenant') {
      refused('tenant of no partner')
      return
    }
    asking.set(req, { identity: verified.identity, signIn: found })
    next()
  }

/** Who asks; a request that came past `authenticate` has somebody. */
export const askingOf = (req: Request): Asking => {
  const found = asking.get(req)
  if (found === undefined) throw new Error('This request was not authenticated.')
  return found
}

/** The actor, or undefined once the sentence that says whom to ask has been sent. */
export const actorOr403 = (req: Request, res: Response): Actor | undefined => {
  const { signIn } = askingOf(req)
  if (signIn.kind === 'actor') return signIn.actor
  sendProblem(res, signIn.kind === 'choose' ? chooseAgencyFirst(signInSentence(signIn), signIn.worksFor) : noActor(signInSentence(signIn)))
  return undefined
}
