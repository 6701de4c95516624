import { createServer } from 'node:http'
import { once } from 'node:events'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/**
 * Signs what a person's tab and the channel would send, and takes the bot's answers as the connector would: the measured code checks
 * real tokens, and neither contestant pays for the other end.
 */
export const benchIssuer = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', use: 'sig', alg: 'RS256', endorsements: ['msteams'] }
  let url = ''
  const server = createServer((request, response) => {
    request.resume()
    const body =
      request.url === '/keys'
        ? { keys: [key] }
        : request.url === '/metadata'
          ? { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` }
          : { id: 'activity' }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}`
  const sign = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'bench' }).setIssuedAt().setNotBefore('-1m').setExpirationTime('2h').sign(privateKey)
  return { url, sign, close: () => server.close() }
}
