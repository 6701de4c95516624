// What a transaction of the app can reach: the one place that knows every store.
import { glassRecordPart } from './children/break-glass/glass-record-part.ts'
import { glassStore, type GlassStore } from './children/break-glass/glass-store.ts'
import { caseloads } from './children/caseloads.ts'
import { textRecordPart } from './children/text-record-part.ts'
import { childForPost } from './children/sharing/child-for-post.ts'
import { childRecordPart } from './children/child-record-part.ts'
import { childForText } from './children/sharing/child-for-text.ts'
import { childStore, type ChildStore } from './children/child-store.ts'
import { importStore, type ImportStore } from './children/importing/import-store.ts'
import { ageingStore, type AgeingStore } from './children/sharing/refresh-shared.ts'
import { sharedRows } from './children/sharing/share-again.ts'
import type { Database } from './database/database.ts'
import { keptKeysPart } from './database/kept-keys-part.ts'
import { openRegister } from './database/open-register.ts'
import type { RecordPart } from './database/record-part.ts'
import type { Register } from './database/register.ts'
import { meetingStore, type MeetingStore } from './meetings/meeting-store.ts'
import { listForPost } from './overview/list-for-post.ts'
import { ownChildrenStore, type OwnChildrenStore } from './overview/figures/own-children-store.ts'
import { waitingStore, type WaitingStore } from './overview/waiting-store.ts'
import { partnerStore, type PartnerStore } from './people/administration/partner-store.ts'
import type { SharedRows } from './people/administration/ports.ts'
import { peopleStore, type PeopleStore } from './people/people-store.ts'
import { workerStore, type WorkerStore } from './people/administration/worker-store.ts'
import { postRecordPart } from './posts/post-record-part.ts'
import type { PostScope } from './posts/post-scope.ts'
import { postStore } from './posts/post-store.ts'
import { auditDaysStore, type AuditDaysStore } from './safeguards/audit-days/audit-days-store.ts'
import { retentionRecordPart } from './retention/retention-record-part.ts'
import { retentionStore, type RetentionStore } from './retention/retention-store.ts'
import { auditRecordPart } from './safeguards/audit-record-part.ts'
import type { TextScope } from './safeguards/anonymity/texts/text-scope.ts'
import { textStore } from './safeguards/anonymity/texts/text-store.ts'
import { stopWordStore } from './safeguards/anonymity/stop-words/stop-word-store.ts'
import { auditSearchStore, type AuditSearchStore } from './safeguards/audit-search-store.ts'
import { fieldEncryption } from './safeguards/field-encryption.ts'
import { alertsStore, type AlertsStore } from './safeguards/reading-alerts/alerts-store.ts'
import type { Caseloads } from './safeguards/reading-alerts/ports.ts'
import { readingsStore, type ReadingsStore } from './safeguards/reading-alerts/readings-store.ts'
import { deriveKey } from './safeguards/keys.ts'
import { settingsStore, type SettingsStore } from './settings/settings-store.ts'
import type { Now, Today } from './core/plain-date.ts'

/** Everything that a transaction of this app can reach. Each use case names the slice that it needs. */
export interface Scope extends PostScope, TextScope {
  readonly people: PeopleStore
  readonly workers: WorkerStore
  readonly partners: PartnerStore
  readonly sharedRows: SharedRows
  readonly auditSearch: AuditSearchStore
  readonly auditDays: AuditDaysStore
  readonly readings: ReadingsStore
  readonly caseloads: Caseloads
  readonly readingAlerts: AlertsStore
  readonly settings: SettingsStore
  readonly children: ChildStore
  readonly glass: GlassStore
  readonly childImport: ImportStore
  readonly ageing: AgeingStore
  readonly waiting: WaitingStore
  readonly ownChildren: OwnChildrenStore
  readonly meetings: MeetingStore
  readonly retention: RetentionStore
}

export interface OpenedRegister {
  readonly database: Database
  readonly register: Register<Scope>
  readonly fieldKey: Buffer
  /** What was purged is gone from the files, too, where they are this app's. */
  readonly forgetPurged: () => Promise<void>
}

export interface ScopeDeps {
  readonly database: Database
  readonly fieldKey: Buffer
  readonly today: Today
  readonly now: Now
}

/** What each noun keeps about a child, for its export and its purge: the child's own rows last, because the others name it. */
export const recordParts = (deps: Parameters<typeof childRecordPart>[0]): readonly RecordPart[] => [
  retentionRecordPart,
  postRecordPart,
  glassRecordPart,
  auditRecordPart,
  keptKeysPart,
  textRecordPart(deps),
  childRecordPart(deps),
]

/** The tables from which a purge removes rows. */
const purgedTables = (parts: readonly RecordPart[]): readonly string[] =>
  parts.flatMap(({ tables }) => Object.keys(tables).filter((table) => tables[table] === 'removed'))

/** The register over an open database, with every store of the app. */
export const registerOver = ({ database, fieldKey, today, now }: ScopeDeps): OpenedRegister => {
  const deps = { cipher: fieldEncryption(fieldKey, 'child'), today, now }
  const register = openRegister<Scope>({
    database,
    now,
    secret: deriveKey(fieldKey, 'command-hash'),
    makeScope: (trx, who) => ({
      people: peopleStore(trx),
      workers: workerStore(trx, who),
      partners: partnerStore(trx, who),
      sharedRows: sharedRows(trx, who, deps),
      auditSearch: auditSearchStore(trx, who),
      auditDays: auditDaysStore(trx, who),
      readings: readingsStore(trx, who),
      caseloads: caseloads(trx, who),
      readingAlerts: alertsStore(trx, who),
      settings: settingsStore(trx, who),
      children: childStore(trx, who, deps),
      glass: glassStore(trx, who),
      childImport: importStore(trx, who, deps),
      childForPost: childForPost(trx, who, deps),
      childForText: childForText(trx, who, deps),
      stopWords: stopWordStore(trx, who, fieldKey),
      texts: textStore(trx, who, fieldKey, childForText(trx, who, deps)),
      ageing: ageingStore(trx, who, deps),
      waiting: waitingStore(trx),
      ownChildren: ownChildrenStore(trx),
      posts: postStore(trx, who),
      listForPost: listForPost(trx, who, { today }),
      meetings: meetingStore(trx),
      retention: retentionStore(trx, who, { parts: recordParts(deps), cipher: deps.cipher }),
    }),
  })
  const forgetPurged = async (): Promise<void> => database.forgetRemoved?.(purgedTables(recordParts(deps)))
  return { database, register, fieldKey, forgetPurged }
}
