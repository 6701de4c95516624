import type { Context } from '@microsoft/teams-js'

export type HostName = 'Teams' | 'Outlook'
export type HostTheme = 'default' | 'dark' | 'contrast'

export interface HostPerson {
  readonly name: string
  readonly objectId: string
  readonly tenantId: string
  readonly loginHint?: string
}

export interface TeamsHostOptions {
  readonly hostName: HostName
  readonly theme: HostTheme
  readonly person: HostPerson
  /** Single sign-on as the host does it; a rejection reaches the framed page as a refusal with the error's message. */
  readonly getToken: () => Promise<string>
  /** where a deep link leads inside the tab, for example `child/FF-7K3Q0` */
  readonly subPage?: string
  /** called when the framed page asks the host to open a link or another page */
  readonly onNavigate?: (target: unknown) => void
}

export interface TeamsHost {
  readonly setTheme: (theme: HostTheme) => void
  readonly dispose: () => void
}

interface Request {
  readonly id: number
  readonly uuidAsString?: string
  readonly func: string
  readonly args: readonly unknown[]
}

/** What TeamsJS takes as a host of today: calendar and mail are declared by neither, nested app authentication is not offered. */
const RUNTIME = { apiVersion: 4, isNAAChannelRecommended: false, supports: { pages: { currentApp: {} }, dialog: {} } }
const SDK_VERSION = '2.0.1'
const NOT_SUPPORTED = { errorCode: 100, message: 'Not supported' }

/** TeamsJS numbers its requests and names them; anything else that arrives is not for the host. */
const asRequest = (data: unknown): Request | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const { id, func, args, uuidAsString } = data as Partial<Record<keyof Request, unknown>>
  if (typeof id !== 'number' || typeof func !== 'string') return undefined
  return { id, func, args: Array.isArray(args) ? args : [], ...(typeof uuidAsString === 'string' && { uuidAsString }) }
}

/** The flat context that hosts still send; TeamsJS turns it into the one that apps read. */
const context = ({ hostName, person, subPage }: TeamsHostOptions, theme: HostTheme) =>
  ({
    locale: 'en-gb',
    theme,
    hostName,
    hostClientType: 'web',
    sessionId: 'local',
    appSessionId: 'local',
    entityId: 'waiting',
    subEntityId: subPage ?? '',
    frameContext: 'content',
    userObjectId: person.objectId,
    userDisplayName: person.name,
    tid: person.tenantId,
    loginHint: person.loginHint ?? '',
  }) satisfies Partial<Record<keyof Context, string>>

/**
 * The host side of the protocol that TeamsJS speaks over postMessage, for one framed page of the same origin.
 * Message shapes: request {id, uuidAsString, func, args}, answer {id, uuidAsString, args}, event {func, args}.
 */
export const attachTeamsHost = (frame: HTMLIFrameElement, options: TeamsHostOptions): TeamsHost => {
  let theme = options.theme

  const answers: Readonly<Record<string, (args: readonly unknown[]) => unknown[] | Promise<unknown[]>>> = {
    initialize: () => ['content', 'web', JSON.stringify(RUNTIME), SDK_VERSION],
    getContext: () => [context(options, theme)],
    'authentication.getAuthToken': () =>
      options.getToken().then(
        (token) => [true, token],
        (reason: unknown) => [false, reason instanceof Error ? reason.message : 'CancelledByUser'],
      ),
    'authentication.authenticate': () => [false, 'CancelledByUser'],
    executeDeepLink: ([link]) => (options.onNavigate?.(link), [true]),
    'pages.navigateToApp': ([target]) => (options.onNavigate?.(target), [true]),
    'pages.currentApp.navigateTo': ([target]) => (options.onNavigate?.(target), [null, true]),
    'pages.currentApp.navigateToDefaultPage': () => (options.onNavigate?.(undefined), [null, true]),
    'calendar.composeMeeting': () => [false, NOT_SUPPORTED.message],
    'calendar.openCalendarItem': () => [false, NOT_SUPPORTED.message],
    'mail.composeMail': () => [false, NOT_SUPPORTED.message],
    'mail.openMailItem': () => [false, NOT_SUPPORTED.message],
    'tasks.startTask': () => [NOT_SUPPORTED, null],
  }

  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return
    const request = asRequest(event.data)
    const answer = request && Object.hasOwn(answers, request.func) ? answers[request.func] : undefined
    if (!request || !answer) return
    void Promise.resolve(answer(request.args)).then((args) => {
      frame.contentWindow?.postMessage({ id: request.id, uuidAsString: request.uuidAsString, args }, event.origin)
    })
  }
  window.addEventListener('message', onMessage)

  return {
    setTheme: (next) => {
      theme = next
      frame.contentWindow?.postMessage({ func: 'themeChange', args: [next] }, window.location.origin)
    },
    dispose: () => {
      window.removeEventListener('message', onMessage)
    },
  }
}
