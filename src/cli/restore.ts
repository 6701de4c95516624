import { readEnvironment } from '../config.ts'
import { restoreBackup } from '../database/embedded/backup.ts'
import { runCommand } from './run-command.ts'

/** `npm run restore -- FILE`: a register from a backup, into a DATA_DIR that has none. */
runCommand(async () => {
  const { databaseUrl, dataDir } = readEnvironment()
  const [file] = process.argv.slice(2)
  if (databaseUrl !== undefined)
    throw new Error('The register is on a PostgreSQL server: pg_restore --clean --if-exists --dbname="$DATABASE_OWNER_URL" register.dump, then npm run migrate')
  if (file === undefined) throw new Error('Say from where: npm run restore -- register.tar.gz')
  await restoreBackup(dataDir, file)
  return `The register of ${file} is in ${dataDir}. It opens with the FIELD_KEY that it was made with.`
})
