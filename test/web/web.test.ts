import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import * as z from 'zod'
import { notFound, ok, refuse } from '../../src/core/result.ts'
import { route } from '../../src/http/route.ts'
import type { SignIn } from '../../src/people/identity.ts'
import { anActor } from '../support/actors.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb as openWeb } from '../support/web-server.ts'

const actor = anActor()
const person = { tenantId: actor.tenantId, objectId: actor.objectId }
const worksFor = [
  { code: 'LINCS', name: 'Lincolnshire County Council' },
  { code: 'RUTLAND', name: 'Rutland County Council' },
]
const chosen: string[] = []
let answerOfSignIn: SignIn = { kind: 'actor', actor, worksFor: [] }

const routes = [
  route({
    method: 'get',
    path: '/things/:reference',
    summary: 'One thing',
    params: z.strictObject({ reference: z.string().min(3) }),
    query: z.strictObject({ limit: z.coerce.number().int().max(100).default(25) }),
    answer: z.strictObject({ reference: z.string(), limit: z.int() }),
    handle: (_actor, { params, query }) => Promise.resolve(params.reference === 'hidden' ? notFound() : ok({ ...params, ...query })),
  }),
  route({
    method: 'post',
    path: '/things',
    summary: 'Make one',
    body: z.strictObject({ name: z.string() }),
    answer: z.strictObject({ name: z.string() }),
    status: 201,
    handle: (_actor, { body }) => Promise.resolve(body.name === 'no' ? refuse({ kind: 'not-allowed', action: 'make this' }) : ok(body)),
  }),
  route({
    method: 'get',
    path: '/leaks',
    summary: 'Answers more than its contract says',
    answer: z.strictObject({ reference: z.string() }),
    handle: () => Promise.resolve(ok({ reference: 'FF-7K3Q0', name: 'Callum Leak' })),
  }),
  route({
    method: 'get',
    path: '/breaks',
    summary: 'Throws',
    answer: z.strictObject({}),
    handle: () => Promise.reject(new Error('relation "child" has Callum Leak in it')),
  }),
]

const opened: (() => Promise<void>)[] = []
const startWeb: typeof openWeb = async (...given) => {
  const started = await openWeb(...given)
  opened.push(started.close)
  return started
}

let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
let tab: string

beforeAll(async () => {
  tab = mkdtempSync(join(tmpdir(), 'tab-'))
  mkdirSync(join(tab, 'assets'))
  writeFileSync(join(tab, 'index.html'), '<!doctype html><title>Family Finding</title>')
  writeFileSync(join(tab, 'assets', 'main-abc123.js'), 'export {}')
  issuer = await openIssuer(() => new Date())
  web = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), {
    routes,
    tab: { directory: tab, settings: { demo: true, clientId: '', apiScope: '' } },
    chooseAgency: (_identity, code) => {
      chosen.push(code)
      return Promise.resolve(code === 'RUTLAND')
    },
  })
})
afterAll(async () => {
  await Promise.all(opened.map((close) => close()))
  await issuer.close()
  rmSync(tab, { recursive: true })
})

const as = async (signIn: SignIn, work: () => Promise<void>) => {
  answerOfSignIn = signIn
  await work().finally(() => (answerOfSignIn = { kind: 'actor', actor, worksFor: [] }))
}
const call = async (path: string, init: RequestInit = {}) =>
  fetch(`${web.url}${path}`, { ...init, headers: { authorization: `Bearer ${await issuer.tokenFor(person)}`, ...(init.headers as object) } })
const post = (path: string, body: string, type = 'application/json') => call(path, { method: 'POST', body, headers: { 'content-type': type } })

const expectProblem = async (answer: Response, status: number, slug: string) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const body = (await answer.json()) as Record<string, unknown>
  expect(body).toMatchObject({ type: `/problems/${slug}`, status })
  expect(answer.status).toBe(status)
  expect(body['correlationId']).toBe(answer.headers.get('x-correlation-id'))
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\bat \S+ \(|\brelation|\bzod/iu)
  return body
}

test('an endpoint parses address and query and answers by its contract', async () => {
  const answer = await call('/api/v1/things/FF-7K3Q0?limit=5')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({ reference: 'FF-7K3Q0', limit: 5 })
  expect(await (await call('/api/v1/things/FF-7K3Q0')).json()).toMatchObject({ limit: 25 })
  const made = await post('/api/v1/things', '{"name":"x"}')
  expect([made.status, await made.json()]).toEqual([201, { name: 'x' }])
})

test('bad parameters are named with their pointers', async () => {
  const body = await expectProblem(await call('/api/v1/things/x?limit=1000&sort=name'), 422, 'invalid')
  expect(body['errors']).toEqual([
    { pointer: '/reference', detail: 'must be at least 3 characters long' },
    { pointer: '/limit', detail: 'must be at most 100' },
    { pointer: '/sort', detail: 'is not known here; leave it out' },
  ])
})

test('refusals of a use case are problems', async () => {
  await expectProblem(await call('/api/v1/things/hidden'), 404, 'not-found')
  await expectProblem(await post('/api/v1/things', '{"name":"no"}'), 403, 'not-allowed')
})

test('a body that is no JSON, of another kind, too large or missing changes nothing and says why', async () => {
  await expectProblem(await post('/api/v1/things', '{"name":'), 400, 'malformed')
  await expectProblem(await post('/api/v1/things', 'null'), 400, 'malformed')
  await expectProblem(await post('/api/v1/things', 'name=x', 'application/x-www-form-urlencoded'), 415, 'wrong-media-type')
  await expectProblem(await post('/api/v1/things', '{"name":"x"}', 'application/json; charset=koi8-r'), 415, 'wrong-media-type')
  await expectProblem(await post('/api/v1/things', JSON.stringify({ name: 'x'.repeat(101 * 1024) })), 413, 'too-large')
  await expectProblem(await call('/api/v1/things', { method: 'POST' }), 415, 'wrong-media-type')
  await expectProblem(await post('/api/v1/things', '[]'), 422, 'invalid')
  await expectProblem(await post('/api/v1/things', '{"name":"x","__proto__":{"admin":true}}'), 422, 'invalid')
})

test('an unknown address, a wrongly encoded one and a wrong method are problems', async () => {
  await expectProblem(await call('/api/v1/nothing'), 404, 'unknown-address')
  await expectProblem(await call('/api/v2/things'), 404, 'unknown-address')
  await expectProblem(await call('/nothing'), 404, 'unknown-address')
  await expectProblem(await call('/api/v1/things/%E0%A4%A'), 400, 'malformed')
  const answer = await call('/api/v1/things', { method: 'DELETE' })
  expect(answer.headers.get('allow')).toBe('POST')
  await expectProblem(answer, 405, 'wrong-method')
  expect((await call('/api/v1/me/agency')).status).toBe(405)
})

test('nobody without a token learns which addresses there are', async () => {
  const known = await fetch(`${web.url}/api/v1/things/FF-7K3Q0`)
  const unknown = await fetch(`${web.url}/api/v1/nothing`)
  expect([known.status, unknown.status]).toEqual([401, 401])
})

test('an answer that does not fit its contract is a fault, and nothing of it leaves', async () => {
  const answer = await call('/api/v1/leaks')
  const body = await expectProblem(answer, 500, 'fault')
  expect(JSON.stringify(body)).not.toContain('Leak')
  expect(web.lines.at(-1)?.event === 'request' || web.lines.at(-2)?.event === 'request').toBe(true)
  expect(JSON.stringify(web.lines)).not.toContain('Callum')
})

test('a fault is one sentence with a correlation id that the log knows', async () => {
  const body = await expectProblem(await call('/api/v1/breaks'), 500, 'fault')
  const logged = web.lines.find((line) => line.event === 'fault' && line.facts['correlationId'] === body['correlationId'])
  expect(logged?.facts).toMatchObject({ fault: 'Error' })
  expect(JSON.stringify(web.lines)).not.toContain('Callum')
})

test('the log holds the shape of an address, never what was put into it', async () => {
  await call('/api/v1/things/FF-SECRET?limit=7')
  const line = web.lines.filter(({ event }) => event === 'request').at(-1)
  expect(line?.facts).toMatchObject({ method: 'GET', route: '/api/v1/things/:reference', status: 200 })
  expect(JSON.stringify(web.lines)).not.toMatch(/SECRET|limit=/u)
})

test('somebody without a role is told whom to ask', async () => {
  for (const signIn of [
    { kind: 'guest' },
    { kind: 'no-role', agencyName: 'Leicester City Council' },
    { kind: 'left', agencyName: 'Leicester City Council' },
  ] as const)
    await as(signIn, async () => {
      await expectProblem(await call('/api/v1/things/FF-7K3Q0'), 403, 'no-role')
    })
})

test('somebody who works for several agencies is offered them, and may choose one', async () => {
  await as({ kind: 'choose', worksFor }, async () => {
    const body = await expectProblem(await call('/api/v1/things/FF-7K3Q0'), 403, 'choose-agency')
    expect(body['choices']).toEqual(worksFor)
    expect((await post('/api/v1/me/agency', '{"code":"RUTLAND"}')).status).toBe(204)
    await expectProblem(await post('/api/v1/me/agency', '{"code":"CITY"}'), 404, 'not-found')
    await expectProblem(await post('/api/v1/me/agency', '{"code":"rutland"}'), 422, 'invalid')
    expect(chosen).toEqual(['RUTLAND', 'CITY'])
  })
})

test('no answer names the framework, and none may be framed or cached', async () => {
  for (const path of ['/api/v1/things/FF-7K3Q0', '/nothing', '/healthz', '/api/v1/breaks']) {
    const answer = await call(path)
    expect([path, answer.headers.get('x-powered-by'), answer.headers.get('server')]).toEqual([path, null, null])
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('the tab is served with a policy that lets only its hosts frame it', async () => {
  const page = await fetch(`${web.url}/tab/`)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(page.headers.get('x-frame-options')).toBeNull()
  expect((await fetch(`${web.url}/tab/child/FF-7K3Q0`)).headers.get('content-type')).toContain('text/html')
  expect(await (await fetch(`${web.url}/tab/settings.json`)).json()).toEqual({ demo: true, clientId: '', apiScope: '' })
  expect((await fetch(`${web.url}/tab/assets/main-abc123.js`)).headers.get('cache-control')).toContain('immutable')
  for (const missing of ['/tab/assets/gone.js', '/tab/gone.js']) await expectProblem(await fetch(`${web.url}${missing}`), 404, 'unknown-address')
  await expectProblem(await fetch(`${web.url}/tab/..%2f..%2fpackage.json`), 404, 'unknown-address')
})

test('a live tab may be framed by Teams and Outlook', async () => {
  const live = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), {
    routes: [],
    publicUrl: 'https://family-finding.example.org',
    tab: { directory: tab, settings: { demo: false, clientId: 'x', apiScope: 'y' } },
  })
  const page = await fetch(`${live.url}/tab/`)
  expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' https:\/\/teams\.microsoft\.com .*https:\/\/outlook\.office\.com/u)
  expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('more requests in a minute than a person makes are put off, per person', async () => {
  const narrow = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), { routes, requestsPerMinute: 2 })
  const from = async (who: typeof person) =>
    fetch(`${narrow.url}/api/v1/things/FF-7K3Q0`, { headers: { authorization: `Bearer ${await issuer.tokenFor(who)}` } })
  expect([(await from(person)).status, (await from(person)).status]).toEqual([200, 200])
  const third = await from(person)
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
  await expectProblem(third, 429, 'too-often')
  expect((await from({ ...person, objectId: crypto.randomUUID() })).status).toBe(200)
})

test('readiness follows the database, life does not', async () => {
  const unready = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), { routes, isReady: () => Promise.reject(new Error('gone')) })
  expect((await fetch(`${unready.url}/healthz`)).status).toBe(200)
  await expectProblem(await fetch(`${unready.url}/readyz`), 503, 'busy')
  expect((await fetch(`${web.url}/readyz`)).status).toBe(200)
})

test('the API describes itself as OpenAPI 3.1, from the same contracts', async () => {
  const document = (await (await fetch(`${web.url}/api/openapi.json`)).json()) as {
    openapi: string
    paths: Record<string, Record<string, { parameters?: unknown[] }>>
  }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).sort()).toEqual(['/api/v1/breaks', '/api/v1/leaks', '/api/v1/me/agency', '/api/v1/things', '/api/v1/things/{reference}'])
  expect(document.paths['/api/v1/things/{reference}']?.['get']?.parameters).toHaveLength(2)
})

test('the bot and the local Microsoft 365 are mounted where their callers look for them', async () => {
  const router = express.Router().get('/people', (_req, res) => {
    res.json([])
  })
  const local = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), {
    routes: [],
    messages: (_req, res) => {
      res.status(202).end()
      return Promise.resolve()
    },
    local: { router, whyNot: ({ headers }) => (headers.host?.startsWith('127.0.0.1') === true ? undefined : 'Only from this machine.') },
  })
  expect((await fetch(`${local.url}/api/messages`, { method: 'POST' })).status).toBe(202)
  expect(await (await fetch(`${local.url}/local/people`)).json()).toEqual([])
  const rebound = await new Promise<number | undefined>((resolve) => {
    request(`${local.url}/local/people`, { headers: { host: 'evil.example' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).end()
  })
  expect(rebound).toBe(403)
})

test('a bot that throws tells nobody what it threw', async () => {
  const broken = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), { routes: [], messages: () => Promise.reject(new TypeError('secret')) })
  const answer = await fetch(`${broken.url}/api/messages`, { method: 'POST' })
  expect([answer.status, (await answer.text()).includes('secret')]).toEqual([500, false])
})
