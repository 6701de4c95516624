import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

interface Placing {
  /** where the register looks for its ledger: DATA_DIR/erased.jsonl */
  readonly ledger: string
  /** a ledger that was kept elsewhere */
  readonly erased: string | undefined
  readonly nothingErased: boolean
}

/**
 * A backup does not know what was purged after it was made. So before one is restored, the ledger is in its place, is brought, or somebody
 * says that nothing was purged. Throws a sentence otherwise.
 */
export const placeLedger = ({ ledger, erased, nothingErased }: Placing): void => {
  if (erased !== undefined) {
    if (!existsSync(erased)) throw new Error(`There is no file ${erased}.`)
    if (existsSync(ledger)) throw new Error(`${ledger} is there already. Leave --erased out to use it, or move it away.`)
    mkdirSync(dirname(ledger), { recursive: true, mode: 0o700 })
    copyFileSync(erased, ledger)
    return
  }
  if (existsSync(ledger) || nothingErased) return
  throw new Error(
    'A backup may hold records that were purged since. Bring the list of them, which lies beside the register that was lost: ' +
      'npm run restore -- register.tar.gz --erased …/erased.jsonl (or --nothing-erased, where nothing was ever purged).',
  )
}
