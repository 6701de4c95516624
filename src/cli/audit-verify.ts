import { fieldKeyOf, readEnvironment } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { assertFieldKey } from '../safeguards/key-check.ts'
import { readStatedSeal, verifyAudit, type StatedSeal } from '../safeguards/verify-audit.ts'
import { runCommand } from './run-command.ts'

/** The seal that a workbook of the audit states. Throws a sentence where there is something else. */
const statedSeal = ([option, text, ...more]: readonly string[]): StatedSeal | undefined => {
  if (option === undefined) return undefined
  const seal = option === '--seal' && more.length === 0 ? readStatedSeal(text ?? '') : undefined
  if (!seal) throw new Error('Write npm run audit:verify, or npm run audit:verify -- --seal and the seal as the export of the audit states it (1234:9f…).')
  return seal
}

/** `npm run audit:verify`: walks the audit's hash chain; exit code 1 and a sentence for each row that is missing, changed or out of place. */
runCommand(async () => {
  const stated = statedSeal(process.argv.slice(2))
  const config = readEnvironment()
  const fieldKey = fieldKeyOf(config)
  const database = await openDatabase(config)
  try {
    await assertFieldKey(database, fieldKey)
    const { intact, waiting, head, findings } = await verifyAudit({ database, fieldKey, ...(stated && { stated }) })
    const summary = `${intact.toString()} audit rows are intact and in their place; ${waiting.toString()} wait for the next sealing.`
    if (findings.length > 0) throw new Error([...findings, summary].join('\n'))
    const passes = stated ? ' The seal that you gave is in its place: nothing before that export was changed.' : ''
    return head === '' ? summary : `${summary}${passes}\nThe chain ends in ${head}: compare it with the last "audit sealed" of the log.`
  } finally {
    await database.close()
  }
})
