import { readEnvironment } from '../config.ts'
import { openScopedRegister } from '../main.ts'
import { runGrant } from './grant-command.ts'
import { runCommand } from './run-command.ts'

/** `npm run grant -- …`: registers agencies, and makes an agency's first administrator. */
runCommand(async () => {
  const config = readEnvironment()
  const opened = await openScopedRegister(config)
  try {
    return await runGrant(opened, config.mode === 'local' ? 'demo' : 'live', process.argv.slice(2))
  } finally {
    await opened.database.close()
  }
})
