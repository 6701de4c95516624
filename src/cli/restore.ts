import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readEnvironment } from '../config.ts'
import { restoreBackup } from '../database/embedded/backup.ts'
import { placeLedger } from '../retention/place-ledger.ts'
import { runCommand } from './run-command.ts'

/** `npm run restore -- FILE`: a register from a backup, into a DATA_DIR that has none. What was purged since is purged again when it is opened. */
runCommand(async () => {
  const { databaseUrl, dataDir } = readEnvironment()
  const { values, positionals } = parseArgs({
    options: { erased: { type: 'string' }, 'nothing-erased': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (databaseUrl !== undefined)
    throw new Error(
      'The register is on a PostgreSQL server: pg_restore --clean --if-exists --dbname="$DATABASE_OWNER_URL" register.dump, then npm run migrate. ' +
        'Keep erased.jsonl in DATA_DIR: what was purged since the dump is purged again when the app starts.',
    )
  if (file === undefined) throw new Error('Say from where: npm run restore -- register.tar.gz')
  placeLedger({ ledger: join(dataDir, 'erased.jsonl'), erased: values.erased, nothingErased: values['nothing-erased'] })
  await restoreBackup(dataDir, file)
  return `The register of ${file} is in ${dataDir}. It opens with the FIELD_KEY that it was made with, and purges again what was purged since.`
})
