import { importAsJob } from '../children/importing/import-children.ts'
import { readEnvironment } from '../config.ts'
import { londonToday } from '../core/plain-date.ts'
import { openScopedRegister } from '../main.ts'
import { listAgencies } from '../people/people-store.ts'
import { importTracker } from './import-tracker.ts'
import { runCommand } from './run-command.ts'

runCommand(async () => {
  const { database, register } = await openScopedRegister(readEnvironment())
  try {
    const today = () => londonToday(new Date())
    const agencies = () => database.asNamedJob('sign-in', listAgencies)
    return await importTracker({ importAsJob: importAsJob({ register, today }), agencies })(process.argv.slice(2))
  } finally {
    await database.close()
  }
})
