import { isLoopbackUrl } from '../loopback.ts'
import type { LocalIssuer } from '../issuer.ts'

/** What the bot answered to an activity; passed on as it is. */
export interface BotAnswer {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
}

/** Hands a signed activity to the app's own `/api/messages`. */
export type Forward = (activity: object, authorization: string) => Promise<BotAnswer>

/** Over real HTTP, as a channel would, so that nothing of the app's own checks is passed by. */
export const forwardTo =
  (publicUrl: () => string): Forward =>
  async (activity, authorization) => {
    const answer = await fetch(`${publicUrl()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    })
    return { status: answer.status, contentType: answer.headers.get('content-type') ?? undefined, body: await answer.text() }
  }

export type Deliverable = Readonly<Record<string, unknown>> & { readonly serviceUrl: string }

/** Signs an activity for the bot: the token names the service URL, which may be this machine's only. */
export const deliverer =
  ({ issuer, forward }: { issuer: LocalIssuer; forward: Forward }) =>
  async (activity: Deliverable): Promise<BotAnswer> => {
    if (!isLoopbackUrl(activity.serviceUrl)) throw new Error('Only activities with a loopback serviceUrl are signed.')
    return forward(activity, `Bearer ${await issuer.channelToken(activity.serviceUrl)}`)
  }
export type Deliver = ReturnType<typeof deliverer>
