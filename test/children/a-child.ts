import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { childForPost } from '../../src/children/sharing/child-for-post.ts'
import { childStore, type ChildStore, type ChildStoreDeps } from '../../src/children/child-store.ts'
import type { Journey } from '../../src/children/child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../../src/children/child.ts'
import { NO_DATES } from '../../src/children/journey/journey.ts'
import { ageingStore, type AgeingStore } from '../../src/children/sharing/refresh-shared.ts'
import { newId, type AgencyId, type ChildId } from '../../src/core/ids.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { newReference } from '../../src/core/reference.ts'
import type { Database } from '../../src/database/database.ts'
import { openRegister } from '../../src/database/open-register.ts'
import type { Register } from '../../src/database/register.ts'
import { waitingStore, type WaitingStore } from '../../src/overview/waiting-store.ts'
import type { ChildForPost } from '../../src/posts/ports.ts'
import { fieldEncryption } from '../../src/safeguards/field-encryption.ts'
import { bankHolidaysOfEngland } from '../../src/core/bank-holidays.ts'
import { settingsStore, type SettingsStore } from '../../src/settings/settings-store.ts'
import { AGENCIES, type AgencyCode } from '../support/partnership.ts'
import { asInspector } from '../support/inspector.ts'

export const TODAY = '2026-11-22' as PlainDate
export const date = (text: string): PlainDate => text as PlainDate
export const FIELD_KEY = Buffer.alloc(32, 7)
export const cipher = fieldEncryption(FIELD_KEY, 'child')

export interface TestScope {
  readonly children: ChildStore
  readonly ageing: AgeingStore
  readonly waiting: WaitingStore
  readonly settings: SettingsStore
  readonly childForPost: ChildForPost
}
export const holidays = bankHolidaysOfEngland()
/** The clock of the tests stands still unless a test moves it. */
export const clock = (today: PlainDate = TODAY) => ({ today: () => today, now: () => new Date(`${today}T09:00:00Z`) })

export const registerOn = (database: Database, deps: ChildStoreDeps = { cipher, ...clock() }): Register<TestScope> =>
  openRegister<TestScope>({
    database,
    now: deps.now,
    makeScope: (trx, who) => ({
      children: childStore(trx, who, deps),
      ageing: ageingStore(trx, who, deps),
      waiting: waitingStore(trx),
      settings: settingsStore(trx, who),
      childForPost: childForPost(trx, who, deps),
    }),
  })

export type ChildTraits = Partial<Omit<Child, 'id' | 'agencyId' | 'version' | 'journey'>> &
  Partial<Secrets> & { readonly agency?: AgencyCode; readonly journey?: Partial<Journey> }

/** A child of Leicestershire who waits with a placement order, unless told otherwise. */
export const aChild = (traits: ChildTraits = {}): { readonly child: Child; readonly secrets: Secrets } => {
  const { agency = 'LEICS', journey, name = 'Robin Example', born = date('2022-03-14'), localReference = null, ...rest } = traits
  return {
    child: {
      ...NOTHING_KNOWN,
      id: newId<ChildId>(),
      agencyId: AGENCIES[agency].id,
      reference: newReference('FF'),
      version: 1,
      sex: 'female',
      ethnicity: 'WBRI',
      disability: false,
      journey: { ...NO_DATES, ...(journey ?? { enteredCare: date('2025-01-10'), admDecision: date('2026-02-02'), placementOrder: date('2026-04-01') }) },
      nextStep: 'Finish the profile',
      nextStepDue: date('2026-12-01'),
      nextStepWhose: 'family finder',
      ...rest,
    },
    secrets: { name, born, localReference },
  }
}

export const saveChildren = async (
  register: Register<TestScope>,
  ...children: readonly { readonly child: Child; readonly secrets: Secrets }[]
): Promise<void> => {
  for (const agencyId of new Set(children.map(({ child }) => child.agencyId)))
    await register.asJob(agencyId, 'test', async (scope) => {
      for (const { child, secrets } of children) if (child.agencyId === agencyId) await scope.children.add(child, secrets)
    })
}

export const auditLines = (database: Database) =>
  asInspector(database, async (trx) => {
    const { rows } = await sql<{ verb: string; outcome: string; agency_id: AgencyId; subject_agency_id: AgencyId; subjects: string[]; automatic: boolean }>`
      select verb, outcome, agency_id, subject_agency_id, subjects, automatic from audit order by at, id`.execute(trx)
    return rows
  })

export const newKey = (): string => randomUUID()
