// A process of its own that opens the embedded register and does one thing with it: `embedded-child.mjs BUILD DATA_DIR write|hold`.
// It speaks in lines: `open`, then one line for each commit that was acknowledged; or `refused: …`.
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { sql } from 'kysely'

const [build, dataDir, task] = process.argv.slice(2)
const { openEmbedded } = await import(pathToFileURL(join(build, 'src/database/embedded/open-embedded.js')).href)
const { migrate } = await import(pathToFileURL(join(build, 'src/database/migrate.js')).href)
const say = (line) => process.stdout.write(`${line}\n`)

let database
try {
  database = await openEmbedded(dataDir)
} catch (error) {
  say(`refused: ${error.message}`)
  process.exit(3)
}
await migrate(database)
if (task === 'write') await database.asOwner((trx) => sql`create table if not exists written (run text, half int, id int)`.execute(trx))
say('open')
process.on('SIGTERM', () => void database.close().then(() => process.exit(0)))
const run = process.pid.toString()
for (let id = 1; task === 'write'; id += 1) {
  // two rows a transaction: a torn one would show as one row
  await database.asOwner(async (trx) => {
    await sql`insert into written values (${run}, 1, ${id})`.execute(trx)
    await sql`insert into written values (${run}, 2, ${id})`.execute(trx)
  })
  say(`${run} ${id}`)
}
setInterval(() => undefined, 1000)
