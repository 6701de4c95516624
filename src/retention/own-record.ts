import type { Actor } from '../core/actor.ts'
import { parseReference } from '../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../core/result.ts'
import type { PlainDate, Now, Today } from '../core/plain-date.ts'
import type { Register } from '../database/register.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { mayRetain, type RetentionPermission } from './retention-access.ts'
import { periodsOf, type Periods } from './retention-due.ts'
import type { RetainedChild, RetentionStore } from './retention-store.ts'

export interface RetentionScope {
  readonly retention: RetentionStore
  readonly settings: SettingsStore
}
export interface RetentionDeps {
  readonly register: Register<RetentionScope>
  readonly today: Today
  readonly now: Now
}

const ACTION_WORDS: Readonly<Record<RetentionPermission, string>> = {
  list: 'see which records are to be filed and purged',
  export: 'export the record of a child',
  'confirm-filed': 'confirm that a record is filed',
  hold: 'hold a record or lift a hold',
  purge: 'have a record purged',
  'export-person': 'export what is kept about a colleague',
}

/** Asked before any record is looked for, so that the answer to the wrong role is the same for every reference. */
export const refusedBefore = (actor: Actor, permission: RetentionPermission): Result<undefined> =>
  mayRetain(actor, permission, actor.agencyId) ? ok(undefined) : refuse({ kind: 'not-allowed', action: ACTION_WORDS[permission] })

/** The record of the own agency that a person names, for whom it may be; a record of another agency answers as one that is not there. */
export const ownRecord = async (retention: RetentionStore, actor: Actor, typed: string, permission: RetentionPermission): Promise<Result<RetainedChild>> => {
  const allowed = refusedBefore(actor, permission)
  if (!allowed.ok) return allowed
  const reference = parseReference('FF', typed)
  if (reference === undefined) return invalid('reference', 'A child’s reference looks like FF-7K3Q0. Please check the letters and digits.')
  const child = await retention.child(reference)
  return child === undefined ? notFound() : ok(child)
}

export const subjectsOf = (typed: string): readonly string[] => {
  const reference = parseReference('FF', typed)
  return reference === undefined ? [] : [reference]
}

export const periodsNow = async (settings: SettingsStore, today: PlainDate): Promise<Periods> => periodsOf(await settings.valuesOn(today))
