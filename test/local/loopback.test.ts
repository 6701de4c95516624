import { request } from 'node:http'
import { isLoopbackUrl } from '../../src/local/loopback.ts'
import { send, startRegion, type LocalRegion } from './local-region.ts'

let region: LocalRegion
beforeAll(async () => {
  region = await startRegion()
})
afterAll(() => region.close())

/** fetch does not let a test choose the Host header. */
const statusWith = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(region.url)
    request({ hostname, port, path: '/local/people', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })

test('this machine may use the local Microsoft 365 under its loopback names', async () => {
  expect(await statusWith({ host: 'localhost:3978' })).toBe(200)
  expect(await statusWith({ host: '[::1]:3978' })).toBe(200)
})

test.each([
  { host: 'family-finding.example' },
  { host: '127.0.0.1.evil.example' },
  { host: 'localhost', 'x-forwarded-for': '203.0.113.9' },
  { host: 'localhost', 'x-forwarded-host': 'localhost' },
  { host: 'localhost', forwarded: 'for=203.0.113.9' },
  { host: 'localhost', via: '1.1 proxy' },
  { host: 'localhost', origin: 'https://evil.example' },
  { host: 'localhost', origin: 'null' },
])('a request with %j is refused', async (headers) => {
  expect(await statusWith(headers)).toBe(403)
})

test.each([
  'https://smba.trafficmanager.net/uk/',
  'http://127.0.0.1.evil.example/',
  'http://192.168.0.9/',
  'file:///etc/passwd',
  'nonsense',
  'http://user@evil.example',
])('an activity whose serviceUrl is %s is not signed', async (serviceUrl) => {
  const answer = await send(`${region.url}/local/messages`, 'POST', { type: 'message', text: 'waiting', serviceUrl })
  expect(answer.status).toBe(400)
  expect(isLoopbackUrl(serviceUrl)).toBe(false)
})
