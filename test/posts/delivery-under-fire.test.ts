import { randomBytes } from 'node:crypto'
import { connectorClient } from '../../bot/connector-client.ts'
import { postCard } from '../../bot/cards/post-card.ts'
import { outbound } from '../../bot/outbound.ts'
import { childForPost } from '../../src/children/sharing/child-for-post.ts'
import { londonToday } from '../../src/core/plain-date.ts'
import { startJobLoop, type JobLoop } from '../../src/database/job-loop.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { LOCAL_APP } from '../../src/local/issuer.ts'
import { findCardInGraph } from '../../src/microsoft/find-card.ts'
import { sendToDouble } from '../../src/microsoft/graph-transport.ts'
import { listForPost } from '../../src/overview/list-for-post.ts'
import { postHandlers } from '../../src/posts/post-handlers.ts'
import { postStore } from '../../src/posts/post-store.ts'
import { fieldEncryption } from '../../src/safeguards/field-encryption.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { mortal } from './support/mortal-database.ts'
import { underFire, type UnderFire } from './support/under-fire.ts'

let database: TestDatabase
let fire: UnderFire
beforeAll(async () => {
  database = await openTestDatabase()
  fire = await underFire(database)
})
afterAll(async () => {
  await fire.close()
  await database.close()
})

const faults: unknown[] = []

/** One process: its own register, its own way out, its own loop; it can die. */
const aProcess = () => {
  const { now } = fire.world
  const { local } = fire.region
  const view = mortal(database)
  const children = { cipher: fieldEncryption(randomBytes(32), 'child'), now, today: () => londonToday(now()) }
  const register = openRegister({
    database: view.database,
    now,
    makeScope: (trx, who) => ({ posts: postStore(trx, who), childForPost: childForPost(trx, who, children), listForPost: listForPost(trx, who, children) }),
  })
  const handlers = postHandlers({
    register,
    outbound: outbound({ client: connectorClient(local.bot.connectorToken), appId: LOCAL_APP.appId }),
    findCard: findCardInGraph({ tokenOf: local.graph.tokenOf, send: sendToDouble(local.graph.baseUrl) }),
    drawPost: postCard({ waiting: (query) => `https://tab.example/waiting?${query}` }),
    now,
  })
  const loop: JobLoop = startJobLoop({ database: view.database, handlers, now, pollMs: Infinity, log: { error: (details) => faults.push(details) } })
  return { ...view, loop }
}

test('a thousand posts through two processes that both die, under a channel that fails all the time: each arrives once, in order', async () => {
  await fire.confirm(100)
  let processes = [aProcess(), aProcess()]
  // in the middle of a call, which the channel takes or not
  fire.calls.onPost = (count) => {
    if (count === 300) processes[0]?.die()
    if (count === 700) processes[1]?.die()
  }
  for (let rounds = 0; rounds < 5000; rounds += 1) {
    const wait = await fire.untilNext()
    if (wait === undefined) break
    fire.world.pass(Math.max(1, wait))
    await Promise.all(processes.map(({ loop, died }) => Promise.race([loop.runDue(), died])))
    processes = processes.map((one) => (one.isDead() ? aProcess() : one))
  }
  expect(faults).toEqual([])
  const channels = await fire.compare()
  expect(channels.flatMap(({ expected }) => expected)).toHaveLength(1000)
  for (const { expected, there } of channels) expect(there).toEqual(expected)
  expect(fire.calls.throttled).toBe(0)
}, 600_000)
