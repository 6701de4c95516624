import { readEnvironment } from '../config.ts'
import { writeBackup } from '../database/embedded/backup.ts'
import { runCommand } from './run-command.ts'

/** `npm run backup -- FILE`: the embedded register as one gzipped file. */
runCommand(async () => {
  const { databaseUrl, dataDir } = readEnvironment()
  const [file] = process.argv.slice(2)
  if (databaseUrl !== undefined)
    throw new Error('The register is on a PostgreSQL server, which makes its own backups: pg_dump --format=custom --file=register.dump "$DATABASE_OWNER_URL"')
  if (file === undefined) throw new Error('Say where to: npm run backup -- register.tar.gz')
  const bytes = await writeBackup(dataDir, file)
  return `${file} holds the register (${Math.ceil(bytes / 1024).toString()} kB). Keep FIELD_KEY, or field.key of DATA_DIR, apart from it: without the key names and birth dates cannot be read.`
})
