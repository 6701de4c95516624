import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { agencyOf } from '../database/write-audit.ts'
import type { SettingName } from './setting-catalogue.ts'
import type { SettingChange } from './setting-timeline.ts'
import { settingsOn, type SettingValues, type SettingsOn } from './setting-values.ts'

/** The settings of the agency whose scope is open; row-level security shows no other's. */
export interface SettingsStore {
  /** What holds on a day. */
  valuesOn(day: PlainDate): Promise<SettingValues>
  /** What holds on any day, read once: for clocks that began on many days. */
  valuesOnAnyDay(): Promise<SettingsOn>
  /** Everything entered, by setting; oldest first. */
  changes(): Promise<ReadonlyMap<string, readonly SettingChange[]>>
  /** False when somebody else was first: a change of this version is there already. */
  add(name: SettingName, change: Omit<SettingChange, 'by'>, by: Actor): Promise<boolean>
}

const plainDate = z.iso.date().transform((text) => text as PlainDate)
const row = z
  .strictObject({
    name: z.string(),
    version: z.int(),
    value: z.string().nullable(),
    valid_from: plainDate,
    valid_until: plainDate.nullable(),
    source: z.string(),
    reason: z.string().nullable(),
    changed_by: z.string(),
    changed_at: z.date(),
  })
  .transform(({ name, valid_from, valid_until, changed_by, changed_at, ...rest }): readonly [string, SettingChange] => [
    name,
    { ...rest, from: valid_from, until: valid_until, by: changed_by, at: changed_at },
  ])

export const settingsStore = (trx: Transaction, who: Who): SettingsStore => {
  const changes: SettingsStore['changes'] = async () => {
    const { rows } = await sql`
      select name, version, value, valid_from, valid_until, source, reason, changed_by, changed_at from setting_change
      where agency_id = ${agencyOf(who)} order by name, version`.execute(trx)
    const found = new Map<string, SettingChange[]>()
    for (const [name, change] of rows.map((one) => row.parse(one))) found.set(name, [...(found.get(name) ?? []), change])
    return found
  }
  const valuesOnAnyDay = async (): Promise<SettingsOn> => {
    const entered = await changes()
    return settingsOn((name) => entered.get(name) ?? [])
  }
  return {
    changes,
    valuesOnAnyDay,
    valuesOn: async (day) => (await valuesOnAnyDay())(day),
    add: async (name, { version, value, from, until, source, reason, at }, by) => {
      const added = await sql`
        insert into setting_change (agency_id, name, version, value, valid_from, valid_until, source, reason, worker_id, changed_by, changed_at)
        values (${agencyOf(who)}, ${name}, ${version}, ${value}, ${from}, ${until}, ${source}, ${reason}, ${by.workerId}, ${by.name}, ${at})
        on conflict do nothing returning version`.execute(trx)
      return added.rows.length === 1
    },
  }
}
