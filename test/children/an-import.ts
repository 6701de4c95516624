import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { childStore, type ChildStore } from '../../src/children/child-store.ts'
import { importAsJob } from '../../src/children/importing/import-children.ts'
import { importStore, type ImportStore } from '../../src/children/importing/import-store.ts'
import { ageingStore, type AgeingStore } from '../../src/children/sharing/refresh-shared.ts'
import type { AgencyId } from '../../src/core/ids.ts'
import type { Database } from '../../src/database/database.ts'
import { openRegister } from '../../src/database/open-register.ts'
import type { Register } from '../../src/database/register.ts'
import { settingsStore, type SettingsStore } from '../../src/settings/settings-store.ts'
import { waitingStore, type WaitingStore } from '../../src/overview/waiting-store.ts'
import type { ColumnChoices } from '../../src/trackers/match-columns.ts'
import { cipher, clock } from './a-child.ts'

const counts = z.record(z.string(), z.int())

/** What the README of the samples says about a file, as far as a children's tracker goes. */
const expectation = z.object({
  columns: z.record(z.string(), z.string().nullable()),
  columnsWithTwoFields: z.record(z.string(), z.array(z.string())).default({}),
  rowsTotal: z.int(),
  rowsImportable: z.int(),
  rowsRejected: z.int(),
  rowsWithErrors: z.array(
    z.object({ row: z.int(), column: z.string(), otherColumns: z.array(z.string()).default([]), code: z.string(), severity: z.string() }),
  ),
  rowsIgnored: z.array(z.object({ row: z.int() })),
  after: z.object({
    children: z.int(),
    childrenBySex: counts,
    childrenByStage: counts,
    siblingGroups: z.int(),
    siblingGroupSizes: counts,
    waiting: z.int(),
    longestWaitDays: z.int(),
    waitingWithPlacementOrder: z.int(),
    longestWaitFromPlacementOrderDays: z.int(),
    disabled: z.int(),
    earlyPermanencePlaced: z.int(),
    childrenByEthnicity: counts,
  }),
  sampleRows: z.array(z.looseObject({ row: z.int(), localRef: z.string() })),
})

export const CHILDREN_SAMPLES = [
  { file: 'lincolnshire-annex-a-list-10.csv', agency: 'LINCS' },
  { file: 'leicester-city-tracker.xlsx', agency: 'CITY' },
] as const
export const fixture = (file: string): Uint8Array => readFileSync(`test/fixtures/${file}`)
export const expectedOf = (file: string) => expectation.parse(JSON.parse(readFileSync(`test/fixtures/${file.replace(/\.\w+$/u, '')}.expected.json`, 'utf8')))

export interface ImportScope {
  readonly children: ChildStore
  readonly childImport: ImportStore
  readonly ageing: AgeingStore
  readonly waiting: WaitingStore
  readonly settings: SettingsStore
}

export const importRegister = (database: Database): Register<ImportScope> => {
  const deps = { cipher, ...clock() }
  return openRegister<ImportScope>({
    database,
    now: deps.now,
    makeScope: (trx, who) => ({
      children: childStore(trx, who, deps),
      childImport: importStore(trx, who, deps),
      settings: settingsStore(trx, who),
      ageing: ageingStore(trx, who, deps),
      waiting: waitingStore(trx),
    }),
  })
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const NO_CHOICES: ColumnChoices = new Map()

export const load = (database: Database, file: Uint8Array | string, agencyId: AgencyId, choices: ColumnChoices = NO_CHOICES) =>
  importAsJob({ register: importRegister(database), ...clock() })(agencyId, { bytes: typeof file === 'string' ? bytesOf(file) : file, choices }, false)
