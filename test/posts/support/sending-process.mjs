// A process of its own that sends posts: `sending-process.mjs BUILD SETTINGS`. Told the time, it runs what is due and says how much that was.
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const [build, settings] = process.argv.slice(2)
const { databaseUrl, connectorToken, graphTokens, graphUrl, appId } = JSON.parse(settings)
const from = (file) => import(pathToFileURL(join(build, file)).href)
const [{ openServer }, { openRegister }, { startJobLoop }, { postHandlers }, { postStore }, { childForPost }, { listForPost }] = await Promise.all(
  [
    'src/database/server-database.js',
    'src/database/open-register.js',
    'src/database/job-loop.js',
    'src/posts/post-handlers.js',
    'src/posts/post-store.js',
    'src/children/sharing/child-for-post.js',
    'src/overview/list-for-post.js',
  ].map(from),
)
const [{ fieldEncryption }, { findCardInGraph }, { sendToDouble }, { outbound }, { connectorClient }, { postCard }, { londonToday }] = await Promise.all(
  [
    'src/safeguards/field-encryption.js',
    'src/microsoft/find-card.js',
    'src/microsoft/graph-transport.js',
    'bot/outbound.js',
    'bot/connector-client.js',
    'bot/cards/post-card.js',
    'src/core/plain-date.js',
  ].map(from),
)

let clock = new Date(0)
const now = () => clock
const database = openServer(databaseUrl, undefined)
const children = { cipher: fieldEncryption(Buffer.alloc(32, 1), 'child'), now, today: () => londonToday(clock) }
const register = openRegister({
  database,
  now,
  makeScope: (trx, who) => ({ posts: postStore(trx, who), childForPost: childForPost(trx, who, children), listForPost: listForPost(trx, who, children) }),
})
const handlers = postHandlers({
  register,
  outbound: outbound({ client: connectorClient(() => Promise.resolve(connectorToken)), appId }),
  findCard: findCardInGraph({ tokenOf: (tenantId) => Promise.resolve(graphTokens[tenantId]), send: sendToDouble(graphUrl) }),
  drawPost: postCard({ waiting: (query) => `https://tab.example/waiting?${query}` }),
  now,
})
const faults = []
const loop = startJobLoop({ database, handlers, now, pollMs: Infinity, log: { error: ({ err }, message) => faults.push(`${message} ${String(err)}`) } })

process.on('message', async ({ at }) => {
  clock = new Date(at)
  const ran = await loop.runDue()
  process.send({ ran, faults: faults.splice(0) })
})
process.send({ ran: 0, faults: [] })
