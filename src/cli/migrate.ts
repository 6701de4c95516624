import { readEnvironment } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { runCommand } from './run-command.ts'

/** `npm run migrate`: brings the register's schema up to this version. On a server it needs DATABASE_OWNER_URL. */
runCommand(async () => {
  const database = await openDatabase(readEnvironment())
  await database.close()
  return 'The register is up to date with this version.'
})
