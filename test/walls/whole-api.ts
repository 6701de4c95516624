import { postCard } from '../../bot/cards/post-card.ts'
import { registerOver } from '../../src/scope.ts'
import { routesOf, useCasesOf } from '../../src/use-cases.ts'
import { clock, FIELD_KEY } from '../children/a-child.ts'
import { recordingChannel } from '../posts/support/recording-channel.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { openIssuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'

/** Every route there is, as the app composes them, over real HTTP and real tokens, on one register; and the two reads that only the conversation has. */
export const openWholeApi = async (database: TestDatabase) => {
  const { today, now } = clock()
  const channel = recordingChannel()
  const opened = registerOver({ database, fieldKey: FIELD_KEY, today, now })
  const useCases = useCasesOf(opened, {
    toTeams: channel,
    drawPost: postCard({ waiting: (query) => `https://tab.example/waiting?${query}` }),
    demo: true,
    consentLink: null,
    today,
    now,
  })
  const routes = routesOf(useCases)
  const issuer = await openIssuer(() => new Date())
  const web = await startWeb(issuer, useCases.signIn, { routes, requestsPerMinute: 1_000_000 })

  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (person: { readonly tenantId: string; readonly objectId: string }): Promise<string> => {
    const token = tokens.get(person.objectId) ?? issuer.tokenFor(person)
    tokens.set(person.objectId, token)
    return token
  }

  return {
    register: opened.register,
    channel,
    routes,
    readAnonymousChild: useCases.readAnonymousChild,
    listWaitingAnonymously: useCases.listWaitingAnonymously,
    /** One request as this person. The answer comes without its correlation id, which is another one each time. */
    ask: async (person: { readonly tenantId: string; readonly objectId: string }, method: 'get' | 'post', path: string, body?: object) => {
      const response = await fetch(`${web.url}/api/v1${path}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${await tokenOf(person)}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const headers = Object.fromEntries(
        [...response.headers].filter(([name]) => !['date', 'x-correlation-id', 'ratelimit', 'ratelimit-policy'].includes(name)),
      )
      return { status: response.status, headers, text: text.replace(/"correlationId":"[^"]*"/u, '"correlationId":"-"') }
    },
    close: async (): Promise<void> => {
      await web.close()
      await issuer.close()
    },
  }
}
export type WholeApi = Awaited<ReturnType<typeof openWholeApi>>
