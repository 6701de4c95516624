import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { graphTokens } from '../../src/microsoft/graph-tokens.ts'
import { LEICS, LINCS } from './graph-double.ts'

type Asked = { readonly url: string; readonly body: URLSearchParams }
type Says = { readonly status: number; readonly body: object } | Error

/** Stands where Microsoft Entra stands: answers token requests as told and keeps what was asked. */
const anEntra = (says: (asked: Asked) => Says) => {
  const asked: Asked[] = []
  const answer = (url: string, options?: NetworkRequestOptions): NetworkResponse<unknown> => {
    const one = { url, body: new URLSearchParams(options?.body ?? '') }
    asked.push(one)
    const said = says(one)
    if (said instanceof Error) throw said
    return { headers: {}, body: said.body, status: said.status }
  }
  const network: INetworkModule = {
    sendGetRequestAsync: <T>(url: string) => Promise.reject<NetworkResponse<T>>(new Error(`Nobody should ask ${url}`)),
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) => Promise.resolve(answer(url, options) as NetworkResponse<T>),
  }
  return { asked, network }
}

const token = (text: string): Says => ({ status: 200, body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: text } })
const error = (code: string, description: string): Says => ({ status: 400, body: { error: code, error_description: description, error_codes: [] } })
const app = { clientId: '7e1b5c62-0d4f-4c1e-9a53-2f6b8f0a4d11', secret: { clientSecret: 'not a real secret' } }

test('each tenant’s token is asked of that tenant’s own authority, once', async () => {
  const entra = anEntra(({ url }) => token(`for ${url.includes(LEICS) ? 'LEICS' : 'LINCS'}`))
  const tokenOf = graphTokens({ ...app, network: entra.network })
  expect([await tokenOf(LEICS), await tokenOf(LINCS), await tokenOf(LEICS)]).toEqual(['for LEICS', 'for LINCS', 'for LEICS'])
  expect(entra.asked.map(({ url }) => url.split('?')[0])).toEqual([
    `https://login.microsoftonline.com/${LEICS}/oauth2/v2.0/token`,
    `https://login.microsoftonline.com/${LINCS}/oauth2/v2.0/token`,
  ])
  const [first] = entra.asked
  expect(first?.body.get('grant_type')).toBe('client_credentials')
  expect(first?.body.get('scope')).toContain('https://graph.microsoft.com/.default')
})

test.each([
  ['an app without consent', 'unauthorized_client', 'AADSTS700016: Application was not found in the directory', /not approved in your organisation yet/u],
  ['a secret that has expired', 'invalid_client', 'AADSTS7000222: The provided client secret keys are expired', /wrong or has expired/u],
  ['a tenant that does not exist', 'invalid_request', 'AADSTS90002: Tenant not found', /does not know this organisation’s tenant id/u],
  ['anything else', 'invalid_request', 'AADSTS12345: Something new', /refused to let this app in/u],
])('%s is refused with what an administrator must put right', async (_case, code, description, sentence) => {
  const entra = anEntra(() => error(code, description))
  await expect(graphTokens({ ...app, network: entra.network })(LEICS)).rejects.toMatchObject({ name: 'TokenRefused', message: expect.stringMatching(sentence) })
})

test.each([
  ['a network that is down', () => new Error('getaddrinfo ENOTFOUND')],
  ['an Entra that is busy', () => error('temporarily_unavailable', 'AADSTS90033: A transient error has occurred')],
])('%s is no refusal: it may pass', async (_case, says) => {
  const entra = anEntra(says)
  await expect(graphTokens({ ...app, network: entra.network })(LEICS)).rejects.not.toMatchObject({ name: 'TokenRefused' })
})
