import { createRemoteJWKSet, decodeJwt, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { localIssuer } from '../../src/local/issuer.ts'
import { send, startRegion, thePerson, type LocalRegion } from './local-region.ts'

let region: LocalRegion
beforeAll(async () => {
  region = await startRegion()
})
afterAll(() => region.close())

const priya = thePerson('Priya Raman')
const tokenFor = async (person: { tenantId: string; objectId: string }): Promise<string> => {
  const answer = await send(`${region.url}/local/token`, 'POST', { tenantId: person.tenantId, objectId: person.objectId })
  return ((await answer.json()) as { accessToken: string }).accessToken
}

test('a token for the API verifies against the published keys, and says who the person is at home', async () => {
  const { api } = region.local
  const { payload } = await jwtVerify(await tokenFor(priya), createRemoteJWKSet(new URL(api.keysUrl)), {
    algorithms: ['RS256'],
    audience: api.audience,
    issuer: api.issuer.replace('{tid}', priya.tenantId),
  })
  expect(payload).toMatchObject({ ver: '2.0', tid: priya.tenantId, oid: priya.objectId, scp: 'access_as_user', azp: api.clients[0], name: 'Priya Raman' })
  expect(payload['idtyp']).toBeUndefined()
})

test('discovery of a tenant names its issuer and the keys', async () => {
  const discovery: unknown = await (await fetch(`${region.url}/local/issuer/${priya.tenantId}/v2.0/.well-known/openid-configuration`)).json()
  expect(discovery).toMatchObject({ issuer: region.local.api.issuer.replace('{tid}', priya.tenantId), jwks_uri: region.local.api.keysUrl })
})

test('nobody but the people of the demo region gets a token', async () => {
  const stranger = await send(`${region.url}/local/token`, 'POST', { tenantId: priya.tenantId, objectId: '00000000-0000-4000-8000-000000000000' })
  expect(stranger.status).toBe(400)
  const borrowed = await send(`${region.url}/local/token`, 'POST', { tenantId: thePerson('Hassan Mirza').tenantId, objectId: priya.objectId })
  expect(borrowed.status).toBe(400)
  const more = await send(`${region.url}/local/token`, 'POST', { tenantId: priya.tenantId, objectId: priya.objectId, roles: ['administrator'] })
  expect(more.status).toBe(400)
})

test('the list of people says role and agency of each', async () => {
  const people = (await (await fetch(`${region.url}/local/people`)).json()) as { name: string }[]
  expect(people.find(({ name }) => name === 'Priya Raman')).toMatchObject({
    role: 'family-finder',
    agency: 'LEICS',
    tenantId: priya.tenantId,
    objectId: priya.objectId,
  })
})

test('an app-only token is read only when this issuer signed it for its own tenant and it still holds', async () => {
  const now = new Date('2026-11-22T10:00:00Z')
  let later = now
  const issuer = await localIssuer({ publicUrl: region.url, dataDir: region.dataDir, now: () => later })
  const token = await issuer.graphToken(priya.tenantId)
  expect(await issuer.readAppToken(token)).toMatchObject({ tenantId: priya.tenantId, audience: 'https://graph.microsoft.com' })
  expect(await issuer.mayUseConnector(`Bearer ${token}`)).toBe(false)
  expect(await issuer.mayUseConnector(`Bearer ${await issuer.connectorToken(priya.tenantId)}`)).toBe(true)

  const { privateKey } = await generateKeyPair('RS256')
  const forged = await new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', kid: 'other' }).sign(privateKey)
  expect(await issuer.readAppToken(forged)).toBeUndefined()
  expect(await issuer.readAppToken(await issuer.apiToken({ ...priya }))).toBeUndefined()
  later = new Date('2026-11-22T11:00:01Z')
  expect(await issuer.readAppToken(token)).toBeUndefined()
})

test('the keys outlive a restart, so that a browser stays signed in', async () => {
  const token = await tokenFor(priya)
  const again = await startRegion({ dataDir: region.dataDir })
  const keys = createRemoteJWKSet(new URL(again.local.api.keysUrl))
  await expect(jwtVerify(token, keys, { audience: again.local.api.audience })).resolves.toBeDefined()
  await again.close()
})
