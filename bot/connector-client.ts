import * as z from 'zod'

interface Circumstances {
  readonly status?: number
  /** the connector's own name for the error, such as ConversationNotFound */
  readonly code?: string | undefined
  readonly retryAfter?: number | undefined
  readonly neverLeft?: boolean
  readonly cause?: unknown
}

/** The Bot Connector refused or could not be reached; `status` is undefined when there was no answer at all. */
export class ConnectorProblem extends Error {
  readonly status: number | undefined
  readonly code: string | undefined
  /** seconds, where it said so */
  readonly retryAfter: number | undefined
  /** no connection was made, so that nothing can have been done; false where the call may have arrived without an answer */
  readonly neverLeft: boolean
  constructor(message: string, { status, code, retryAfter, neverLeft = false, cause }: Circumstances = {}) {
    super(message, { cause })
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
    this.neverLeft = neverLeft
  }
}

const member = z.looseObject({
  id: z.string(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
})
export type ConnectorMember = z.output<typeof member>
const membersPage = z.looseObject({ members: z.array(member), continuationToken: z.string().nullish() })
const sent = z.looseObject({ id: z.string() })
const refusal = z.looseObject({ error: z.looseObject({ code: z.string() }) })
const created = z.looseObject({ id: z.string(), activityId: z.string().nullish() })

const secondsOf = (header: string | null): number | undefined => {
  if (header === null) return undefined
  const seconds = /^\d+$/u.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

/** What Node says when it could not even connect; after anything else the call may have been taken. */
const UNCONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']
const unreached = z.object({ cause: z.object({ code: z.enum(UNCONNECTED) }) })

/**
 * The few calls to the Bot Connector that are not answers within a turn. Plain REST, because the SDK's client repeats failed calls by
 * itself, which posts a card twice, and hides Retry-After from the queue that should obey it.
 */
export const connectorClient = (token: () => Promise<string>) => {
  const call = async <S extends z.ZodType>(serviceUrl: string, method: string, path: string, answer: S, body?: object): Promise<z.output<S>> => {
    const authorization = await token().then(
      (value) => `Bearer ${value}`,
      (cause: unknown) => {
        throw new ConnectorProblem('No token for Teams could be had', { neverLeft: true, cause })
      },
    )
    let response: Response
    let text: string
    try {
      response = await fetch(`${serviceUrl.replace(/\/+$/u, '')}/v3/conversations${path}`, {
        method,
        signal: AbortSignal.timeout(15_000),
        redirect: 'error',
        headers: { authorization, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      text = await response.text()
    } catch (cause) {
      const neverLeft = unreached.safeParse(cause).success
      throw new ConnectorProblem(neverLeft ? 'Teams could not be reached' : 'Teams did not answer', { neverLeft, cause })
    }
    const { status } = response
    if (!response.ok) {
      const code = refusal.safeParse(parseJson(text)).data?.error.code
      throw new ConnectorProblem(`Teams answered ${status}`, { status, code, retryAfter: secondsOf(response.headers.get('retry-after')) })
    }
    const parsed = answer.safeParse(parseJson(text))
    if (!parsed.success) throw new ConnectorProblem('Teams answered something that cannot be read', { status })
    return parsed.data
  }
  const inConversation = (id: string): string => `/${encodeURIComponent(id)}`

  return {
    /** Begins a conversation or a thread; answers with the message's own id, not the conversation's. */
    create: (serviceUrl: string, parameters: object) => call(serviceUrl, 'POST', '', created, parameters),
    send: (serviceUrl: string, conversationId: string, activity: object) =>
      call(serviceUrl, 'POST', `${inConversation(conversationId)}/activities`, sent, activity),
    update: (serviceUrl: string, conversationId: string, activityId: string, activity: object) =>
      call(serviceUrl, 'PUT', `${inConversation(conversationId)}/activities/${encodeURIComponent(activityId)}`, z.unknown(), activity),
    remove: (serviceUrl: string, conversationId: string, activityId: string) =>
      call(serviceUrl, 'DELETE', `${inConversation(conversationId)}/activities/${encodeURIComponent(activityId)}`, z.unknown()),
    member: (serviceUrl: string, conversationId: string, memberId: string) =>
      call(serviceUrl, 'GET', `${inConversation(conversationId)}/members/${encodeURIComponent(memberId)}`, member),
    membersPage: (serviceUrl: string, conversationId: string, continuationToken?: string) =>
      call(
        serviceUrl,
        'GET',
        `${inConversation(conversationId)}/pagedmembers?pageSize=200${continuationToken === undefined ? '' : `&continuationToken=${encodeURIComponent(continuationToken)}`}`,
        membersPage,
      ),
  }
}
export type ConnectorClient = ReturnType<typeof connectorClient>

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An account that another tenant invited: its object id here proves nothing about who it is at home. */
export const isGuestAccount = ({ userRole, userPrincipalName }: ConnectorMember): boolean =>
  userRole === 'guest' || userRole === 'anonymous' || (userPrincipalName?.toLowerCase().includes('#ext#') ?? false)

export const objectIdOf = ({ aadObjectId, objectId }: ConnectorMember): string | null => aadObjectId ?? objectId ?? null
