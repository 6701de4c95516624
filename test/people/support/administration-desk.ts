import { randomUUID } from 'node:crypto'
import { childStore } from '../../../src/children/child-store.ts'
import { sharedRows } from '../../../src/children/sharing/share-again.ts'
import type { Actor } from '../../../src/core/actor.ts'
import type { PlainDate } from '../../../src/core/plain-date.ts'
import { openRegister } from '../../../src/database/open-register.ts'
import { addWorker } from '../../../src/people/administration/add-worker.ts'
import { administrationRoutes } from '../../../src/people/administration/administration-routes.ts'
import { changeSharing } from '../../../src/people/administration/change-sharing.ts'
import { endRole } from '../../../src/people/administration/end-role.ts'
import { giveRole } from '../../../src/people/administration/give-role.ts'
import { listCaseWorkers } from '../../../src/people/administration/list-case-workers.ts'
import { listWorkers } from '../../../src/people/administration/list-workers.ts'
import { markLeft } from '../../../src/people/administration/mark-left.ts'
import { partnerStore } from '../../../src/people/administration/partner-store.ts'
import { peopleStore } from '../../../src/people/people-store.ts'
import { readPartners, type PartnerDeps } from '../../../src/people/administration/read-partners.ts'
import { signIn } from '../../../src/people/sign-in.ts'
import { workerStore } from '../../../src/people/administration/worker-store.ts'
import { postStore } from '../../../src/posts/post-store.ts'
import { cipher } from '../../children/a-child.ts'
import { openTestDatabase, type TestDatabase } from '../../support/test-database.ts'
import { openIssuer } from '../../support/tokens.ts'
import { startWeb } from '../../support/web-server.ts'

export const TODAY = '2026-11-22' as PlainDate
const today = () => TODAY
const now = () => new Date('2026-11-22T10:00:00Z')
const consentLink: PartnerDeps['consentLink'] = (tenantId) => `https://login.example/${tenantId ?? 'organizations'}/adminconsent`

/** The administration of every agency on one register: its use cases, and its routes over real HTTP and real tokens. */
export const openAdministrationDesk = async () => {
  const database: TestDatabase = await openTestDatabase()
  const children = { cipher, today, now }
  const register = openRegister({
    database,
    now,
    makeScope: (trx, who) => ({
      people: peopleStore(trx),
      workers: workerStore(trx, who),
      partners: partnerStore(trx, who),
      sharedRows: sharedRows(trx, who, children),
      children: childStore(trx, who, children),
      posts: postStore(trx, who),
    }),
  })
  const deps = { register, today }
  const partnersRead = readPartners({ ...deps, consentLink })
  const useCases = {
    listWorkers: listWorkers(deps),
    listCaseWorkers: listCaseWorkers(deps),
    addWorker: addWorker(deps),
    giveRole: giveRole(deps),
    endRole: endRole(deps),
    markLeft: markLeft(deps),
    readPartners: partnersRead,
    changeSharing: changeSharing({ register, readPartners: partnersRead, now }),
  }
  const issuer = await openIssuer(() => new Date())
  const whoAsks = signIn({ database, today })
  const routes = administrationRoutes(useCases)
  const web = await startWeb(issuer, whoAsks, { routes, requestsPerMinute: 100_000 })
  return {
    database,
    register,
    signIn: whoAsks,
    ...useCases,
    routes,
    /** One request as this person; the answer without its correlation id, which is another one each time. */
    ask: async (person: Pick<Actor, 'tenantId' | 'objectId'>, path: string, body?: object) => {
      const headers = { authorization: `Bearer ${await issuer.tokenFor(person)}`, ...(body && { 'content-type': 'application/json' }) }
      const response = await fetch(`${web.url}/api/v1${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
      const text = (await response.text()).replace(/"correlationId":"[^"]*"/u, '"correlationId":"-"')
      return { status: response.status, body: JSON.parse(text) as unknown }
    },
    close: async () => {
      await web.close()
      await issuer.close()
      await database.close()
    },
  }
}
export type AdministrationDesk = Awaited<ReturnType<typeof openAdministrationDesk>>

export const aKey = (): { readonly key: string } => ({ key: randomUUID() })
