import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId, WorkerId } from '../core/ids.ts'
import { parsePlainDate, type Now, type Today } from '../core/plain-date.ts'
import { newReference, type ChildReference } from '../core/reference.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { changesBetween, daysReplaced } from './changing/changes-between.ts'
import type { AnonymousChild, ChildChange } from './child-views.ts'
import type { Child, Secrets } from './child.ts'
import type { FieldCipher } from './field-cipher.ts'
import { lockSiblings } from './changing/lock-siblings.ts'
import { ownChildRow, selectOwnChildren, type OwnRecord } from './own-child-row.ts'
import { anonymousRow, needLevels, presentAnonymousChild, selectAnonymousChildren } from './sharing/shared-facts.ts'
import { selectSharedChildren, sharedChildRow, type SharedRecord } from './sharing/shared-child-row.ts'
import { insertChild, localReferenceIndex, updateChild } from './changing/write-child.ts'
import { latestChanges, writeChange } from './changing/write-change.ts'
import { sharingOf, writeSharedRows } from './sharing/write-shared-rows.ts'

/** The children of one transaction: private ones of its agency, shared ones of its partnership. */
export interface ChildStore {
  own(reference: ChildReference): Promise<OwnRecord | undefined>
  ownByLocalReference(localReference: string): Promise<OwnRecord | undefined>
  shared(reference: ChildReference): Promise<SharedRecord | undefined>
  /** What a conversation may be shown, by the facts that at least three waiting children share. Undefined without a shared row. */
  anonymous(by: { readonly reference: ChildReference } | { readonly childId: ChildId }): Promise<AnonymousOf | undefined>
  /** The encrypted fields. Undefined for a child of another agency. */
  secrets(childId: ChildId): Promise<Secrets | undefined>
  /** All children of these groups of the own agency. */
  ofSiblingGroups(groups: readonly string[]): Promise<readonly Child[]>
  /** Makes changes of sibling groups wait for each other until the end of the transaction. */
  lockSiblings(): Promise<void>
  /** True for somebody who works for the own agency. */
  worksHere(workerId: WorkerId): Promise<boolean>
  /** What changed last, the newest first. */
  changes(childId: ChildId, limit: number): Promise<readonly ChildChange[]>
  /** Saves a new child; where the reference is taken, under another one. */
  add(child: Child, secrets: Secrets): Promise<Child>
  /** Saves private and shared row together, and nothing where nothing is another; false when the version is not the one that was read. */
  replace(was: Child, child: Child, secrets?: Secrets): Promise<boolean>
}

export interface AnonymousOf {
  readonly childId: ChildId
  readonly agencyId: AgencyId
  readonly child: AnonymousChild
}

export interface ChildStoreDeps {
  readonly cipher: FieldCipher
  readonly today: Today
  readonly now: Now
}

const secretRow = z.strictObject({
  wrapped: z.instanceof(Uint8Array),
  name_enc: z.instanceof(Uint8Array).nullable(),
  local_ref_enc: z.instanceof(Uint8Array).nullable(),
  born_enc: z.instanceof(Uint8Array).nullable(),
})

const partnershipNow = sql`nullif(current_setting('app.partnership', true), '')::int`

export const agencyIdOf = (who: Who): AgencyId => (who.kind === 'actor' ? who.actor.agencyId : who.agencyId)

export const childStore = (trx: Transaction, who: Who, { cipher, today, now }: ChildStoreDeps): ChildStore => {
  const agencyId = agencyIdOf(who)
  const writing = { trx, cipher, today, now }
  let sharing: ReturnType<typeof sharingOf> | undefined
  const agencySharing = (): ReturnType<typeof sharingOf> => (sharing ??= sharingOf(trx, agencyId))

  const oneOwn = async (where: ReturnType<typeof sql>): Promise<OwnRecord | undefined> => {
    const { rows } = await selectOwnChildren(sql`c.agency_id = ${agencyId} and ${where}`).execute(trx)
    return rows[0] === undefined ? undefined : ownChildRow.parse(rows[0])
  }

  const keyAndSecrets = async (childId: ChildId): Promise<{ readonly wrapped: Uint8Array; readonly values: Secrets } | undefined> => {
    const { rows } = await sql`select k.wrapped, c.name_enc, c.local_ref_enc, c.born_enc from child c join child_key k on k.child_id = c.id
      where c.id = ${childId} and c.agency_id = ${agencyId}`.execute(trx)
    if (rows[0] === undefined) return undefined
    const row = secretRow.parse(rows[0])
    const own = cipher.withKey(childId, row.wrapped)
    return {
      wrapped: row.wrapped,
      values: {
        name: row.name_enc && own.open('name', row.name_enc),
        localReference: row.local_ref_enc && own.open('local_ref', row.local_ref_enc),
        born: row.born_enc === null ? null : (parsePlainDate(own.open('born', row.born_enc)) ?? null),
      },
    }
  }

  /** Brothers and sisters too, whose number of siblings may have changed. */
  const writeShared = async (child: Child, groups: readonly (string | null)[]): Promise<void> => {
    const touched = groups.filter((group) => group !== null)
    await writeSharedRows({ trx, agencyId, today, now }, await agencySharing(), [child.id], touched)
  }

  return {
    own: (reference) => oneOwn(sql`c.reference = ${reference}`),
    ownByLocalReference: (localReference) => oneOwn(sql`c.local_ref_hash = ${localReferenceIndex(cipher, agencyId, localReference)}`),
    shared: async (reference) => {
      const { rows } = await selectSharedChildren(sql`s.reference = ${reference}`).execute(trx)
      return rows[0] === undefined ? undefined : sharedChildRow.parse(rows[0])
    },
    anonymous: async (by) => {
      const which = 'reference' in by ? sql`h.reference = ${by.reference}` : sql`h.child_id = ${by.childId}`
      const { rows } =
        await sql`with ${needLevels(partnershipNow)} ${selectAnonymousChildren(sql`(select * from child_shared h where ${which}) c`, {}, today())}`.execute(trx)
      if (rows[0] === undefined) return undefined
      const row = anonymousRow.parse(rows[0])
      return { childId: row.child_id as ChildId, agencyId: row.agency_id as AgencyId, child: presentAnonymousChild(row, today()) }
    },
    secrets: async (childId) => (await keyAndSecrets(childId))?.values,
    ofSiblingGroups: async (groups) => {
      if (groups.length === 0) return []
      const { rows } = await selectOwnChildren(sql`c.agency_id = ${agencyId} and c.sibling_group = any(${[...groups]}::uuid[])`).execute(trx)
      return z
        .array(ownChildRow)
        .parse(rows)
        .map(({ child }) => child)
    },
    lockSiblings: () => lockSiblings(trx, agencyId),
    worksHere: async (workerId) => {
      const { rows } = await sql`select 1 from worker where agency_id = ${agencyId} and id = ${workerId} and (left_on is null or left_on > ${today()})`.execute(
        trx,
      )
      return rows.length > 0
    },
    changes: (childId, limit) => latestChanges(trx, agencyId, childId, limit),
    add: async (wanted, secrets) => {
      let child = wanted
      while (!(await insertChild(writing, child, secrets))) child = { ...child, reference: newReference('FF') }
      await writeChange(writing, who, child, ['added'])
      await writeShared(child, [child.siblingGroup])
      return child
    },
    replace: async (was, child, secrets) => {
      const before = await keyAndSecrets(was.id)
      if (before === undefined) return false
      const values = secrets ?? before.values
      const what = changesBetween(was, child, before.values, values)
      if (what.length === 0) return true
      const saved = await updateChild(writing, was, child, values.born, secrets && { wrapped: before.wrapped, values: secrets })
      if (!saved) return false
      await writeChange(writing, who, child, what, daysReplaced(was, child))
      await writeShared(child, was.siblingGroup === child.siblingGroup ? [] : [was.siblingGroup, child.siblingGroup])
      return true
    },
  }
}
