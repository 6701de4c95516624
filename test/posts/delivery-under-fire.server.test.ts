import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { LOCAL_APP } from '../../src/local/issuer.ts'
import { buildFolder, buildRooms } from '../support/build-database.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { addressOf } from '../support/server-database.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { sendingProcess, type SendingSettings } from './support/sending-process.ts'
import { underFire, type UnderFire } from './support/under-fire.ts'

/* Only a server has several processes: jest's config for the embedded engine leaves this file out. */
const build = buildFolder(randomBytes(6).toString('hex'))
let database: TestDatabase
let fire: UnderFire
let processes: Awaited<ReturnType<typeof sendingProcess>>[] = []
beforeAll(async () => {
  const rooms = ['core', 'database', 'http', 'people', 'settings', 'safeguards', 'trackers', 'posts', 'children', 'meetings', 'overview', 'microsoft']
  await buildRooms(build, ['bot', ...rooms.map((room) => `src/${room}`)])
  database = await openTestDatabase()
  fire = await underFire(database)
}, 120_000)
afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()))
  await fire.close()
  await database.close()
  await rm(build, { recursive: true, force: true })
})

/** What a process is given: the same database, and tokens that the local issuer signed for it. */
const settings = async (): Promise<SendingSettings> => {
  const [{ name } = { name: '' }] = await rowsOf<{ name: string }>(database, 'select current_database() as name')
  const { bot, graph } = fire.region.local
  const tenants = Object.values(AGENCIES).flatMap(({ tenantId }) => (tenantId === null ? [] : [tenantId]))
  const tokens = await Promise.all(tenants.map(async (tenantId) => [tenantId, await graph.tokenOf(tenantId)] as const))
  return {
    databaseUrl: addressOf(process.env['TEST_DATABASE_URL'] ?? '', name),
    connectorToken: await bot.connectorToken(),
    graphTokens: Object.fromEntries(tokens),
    graphUrl: graph.baseUrl,
    appId: LOCAL_APP.appId,
  }
}

test('a thousand posts through two processes that are both killed, under a channel that fails all the time: each arrives once, in order', async () => {
  await fire.confirm(100)
  const given = await settings()
  processes = await Promise.all([sendingProcess(build, given), sendingProcess(build, given)])
  // while they work: what the one or the other was in the middle of stays as it was
  fire.calls.onPost = (count) => {
    if (count === 300) void processes[0]?.kill()
    if (count === 700) void processes[1]?.kill()
  }
  for (let rounds = 0; rounds < 5000; rounds += 1) {
    const wait = await fire.untilNext()
    if (wait === undefined) break
    fire.world.pass(Math.max(1, wait))
    await Promise.all(processes.map((one) => one.runDue(fire.world.now())))
    processes = await Promise.all(processes.map(async (one) => (one.isDead() ? sendingProcess(build, given) : one)))
  }
  expect(processes.flatMap(({ faults }) => faults)).toEqual([])
  const channels = await fire.compare()
  expect(channels.flatMap(({ expected }) => expected)).toHaveLength(1000)
  for (const { expected, there } of channels) expect(there).toEqual(expected)
  expect(fire.calls.throttled).toBe(0)
}, 300_000)
