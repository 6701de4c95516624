import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../src/core/actor.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import type { Result } from '../../src/core/result.ts'
import type { Database } from '../../src/database/database.ts'
import { startJobLoop } from '../../src/database/job-loop.ts'
import { confirmFiled } from '../../src/retention/confirm-filed.ts'
import { erasureLedger } from '../../src/retention/erasure-ledger.ts'
import { exportRecord } from '../../src/retention/export-record.ts'
import { holdRecord, liftHold } from '../../src/retention/hold-record.ts'
import { listRetention } from '../../src/retention/list-retention.ts'
import { retentionHandlers } from '../../src/retention/purge-record.ts'
import { readRecord } from '../../src/retention/read-record.ts'
import { replayErasures } from '../../src/retention/replay-erasures.ts'
import { requestPurge } from '../../src/retention/request-purge.ts'
import { registerOver } from '../../src/scope.ts'
import { aChild, FIELD_KEY, saveChildren, type ChildTraits } from '../children/a-child.ts'
import { AGENCIES, aWorker } from '../support/partnership.ts'

export const TODAY = '2026-11-22' as PlainDate

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** An adopted child whose twelve months are over, unless told otherwise. */
export const anAdoptedChild = (traits: ChildTraits = {}) =>
  aChild({
    name: 'Marigold Quillfeather',
    localReference: 'LCS-48151623',
    journey: {
      enteredCare: '2024-01-10' as PlainDate,
      admDecision: '2024-06-03' as PlainDate,
      placementOrder: '2024-07-01' as PlainDate,
      matched: '2024-10-01' as PlainDate,
      placed: '2024-11-04' as PlainDate,
      adoptionOrder: '2025-06-02' as PlainDate,
    },
    ...traits,
  })

/** Retention on one register: its use cases, its job and its ledger, with a clock that a test may move. */
export const retentionDesk = (database: Database) => {
  const folder = mkdtempSync(join(tmpdir(), 'family-finding-retention-'))
  let day: PlainDate = TODAY
  const today = () => day
  const now = () => new Date(`${day}T09:00:00Z`)
  const { register, forgetPurged } = registerOver({ database, fieldKey: FIELD_KEY, today, now })
  const deps = { register, today, now }
  const ledger = erasureLedger(join(folder, 'erased.jsonl'), FIELD_KEY)
  const faults: unknown[] = []
  const exported = exportRecord(deps)
  const confirm = confirmFiled(deps)
  const purge = requestPurge(deps)

  const exportsOf = async (actor: Actor, reference: string): Promise<{ readonly text: string; readonly receipt: string }> => {
    const file = valueOf(await exported(actor, { reference, purpose: 'own-record' }))
    const record = valueOf(await readRecord(deps)(actor, { reference }))
    if (record.state === 'purged' || record.exported === null) throw new Error('There is no receipt.')
    return { text: Buffer.from(file.bytes).toString('utf8'), receipt: record.exported.receipt }
  }
  return {
    register,
    ledger,
    ledgerFile: join(folder, 'erased.jsonl'),
    faults,
    deps,
    setToday: (text: string): void => {
      day = text as PlainDate
    },
    listRetention: listRetention(deps),
    readRecord: readRecord(deps),
    holdRecord: holdRecord(deps),
    liftHold: liftHold(deps),
    exportRecord: exported,
    confirmFiled: confirm,
    requestPurge: purge,
    replay: () => replayErasures({ register, ledger, forgetPurged })(Object.values(AGENCIES).map(({ id }) => id)),
    worker: (over: Partial<Parameters<typeof retentionHandlers>[0]> = {}) =>
      startJobLoop({
        database,
        handlers: retentionHandlers({ ...deps, ledger, forgetPurged, ...over }),
        now,
        pollMs: Infinity,
        log: { error: (details) => faults.push(details) },
        random: () => 1,
      }),
    /** Two people who may: one files, the other asks for the purge. */
    people: async () => ({
      manager: await aWorker(database, { roles: ['practice-manager'], name: 'Priya Raman' }),
      officer: await aWorker(database, { roles: ['information-governance'], name: 'Anneke de Vries' }),
    }),
    add: async (child = anAdoptedChild()) => {
      await saveChildren(register, child)
      return child.child.reference
    },
    exportsOf,
    /** Exported and confirmed as filed by this person. */
    file: async (actor: Actor, reference: string): Promise<string> => {
      const { receipt } = await exportsOf(actor, reference)
      valueOf(await confirm(actor, { reference, receipt, filedAs: 'Mosaic 99-7731', key: randomUUID() }))
      return receipt
    },
    ask: (actor: Actor, reference: string, key: string = randomUUID()) => purge(actor, { reference, confirmation: reference, key }),
    close: () => rmSync(folder, { recursive: true }),
  }
}
export type RetentionDesk = ReturnType<typeof retentionDesk>
