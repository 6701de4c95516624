import { createHmac } from 'node:crypto'
import { BotAdapter } from '../../bot/adapter.ts'
import { inChat } from './support/activities.ts'
import { APP_ID, HOME_TENANT, startChannel, type Channel } from './support/channel.ts'
import { fakeService } from './support/fakes.ts'

const service = fakeService()
let channel: Channel
const noise = jest.spyOn(console, 'error').mockImplementation(() => undefined)
beforeAll(async () => {
  channel = await startChannel(service.deps)
})
afterAll(async () => {
  await channel.stop()
  noise.mockRestore()
})
beforeEach(() => {
  service.asked.length = 0
  channel.logged.length = 0
  noise.mockClear()
})
const hello = () => inChat(channel.connectorUrl, { text: 'hi' })
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = () => ({ iss: 'https://api.botframework.com', aud: APP_ID, exp: Math.floor(Date.now() / 1000) + 3600, serviceurl: channel.connectorUrl })

test('a token of the channel is taken', async () => {
  const { status, text } = await channel.post(hello())
  expect({ status, text }).toEqual({ status: 200, text: '' })
  expect(service.askedFor('signIn')).toHaveLength(1)
})

const FORGERIES: Record<string, () => Promise<string> | string> = {
  'no token at all': () => '',
  'Basic instead of Bearer': () => 'Basic cHJpeWE6cHJpeWE=',
  garbage: () => 'Bearer garbage',
  'three pieces of garbage': () => 'Bearer aaaa.bbbb.cccc',
  'alg none': () => `Bearer ${encoded({ alg: 'none', kid: 'good' })}.${encoded(claims())}.`,
  'alg none with a signature': () => `Bearer ${encoded({ alg: 'none', kid: 'good' })}.${encoded(claims())}.AAAA`,
  'the public key used as a shared secret': () => {
    const signed = `${encoded({ alg: 'HS256', kid: 'good' })}.${encoded(claims())}`
    return `Bearer ${signed}.${createHmac('sha256', channel.publicKey().export({ type: 'spki', format: 'pem' }))
      .update(signed)
      .digest('base64url')}`
  },
  'an unknown key': async () => `Bearer ${await channel.sign({}, { kid: 'unheard-of', key: 'other' })}`,
  'a known key id with a wrong signature': async () => `Bearer ${await channel.sign({}, { kid: 'good', key: 'other' })}`,
  'another app as audience': async () => `Bearer ${await channel.sign({}, { audience: '99999999-9999-4999-8999-999999999999' })}`,
  'another issuer': async () => `Bearer ${await channel.sign({}, { issuer: 'https://evil.example' })}`,
  expired: async () => `Bearer ${await channel.sign({}, { expires: -4000 })}`,
  'a token for another service address': async () => `Bearer ${await channel.sign({ serviceurl: 'https://smba.trafficmanager.net/uk/' })}`,
  'no service address': async () => `Bearer ${await channel.sign({ serviceurl: undefined })}`,
  'a key that does not speak for Teams': async () => `Bearer ${await channel.sign({}, { kid: 'webOnly' })}`,
  "a user's own token for this app (version 2)": async () =>
    `Bearer ${await channel.sign({ azp: APP_ID, ver: '2.0', tid: HOME_TENANT, scp: 'access_as_user' }, { issuer: `https://login.microsoftonline.com/${HOME_TENANT}/v2.0` })}`,
  "a user's own token for this app (version 1)": async () =>
    `Bearer ${await channel.sign({ appid: APP_ID, ver: '1.0', tid: HOME_TENANT }, { issuer: `https://sts.windows.net/${HOME_TENANT}/` })}`,
}

test.each(Object.entries(FORGERIES))('%s is answered 401 with an empty body and reaches nobody', async (_name, forge) => {
  const { status, text } = await channel.post(hello(), await forge())
  expect({ status, text }).toEqual({ status: 401, text: '' })
  expect(service.asked).toEqual([])
  expect(noise).not.toHaveBeenCalled()
  expect(channel.logged).toEqual([])
})

test('a token that lost its first or last letters is refused', async () => {
  const token = await channel.sign()
  for (const bent of [token.slice(1), token.slice(0, -3), `${token}x`, token.replace('.', '..')])
    expect((await channel.post(hello(), `Bearer ${bent}`)).status).toBe(401)
})

test('when the keys cannot be had the answer is 503, and 200 when they can be had again', async () => {
  const fresh = await startChannel(service.deps)
  try {
    fresh.state.keysDown = true
    const asked = inChat(fresh.connectorUrl, { text: 'hi' })
    expect(await fresh.post(asked)).toMatchObject({ status: 503, text: '' })
    fresh.state.keysDown = false
    expect(await fresh.post(asked)).toMatchObject({ status: 200 })
  } finally {
    await fresh.stop()
  }
})

test.each<[string, unknown]>([
  ['no type', { ...inChat('x'), type: undefined }],
  ['an empty object', {}],
  ['a list', []],
  ['a type that is no text', { type: 7 }],
  ['no sender', { ...inChat('x'), from: undefined }],
  ['a service address that is none', { ...inChat('nonsense') }],
  ['no conversation', { ...inChat('x'), conversation: undefined }],
])('an activity with %s is answered 400 with an empty body', async (_name, activity) => {
  const { status, text } = await channel.post(activity)
  expect({ status, text }).toEqual({ status: 400, text: '' })
  expect(service.asked).toEqual([])
})

test('only POST is taken', async () => {
  expect(await channel.get()).toBe(405)
})

test('an adapter without an app id cannot be made, because nobody would be asked for a token', () => {
  const log = { warn: () => undefined, error: () => undefined }
  for (const appId of ['', '  '])
    expect(() => new BotAdapter({ appId, tenantId: HOME_TENANT, registration: { kind: 'SingleTenant', password: 'x' } }, log)).toThrow('no app id')
})

test('production registrations can be made', () => {
  const log = { warn: () => undefined, error: () => undefined }
  expect(new BotAdapter({ appId: APP_ID, tenantId: HOME_TENANT, registration: { kind: 'SingleTenant', password: 'secret' } }, log).appId).toBe(APP_ID)
  expect(new BotAdapter({ appId: APP_ID, tenantId: HOME_TENANT, registration: { kind: 'UserAssignedMSI' } }, log).appId).toBe(APP_ID)
})
