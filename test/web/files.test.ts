import { connect } from 'node:net'
import * as z from 'zod'
import { ok } from '../../src/core/result.ts'
import { fileAnswer, fileBytes, route } from '../../src/http/route.ts'
import type { SignIn } from '../../src/people/identity.ts'
import { anActor } from '../support/actors.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'

const actor = anActor()
const person = { tenantId: actor.tenantId, objectId: actor.objectId }
const LIMIT = 1024 * 1024
let answerOfSignIn: SignIn = { kind: 'actor', actor, worksFor: [] }
let received = 0

const routes = [
  route({
    method: 'post',
    path: '/files',
    summary: 'Take a file',
    query: z.strictObject({ name: z.string() }),
    body: fileBytes,
    upload: { maxBytes: LIMIT },
    answer: z.strictObject({ bytes: z.int(), last: z.int().nullable() }),
    handle: (_actor, { body }) => {
      received += 1
      return Promise.resolve(ok({ bytes: body.byteLength, last: body.at(-1) ?? null }))
    },
  }),
  route({
    method: 'get',
    path: '/files/list',
    summary: 'Give a file',
    answer: fileAnswer,
    download: true,
    handle: () => Promise.resolve(ok({ fileName: 'list.xlsx', mediaType: 'application/vnd.test', bytes: Uint8Array.of(0, 255, 10, 13) })),
  }),
  route({
    method: 'get',
    path: '/files/trap',
    summary: 'A name that would break out of its header',
    answer: fileAnswer,
    download: true,
    handle: () => Promise.resolve(ok({ fileName: 'a"\r\nX: y', mediaType: 'application/vnd.test', bytes: Uint8Array.of(1) })),
  }),
]

let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
beforeAll(async () => {
  issuer = await openIssuer(() => new Date())
  web = await startWeb(issuer, () => Promise.resolve(answerOfSignIn), { routes })
})
afterAll(async () => {
  await web.close()
  await issuer.close()
})
beforeEach(() => {
  received = 0
})

const send = async (body: Uint8Array, headers: Record<string, string> = { 'content-type': 'application/octet-stream' }, path = '/files?name=x') =>
  fetch(`${web.url}/api/v1${path}`, {
    method: 'POST',
    body: new Blob([Buffer.from(body)]),
    headers: { authorization: `Bearer ${await issuer.tokenFor(person)}`, ...headers },
  })

test('a file goes in as it is, beyond what a JSON body may be', async () => {
  const answer = await send(new Uint8Array(LIMIT).fill(7))
  expect([answer.status, await answer.json()]).toEqual([200, { bytes: LIMIT, last: 7 }])
})

test('an empty file is a file of no bytes, for the use case to refuse', async () => {
  expect(await (await send(new Uint8Array())).json()).toEqual({ bytes: 0, last: null })
})

test.each([
  ['too large', new Uint8Array(LIMIT + 1), { 'content-type': 'application/octet-stream' }, '/files?name=x', 413, 'too-large'],
  ['of another kind', Uint8Array.of(1), { 'content-type': 'text/csv' }, '/files?name=x', 415, 'wrong-media-type'],
  ['a form', Uint8Array.of(1), { 'content-type': 'multipart/form-data; boundary=x' }, '/files?name=x', 415, 'wrong-media-type'],
  [
    'packed for the way',
    Uint8Array.of(1),
    { 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' },
    '/files?name=x',
    415,
    'wrong-media-type',
  ],
  ['without its parameters', Uint8Array.of(1), { 'content-type': 'application/octet-stream' }, '/files', 422, 'invalid'],
])('a body %s is refused, and no use case sees it', async (_what, body, headers, path, status, slug) => {
  const answer = await send(body, headers, path)
  expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([status, `/problems/${slug}`])
  expect(received).toBe(0)
})

test('the limit is named in what people read', async () => {
  expect(((await (await send(new Uint8Array(LIMIT + 1))).json()) as { detail: string }).detail).toContain('1 MB')
})

test('a body that never says how long it is, is not kept beyond the limit', async () => {
  const { port, hostname } = new URL(web.url)
  const token = await issuer.tokenFor(person)
  const status = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const chunk = Buffer.alloc(64 * 1024)
    socket.on('error', reject)
    socket.on('data', (data) => {
      resolve(data.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.write(
      `POST /api/v1/files?name=x HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    for (let sent = 0; sent < 32; sent += 1) socket.write(Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]))
    socket.write('0\r\n\r\n')
  })
  expect(status).toBe('HTTP/1.1 413 Payload Too Large')
  expect(received).toBe(0)
})

test('nothing is read for somebody who may not come in', async () => {
  answerOfSignIn = { kind: 'unknown-person', agencyName: 'Lincolnshire County Council' } as unknown as SignIn
  const answer = await send(new Uint8Array(10)).finally(() => (answerOfSignIn = { kind: 'actor', actor, worksFor: [] }))
  expect(answer.status).toBe(403)
  expect(received).toBe(0)
})

test('a file that is given is saved and not shown', async () => {
  const answer = await fetch(`${web.url}/api/v1/files/list`, { headers: { authorization: `Bearer ${await issuer.tokenFor(person)}` } })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="list.xlsx"')
  expect(answer.headers.get('content-type')).toContain('application/vnd.test')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 10, 13])
})

test('a file name that would break out of its header is a fault, and nothing of it leaves', async () => {
  const answer = await fetch(`${web.url}/api/v1/files/trap`, { headers: { authorization: `Bearer ${await issuer.tokenFor(person)}` } })
  expect(answer.status).toBe(500)
  expect(answer.headers.get('x')).toBeNull()
})

test('the description says that files come and go', async () => {
  const description = (await (await fetch(`${web.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> }
  expect(JSON.stringify(description.paths['/api/v1/files']?.['post'])).toContain('"application/octet-stream":{"schema":{"type":"string","format":"binary"}}')
  expect(JSON.stringify(description.paths['/api/v1/files/list']?.['get'])).toContain('spreadsheetml.sheet')
})
