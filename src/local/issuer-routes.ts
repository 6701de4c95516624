import { json, Router } from 'express'
import * as z from 'zod'
import type { DemoAgency } from './demo-region/agencies.ts'
import type { DemoPerson } from './demo-region/people.ts'
import type { localPeople } from './page-contract.ts'
import type { LocalIssuer } from './issuer.ts'

const tokenRequest = z.strictObject({ tenantId: z.guid(), objectId: z.guid() })

/** The name of the agency at work in a tenant; a tenant of no agency is another organisation. */
export const organisationOf =
  (agencies: readonly DemoAgency[]) =>
  (tenantId: string): string =>
    agencies.find((agency) => agency.tenantId === tenantId)?.name ?? 'Another organisation'

const listPeople = (people: readonly DemoPerson[], agencies: readonly DemoAgency[]): z.input<typeof localPeople> =>
  people.map(({ name, role, agency, tenantId, objectId, standing }) => {
    const agencyName = standing === 'unknown-tenant' ? undefined : agencies.find(({ code }) => code === agency)?.name
    return { name, role, agency, agencyName: agencyName ?? organisationOf(agencies)(tenantId), tenantId, objectId, standing }
  })

/** Sign-in of the local Microsoft 365: who there is, a token for one of them, and the keys and metadata that verifiers read. */
export const issuerRoutes = ({ issuer, people, agencies }: { issuer: LocalIssuer; people: readonly DemoPerson[]; agencies: readonly DemoAgency[] }): Router => {
  const router = Router()

  router.get('/people', (_request, response) => {
    response.json(listPeople(people, agencies))
  })

  router.post('/token', json({ limit: '4kb' }), async (request, response) => {
    const asked = tokenRequest.safeParse(request.body)
    const person = asked.success && people.find(({ tenantId, objectId }) => tenantId === asked.data.tenantId && objectId === asked.data.objectId)
    if (!asked.success)
      response.status(400).json({ error: 'invalid_request', error_description: 'Send {"tenantId": "…", "objectId": "…"} of a person of /local/people.' })
    else if (!person) response.status(400).json({ error: 'invalid_grant', error_description: 'The demo region has no such person. /local/people lists them.' })
    else response.set('cache-control', 'no-store').json({ accessToken: await issuer.apiToken(person) })
  })

  router.get('/issuer/keys', (_request, response) => {
    response.json(issuer.keys)
  })
  router.get('/issuer/bot/.well-known/openid-configuration', (_request, response) => {
    response.json(issuer.botDiscovery)
  })
  router.get('/issuer/:tenantId/v2.0/.well-known/openid-configuration', (request, response) => {
    response.json(issuer.discovery(request.params.tenantId))
  })
  return router
}
