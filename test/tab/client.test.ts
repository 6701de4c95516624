import * as z from 'zod'
import { ServiceProblem, UnreadableAnswer, Unreachable, createClient } from '../../tab/api/client.ts'
import type { Session } from '../../tab/session.ts'
import { conflictOf, fieldWords, problemWords } from '../../tab/text/problems.ts'

const answer = z.strictObject({ total: z.int() })
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const aProblem = (status: number, more: object = {}) =>
  json(status, { type: '/problems/x', title: 'Title', status, detail: 'Detail.', correlationId: 'c-1', ...more })

/** Answers one after another, and remembers what was asked. */
const serving = (...answers: readonly (Response | Error)[]) => {
  const asked: { address: string; init: RequestInit }[] = []
  const waiting = [...answers]
  const session: Session = { token: () => Promise.resolve('old'), renew: () => Promise.resolve('new') }
  const client = createClient(session, (address, init) => {
    asked.push({ address, init })
    const next = waiting.shift()
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error('Nothing more to answer'))
  })
  return { client, asked }
}
const failure = async (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined).catch((error: unknown) => error)

test('an answer that fits its contract is handed over', async () => {
  const { client, asked } = serving(json(200, { total: 27 }))
  await expect(client.call({ path: 'waiting', query: new URLSearchParams({ sex: 'male' }), answer })).resolves.toEqual({ total: 27 })
  expect(asked[0]).toMatchObject({ address: '/api/v1/waiting?sex=male', init: { method: 'GET', headers: { authorization: 'Bearer old' } } })
})

test('a body makes it a POST of JSON', async () => {
  const { client, asked } = serving(json(202, { total: 1 }))
  await client.call({ path: 'posts', body: { key: 'k' }, answer })
  expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{"key":"k"}', headers: { 'content-type': 'application/json' } })
})

test('a file makes it a POST of its bytes', async () => {
  const { client, asked } = serving(json(200, { total: 1 }))
  const file = new Blob(['ref,dob'], { type: 'text/csv' })
  await client.call({ path: 'children/imports/preview', file, answer })
  expect(asked[0]?.init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/octet-stream' } })
  expect(asked[0]?.init.body).toBe(file)
})

test('a file that is given keeps its name, and its refusal is a problem', async () => {
  const given = new Response('bytes', { headers: { 'content-disposition': 'attachment; filename="list.xlsx"' } })
  const { client, asked } = serving(given, aProblem(403))
  const { name, content } = await client.download('children/export')
  expect([name, await content.text()]).toEqual(['list.xlsx', 'bytes'])
  expect(asked[0]).toMatchObject({ address: '/api/v1/children/export', init: { method: 'GET' } })
  expect(await failure(client.download('children/export'))).toBeInstanceOf(ServiceProblem)
})

test('an answer without a body fits a contract of none', async () => {
  const { client } = serving(new Response(null, { status: 204 }))
  await expect(client.call({ path: 'me/agency', body: {}, answer: z.undefined() })).resolves.toBeUndefined()
})

test('a refused token is renewed once, and the request is sent again', async () => {
  const { client, asked } = serving(aProblem(401), json(200, { total: 27 }))
  await expect(client.call({ path: 'waiting', answer })).resolves.toEqual({ total: 27 })
  expect(asked.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual(['Bearer old', 'Bearer new'])
})

test('a token that is refused twice is not renewed for ever', async () => {
  const { client, asked } = serving(aProblem(401), aProblem(401))
  await expect(client.call({ path: 'waiting', answer })).rejects.toBeInstanceOf(ServiceProblem)
  expect(asked).toHaveLength(2)
})

test('problem details arrive as they were sent', async () => {
  const { client } = serving(aProblem(422, { errors: [{ pointer: '/on', detail: 'must be later' }] }))
  const error = await failure(client.call({ path: 'waiting', answer }))
  expect(problemWords(error)).toMatchObject({ title: 'Title', detail: 'Detail.', correlationId: 'c-1' })
  expect(fieldWords(error, '/on')).toBe('must be later')
  expect(fieldWords(error, '/date')).toBeUndefined()
})

test('no network is said as no network', async () => {
  const { client } = serving(new TypeError('Failed to fetch'))
  const error = await failure(client.call({ path: 'waiting', answer }))
  expect(error).toBeInstanceOf(Unreachable)
  expect(problemWords(error)).toMatchObject({ title: 'No connection', retry: true })
})

test('a proxy that finds no service behind it is no network either', async () => {
  const { client } = serving(new Response('<html>', { status: 502 }))
  await expect(client.call({ path: 'waiting', answer })).rejects.toBeInstanceOf(Unreachable)
})

test('an answer outside its contract is not shown', async () => {
  const { client } = serving(json(200, { total: 27, name: 'not for here' }))
  await expect(client.call({ path: 'waiting', answer })).rejects.toBeInstanceOf(UnreadableAnswer)
})

test('a record that is hidden and one that does not exist are said in the same words', async () => {
  const { client } = serving(aProblem(404, { detail: 'Belongs to another agency.' }))
  const words = problemWords(await failure(client.call({ path: 'children/FF-7K3Q0', answer })))
  expect(words.detail).toContain("You can't open this. It may not exist, or it may belong to another agency.")
  expect(words.detail).not.toContain('Belongs')
  expect(words.retry).toBe(false)
})

test('a conflict keeps the words of the service', async () => {
  const { client } = serving(aProblem(409))
  expect(conflictOf(await failure(client.call({ path: 'posts', body: {}, answer })))).toMatchObject({ title: 'Title', detail: 'Detail.' })
})
