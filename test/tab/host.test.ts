import { connectHost, hostTokenSource, kindOf, mayHaveHost, themeOf } from '../../tab/host.ts'
import type { HostLibrary } from '../../tab/host.ts'

const top = {}
const alone = { parent: top, self: top, opener: null }
const framed = { parent: {}, self: {}, opener: null }

const aLibrary = (change: Partial<HostLibrary> = {}): HostLibrary => ({
  initialize: () => Promise.resolve(),
  context: () => Promise.resolve({ hostName: 'Teams', theme: 'dark', subPage: 'child/FF-7K3Q0' }),
  onTheme: () => undefined,
  isNestedAuthRecommended: () => false,
  authToken: () => Promise.resolve('token'),
  loaded: () => undefined,
  ...change,
})

test('a page that nobody frames or opened has no host, and TeamsJS is not even loaded', async () => {
  const load = jest.fn(() => Promise.resolve(aLibrary()))
  const host = await connectHost(alone, load)
  expect(host.kind).toBe('browser')
  expect(load).not.toHaveBeenCalled()
})

test.each([
  ['a parent', framed],
  ['an opener', { ...alone, opener: {} }],
  ['a native bridge', { ...alone, nativeInterface: {} }],
])('%s may be a host', (_name, surroundings) => {
  expect(mayHaveHost(surroundings)).toBe(true)
})

test('a host that answers gives its name, its theme and where a deep link leads', async () => {
  const host = await connectHost(framed, () => Promise.resolve(aLibrary()))
  expect(host).toMatchObject({ kind: 'Teams', theme: 'dark', subPage: 'child/FF-7K3Q0' })
})

test('an empty deep link is none', async () => {
  const context = () => Promise.resolve({ hostName: 'Outlook', theme: 'default', subPage: '' })
  expect((await connectHost(framed, () => Promise.resolve(aLibrary({ context })))).subPage).toBeUndefined()
})

test('a parent that never answers is given up after the limit', async () => {
  const silent = aLibrary({ initialize: () => new Promise(() => undefined) })
  expect((await connectHost(framed, () => Promise.resolve(silent), 5)).kind).toBe('browser')
})

test('a parent that refuses leaves a plain browser', async () => {
  const refusing = aLibrary({ initialize: () => Promise.reject(new Error('No parent')) })
  expect((await connectHost(framed, () => Promise.resolve(refusing))).library).toBeUndefined()
})

test.each([
  ['Teams', 'Teams'],
  ['TeamsModern', 'Teams'],
  ['Outlook', 'Outlook'],
  ['OutlookWin32', 'Outlook'],
  ['Office', 'Microsoft 365'],
])('%s is taken for %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind)
})

test('a theme that nobody knows yet is drawn as the default', () => {
  expect(['default', 'dark', 'contrast', 'glass', ''].map(themeOf)).toEqual(['default', 'dark', 'contrast', 'default', 'default'])
})

test('the host signs in only where there is one', async () => {
  const inTeams = hostTokenSource({ kind: 'Teams', theme: 'default', subPage: undefined, library: aLibrary() })
  expect(inTeams.offered()).toBe(true)
  await expect(inTeams.token(false)).resolves.toBe('token')
  expect(hostTokenSource({ kind: 'browser', theme: 'default', subPage: undefined, library: undefined }).offered()).toBe(false)
})
