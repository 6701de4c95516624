import * as z from 'zod'
import { ok } from '../../src/core/result.ts'
import { route } from '../../src/http/route.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { londonToday } from '../../src/core/plain-date.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { API_APP, openIssuer, type Forgery, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'

const now = () => new Date()
const seconds = () => Math.floor(now().getTime() / 1000)
const echo = route({
  method: 'get',
  path: '/who',
  summary: 'Who asks',
  answer: z.strictObject({ name: z.string(), agency: z.string() }),
  handle: (actor) => Promise.resolve(ok({ name: actor.name, agency: actor.agencyCode })),
})

let database: TestDatabase
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
let person: { tenantId: string; objectId: string }

beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
  person = await aWorker(database, { name: 'Priya Raman' })
  issuer = await openIssuer(now)
  web = await startWeb(issuer, signIn({ database, today: () => londonToday(now()) }), { routes: [echo] })
})
afterAll(async () => {
  await web.close()
  await issuer.close()
  await database.close()
})

const ask = (authorization: string | undefined) => fetch(`${web.url}/api/v1/who`, { headers: authorization === undefined ? {} : { authorization } })

const sameEveryTime = {
  type: '/problems/sign-in',
  title: 'Sign in',
  status: 401,
  detail: 'Sign in again: this request carries no token that this service accepts.',
}

const expectRefused = async (authorization: string | undefined) => {
  const answer = await ask(authorization)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe(authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"')
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toEqual({ ...sameEveryTime, correlationId: expect.any(String) })
}

test('a good token of a partner is answered', async () => {
  const answer = await ask(`Bearer ${await issuer.tokenFor(person)}`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ name: 'Priya Raman', agency: 'LEICS' })
})

test('a token for the application id URI, from the app itself, among other scopes, is answered', async () => {
  const token = await issuer.tokenFor(person, { claims: { aud: `api://${API_APP}`, azp: API_APP, scp: 'openid access_as_user' } })
  expect((await ask(`Bearer ${token}`)).status).toBe(200)
})

test('a clock that is a minute off does not lock anybody out', async () => {
  const token = await issuer.tokenFor(person, { claims: { nbf: seconds() + 60, exp: seconds() + 600 } })
  expect((await ask(`Bearer ${token}`)).status).toBe(200)
})

const forgeries: Record<string, () => Forgery> = {
  'a wrong key under the right key id': () => ({ key: issuer.strangersKey }),
  'an unknown key id': () => ({ header: { kid: 'unknown' } }),
  'HS256 with the public key as its secret': () => ({ header: { alg: 'HS256' }, key: issuer.publicKeyAsSecret }),
  'a wrong issuer': () => ({ claims: { iss: 'https://evil.example/v2.0' } }),
  'the issuer of another tenant than its tid': () => ({ claims: { iss: issuer.issuerOf(AGENCIES.CITY.tenantId ?? '') } }),
  'the template itself as issuer': () => ({ claims: { iss: issuer.rules.issuer } }),
  'a tenant that is no partner': () => ({
    claims: { tid: '99999999-9999-4999-8999-999999999999', iss: issuer.issuerOf('99999999-9999-4999-8999-999999999999') },
  }),
  'a tid that is no GUID': () => ({ claims: { tid: 'common', iss: issuer.issuerOf('common') } }),
  'another audience': () => ({ claims: { aud: '00000003-0000-0000-c000-000000000000' } }),
  'no audience': () => ({ without: ['aud'] }),
  'an end that has passed': () => ({ claims: { exp: seconds() - 3600, nbf: seconds() - 7200 } }),
  'no end': () => ({ without: ['exp'] }),
  'a beginning to come': () => ({ claims: { nbf: seconds() + 3600 } }),
  'no beginning': () => ({ without: ['nbf'] }),
  'no scope': () => ({ without: ['scp'] }),
  'another scope': () => ({ claims: { scp: 'openid profile' } }),
  'a scope that only begins alike': () => ({ claims: { scp: 'access_as_user.read' } }),
  'a scope in another letter case': () => ({ claims: { scp: 'Access_As_User' } }),
  'an app and no person': () => ({ claims: { idtyp: 'app' } }),
  'roles of an app instead of a scope': () => ({ claims: { roles: ['access_as_user'] }, without: ['scp'] }),
  'a client that nobody knows': () => ({ claims: { azp: 'deadbeef-0000-4000-8000-000000000000' } }),
  'no client': () => ({ without: ['azp'] }),
  'version 1.0': () => ({ claims: { ver: '1.0' } }),
  'no version': () => ({ without: ['ver'] }),
  'no object id': () => ({ without: ['oid'] }),
  'no tenant': () => ({ without: ['tid'] }),
  'an object id that is a list': () => ({ claims: { oid: [crypto.randomUUID()] } }),
}

test.each(Object.entries(forgeries))('a token with %s is refused', async (_name, forgery) => {
  await expectRefused(`Bearer ${await issuer.tokenFor(person, forgery())}`)
})

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a token without a signature is refused, in any spelling of none', async () => {
  const [, payload = ''] = (await issuer.tokenFor(person)).split('.')
  for (const alg of ['none', 'None', 'NONE']) {
    await expectRefused(`Bearer ${encode({ alg, typ: 'JWT' })}.${payload}.`)
    await expectRefused(`Bearer ${encode({ alg, kid: 'test-key' })}.${payload}.AAAA`)
  }
})

test('a token whose payload was changed after signing is refused', async () => {
  const [header = '', payload = '', signature = ''] = (await issuer.tokenFor(person)).split('.')
  const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), oid: crypto.randomUUID() }
  await expectRefused(`Bearer ${header}.${encode(claims)}.${signature}`)
})

test('a key that the token brings along is not used', async () => {
  const header = { jku: 'https://evil.example/keys', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' }, x5u: 'https://evil.example/cert' }
  await expectRefused(`Bearer ${await issuer.tokenFor(person, { header, key: issuer.strangersKey })}`)
})

test('no token, garbage and other schemes are refused', async () => {
  const token = await issuer.tokenFor(person)
  await expectRefused(undefined)
  for (const header of [
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer ....',
    `Basic ${btoa('admin:admin')}`,
    token,
    `Bearer ${token} ${token}`,
    `Bearer ${token}.x.y`,
    `Token ${token}`,
  ])
    await expectRefused(header)
})

test('a token in the address or the body is no token', async () => {
  const token = await issuer.tokenFor(person)
  expect((await fetch(`${web.url}/api/v1/who?access_token=${token}`)).status).toBe(401)
})

test('the log says why a token was refused, and holds neither tokens nor names nor query strings', async () => {
  await ask(`Bearer ${await issuer.tokenFor(person, { claims: { azp: 'deadbeef-0000-4000-8000-000000000000' } })}`)
  expect(web.lines).toContainEqual({ level: 'warn', event: 'token refused', facts: { why: 'client', correlationId: expect.any(String) } })
  expect(JSON.stringify(web.lines)).not.toMatch(/eyJ|Priya|access_token|deadbeef/u)
})

test('the key set is asked for once, not with every token', () => {
  expect(issuer.timesAsked()).toBeLessThanOrEqual(2)
})

test('where the keys cannot be had, nobody is let in, and it is not called a bad token', async () => {
  const token = await issuer.tokenFor(person)
  const cut = { ...issuer, rules: { ...issuer.rules, keysUrl: 'http://127.0.0.1:9/keys' } }
  const other = await startWeb(cut, () => Promise.reject(new Error('not reached')), { routes: [echo] })
  const answer = await fetch(`${other.url}/api/v1/who`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('60')
  await other.close()
})
