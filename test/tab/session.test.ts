import { SignInFailed, createSession } from '../../tab/session.ts'
import type { TokenSource } from '../../tab/session.ts'

const aSource = (name: string, token: TokenSource['token'], offered = true): TokenSource => ({ name, offered: () => offered, token })
const gives = (token: string) => jest.fn((_renew: boolean) => Promise.resolve(token))
const fails = (reason: string) => jest.fn((_renew: boolean) => Promise.reject(new Error(reason)))

test('nested app authentication is asked first, and the host is left alone when it works', async () => {
  const host = gives('second')
  const session = createSession([aSource('nested app authentication', gives('first')), aSource('Teams', host)])
  await expect(session.token()).resolves.toBe('first')
  expect(host).not.toHaveBeenCalled()
})

test('what is not offered is not asked', async () => {
  const nested = gives('first')
  const session = createSession([aSource('nested app authentication', nested, false), aSource('Teams', gives('second'))])
  await expect(session.token()).resolves.toBe('second')
  expect(nested).not.toHaveBeenCalled()
})

test('where one fails, the next is asked', async () => {
  const session = createSession([aSource('nested app authentication', fails('bridge')), aSource('Teams', gives('second'))])
  await expect(session.token()).resolves.toBe('second')
})

test('where all fail, each is named with its reason', async () => {
  const session = createSession([aSource('nested app authentication', fails('bridge')), aSource('Teams', fails('resourceRequiresConsent'))])
  const error: unknown = await session.token().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SignInFailed)
  expect((error as SignInFailed).attempts).toEqual([
    { source: 'nested app authentication', reason: 'bridge' },
    { source: 'Teams', reason: 'resourceRequiresConsent' },
  ])
})

test('in a plain browser there is nobody to ask', async () => {
  await expect(createSession([]).token()).rejects.toMatchObject({ attempts: [] })
})

test('a token is asked for once, also by requests that come together', async () => {
  const source = gives('token')
  const session = createSession([aSource('Teams', source)])
  await Promise.all([session.token(), session.token()])
  await session.token()
  expect(source).toHaveBeenCalledTimes(1)
  expect(source).toHaveBeenCalledWith(false)
})

test('renewing asks for a new one and keeps it', async () => {
  const source = jest.fn((renew: boolean) => Promise.resolve(renew ? 'new' : 'old'))
  const session = createSession([aSource('Teams', source)])
  await expect(session.token()).resolves.toBe('old')
  await expect(session.renew()).resolves.toBe('new')
  await expect(session.token()).resolves.toBe('new')
})

test('a failure is not kept: trying again asks again', async () => {
  const source = jest.fn<Promise<string>, [boolean]>().mockRejectedValueOnce(new Error('CancelledByUser')).mockResolvedValue('token')
  const session = createSession([aSource('Teams', source)])
  await expect(session.token()).rejects.toBeInstanceOf(SignInFailed)
  await expect(session.token()).resolves.toBe('token')
})
