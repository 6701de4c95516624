import { createServer } from 'node:http'
import type { Route } from '../../src/http/route.ts'
import type { SignInOf } from '../../src/people/identity.ts'
import { buildWeb, type WebDeps } from '../../src/web/build-web.ts'
import { listen } from './listening.ts'
import type { Issuer } from './tokens.ts'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: Readonly<Record<string, unknown>>
  readonly event: string
}

/** The web of the tests over real HTTP; what it logs is kept for reading. */
export const startWeb = async (issuer: Issuer, signIn: SignInOf, more: Partial<WebDeps> & { readonly routes: readonly Route[] }) => {
  const lines: LogLine[] = []
  const write = (level: LogLine['level']) => (facts: LogLine['facts'], event: string) => {
    lines.push({ level, facts, event })
  }
  const app = buildWeb({
    publicUrl: 'http://127.0.0.1',
    tokens: issuer.rules,
    now: () => new Date(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    signIn,
    chooseAgency: () => Promise.resolve(false),
    requestsPerMinute: 1000,
    isReady: () => Promise.resolve(true),
    tab: { directory: '/nowhere', settings: { demo: true, clientId: '', apiScope: '' } },
    messages: async (_req, res) => {
      res.status(401).end()
      return Promise.resolve()
    },
    ...more,
  })
  const { url, close } = await listen(createServer(app))
  return { url, close, lines }
}
