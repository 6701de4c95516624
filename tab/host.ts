import type { TokenSource } from './session.ts'

export type Theme = 'default' | 'dark' | 'contrast'
export type HostKind = 'Teams' | 'Outlook' | 'Microsoft 365' | 'browser'

/** The part of TeamsJS that the tab uses; teams-library.ts has the real one. */
export interface HostLibrary {
  /** never settles where the parent window does not answer */
  readonly initialize: () => Promise<void>
  readonly context: () => Promise<{ readonly hostName: string; readonly theme: string; readonly subPage: string | undefined }>
  readonly onTheme: (listener: (theme: string) => void) => void
  readonly isNestedAuthRecommended: () => boolean
  readonly authToken: () => Promise<string>
  readonly loaded: () => void
}

export interface Host {
  readonly kind: HostKind
  readonly theme: Theme
  /** where a deep link leads inside the tab, for example `child/FF-7K3Q0` */
  readonly subPage: string | undefined
  readonly library: HostLibrary | undefined
}

/** What tells whether somebody frames this page; TeamsJS takes an opener and a native bridge for a parent too. */
export interface Surroundings {
  readonly parent: unknown
  readonly self: unknown
  readonly opener: unknown
  readonly nativeInterface?: unknown
}

/** Hosts also know `glass`, and will know more: what is unknown is drawn as the default. */
export const themeOf = (name: string): Theme => (name === 'dark' || name === 'contrast' ? name : 'default')

export const kindOf = (hostName: string): HostKind => {
  if (hostName === 'Teams' || hostName === 'TeamsModern') return 'Teams'
  return hostName.startsWith('Outlook') ? 'Outlook' : 'Microsoft 365'
}

export const mayHaveHost = ({ parent, self, opener, nativeInterface }: Surroundings): boolean =>
  parent !== self || Boolean(opener) || nativeInterface !== undefined

const BROWSER: Host = { kind: 'browser', theme: 'default', subPage: undefined, library: undefined }

const within = <T>(milliseconds: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The host did not answer')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/**
 * Teams, Outlook, another Microsoft 365 host, or a plain browser. A parent that does not speak the protocol never answers
 * `initialize` (teams-library-js#719), so the question has a time limit, in milliseconds.
 */
export const connectHost = async (surroundings: Surroundings, load: () => Promise<HostLibrary>, limit = 5000): Promise<Host> => {
  if (!mayHaveHost(surroundings)) return BROWSER
  try {
    const library = await load()
    const { hostName, theme, subPage } = await within(
      limit,
      library.initialize().then(() => library.context()),
    )
    return { kind: kindOf(hostName), theme: themeOf(theme), subPage: subPage === '' ? undefined : subPage, library }
  } catch {
    return BROWSER
  }
}

/** Single sign-on by the host: the second rung, after nested app authentication. */
export const hostTokenSource = ({ library, kind }: Host): TokenSource => ({
  name: kind,
  offered: () => library !== undefined,
  token: () => (library ? library.authToken() : Promise.reject(new Error('No host'))),
})
