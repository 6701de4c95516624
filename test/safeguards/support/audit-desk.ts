import { sql } from 'kysely'
import type { Actor } from '../../../src/core/actor.ts'
import { newId, type AgencyId } from '../../../src/core/ids.ts'
import { londonToday } from '../../../src/core/plain-date.ts'
import { registerOver } from '../../../src/scope.ts'
import { routesOf, useCasesOf } from '../../../src/use-cases.ts'
import { postCard } from '../../../bot/cards/post-card.ts'
import { FIELD_KEY } from '../../children/a-child.ts'
import { recordingChannel } from '../../posts/support/recording-channel.ts'
import { PARTNERSHIP } from '../../support/partnership.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { openIssuer } from '../../support/tokens.ts'
import { startWeb } from '../../support/web-server.ts'

/** The app as main.ts composes it, over real HTTP and real tokens, by a clock that the test sets. */
export const openAuditDesk = async (database: TestDatabase) => {
  let moment = new Date('2026-11-22T10:00:00Z')
  const now = () => moment
  const today = () => londonToday(moment)
  const opened = registerOver({ database, fieldKey: FIELD_KEY, today, now })
  const useCases = useCasesOf(opened, {
    toTeams: recordingChannel(),
    drawPost: postCard({ waiting: (query) => `https://tab.example/waiting?${query}` }),
    demo: true,
    consentLink: null,
    today,
    now,
  })
  const issuer = await openIssuer(() => new Date())
  const web = await startWeb(issuer, useCases.signIn, { routes: routesOf(useCases), requestsPerMinute: 1_000_000 })

  const send = async (person: Actor, path: string, body?: object): Promise<Response> =>
    fetch(`${web.url}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${await issuer.tokenFor(person)}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })

  return {
    ...opened,
    useCases,
    now,
    setClock: (at: string): void => {
      moment = new Date(at)
    },
    send,
    /** The answer as text, without its correlation id, which is another one each time. */
    ask: async (person: Actor, path: string, body?: object) => {
      const response = await send(person, path, body)
      return { status: response.status, text: (await response.text()).replace(/"correlationId":"[^"]*"/u, '"correlationId":"-"') }
    },
    /** A line of the audit as if this person had done so at this moment. */
    did: (person: Actor, verb: string, subjectAgencyId: AgencyId, at: string, subjects: readonly string[] = [], outcome: 'done' | 'refused' = 'done') =>
      database.inAgency(person.agencyId, PARTNERSHIP, (trx) =>
        sql`insert into audit (id, agency_id, subject_agency_id, at, worker_id, actor, verb, outcome, subjects)
          values (${newId()}, ${person.agencyId}, ${subjectAgencyId}, ${new Date(at)}, ${person.workerId}, ${person.name}, ${verb}, ${outcome}, ${[...subjects]})`.execute(
          trx,
        ),
      ),
    close: async (): Promise<void> => {
      await web.close()
      await issuer.close()
    },
  }
}
export type AuditDesk = Awaited<ReturnType<typeof openAuditDesk>>
