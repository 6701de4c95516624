/** One way to get a token for the API. */
export interface TokenSource {
  /** as people are told where it fails: `nested app authentication`, `Teams` */
  readonly name: string
  readonly offered: () => boolean
  /** `renew` asks for a new one although the old one has not run out */
  readonly token: (renew: boolean) => Promise<string>
}

export interface SignInAttempt {
  readonly source: string
  readonly reason: string
}

/** Nobody gave a token; `attempts` is empty where there was nobody to ask, as in a plain browser. */
export class SignInFailed extends Error {
  constructor(readonly attempts: readonly SignInAttempt[]) {
    super('Signing in did not work')
    this.name = 'SignInFailed'
  }
}

export interface Session {
  /** the token of this session, asked for once */
  readonly token: () => Promise<string>
  /** a new token, after the service refused the old one */
  readonly renew: () => Promise<string>
}

const reasonOf = (error: unknown): string => (error instanceof Error && error.message !== '' ? error.message : 'no reason given')

/** Asks each source in turn. A token lives in this closure only: never in storage, an address or a message. */
export const createSession = (sources: readonly TokenSource[]): Session => {
  let current: Promise<string> | undefined

  const climb = async (renew: boolean): Promise<string> => {
    const attempts: SignInAttempt[] = []
    for (const source of sources) {
      if (!source.offered()) continue
      try {
        return await source.token(renew)
      } catch (error) {
        attempts.push({ source: source.name, reason: reasonOf(error) })
      }
    }
    throw new SignInFailed(attempts)
  }

  /** Requests that come while one is being answered share its answer; a failure is not kept, so that Retry tries again. */
  const ask = (renew: boolean): Promise<string> => {
    const asked = climb(renew)
    current = asked
    asked.catch(() => {
      if (current === asked) current = undefined
    })
    return asked
  }

  return { token: () => current ?? ask(false), renew: () => ask(true) }
}
