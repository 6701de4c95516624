import { fieldKeyOf, readEnvironment } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { assertFieldKey } from '../safeguards/key-check.ts'
import { verifyAudit } from '../safeguards/verify-audit.ts'
import { runCommand } from './run-command.ts'

/** `npm run audit:verify`: walks the audit's hash chain; exit code 1 and a sentence for each row that is missing, changed or out of place. */
runCommand(async () => {
  const config = readEnvironment()
  const fieldKey = fieldKeyOf(config)
  const database = await openDatabase(config)
  try {
    await assertFieldKey(database, fieldKey)
    const { intact, waiting, head, findings } = await verifyAudit({ database, fieldKey })
    const summary = `${intact.toString()} audit rows are intact and in their place; ${waiting.toString()} wait for the next sealing.`
    if (findings.length > 0) throw new Error([...findings, summary].join('\n'))
    return head === '' ? summary : `${summary}\nThe chain ends in ${head}: compare it with the last "audit sealed" of the log.`
  } finally {
    await database.close()
  }
})
