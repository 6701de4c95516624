import { sql } from 'kysely'
import type { AgencyId } from '../../core/ids.ts'
import type { Now, PlainDate, Today } from '../../core/plain-date.ts'
import type { Transaction } from '../../database/transaction.ts'
import { compared } from '../../trackers/clean.ts'
import { ageBandOf, ageInYears } from '../bands.ts'
import type { ChildTables } from '../child-tables.ts'
import type { Child, Secrets } from '../child.ts'
import type { FieldCipher } from '../field-cipher.ts'
import { columnsOfJourney } from '../journey/journey-columns.ts'
import { standingOf } from '../journey/journey.ts'

interface Writing {
  readonly trx: Transaction
  readonly cipher: FieldCipher
  readonly today: Today
  readonly now: Now
}

export const ageColumns = (ageYears: number | null): { readonly age_years: number | null; readonly age_band: string } => ({
  age_years: ageYears,
  age_band: ageYears === null ? 'unknown' : ageBandOf(ageYears),
})

/** `born` is null where it is not known. */
export const columnsOf = (child: Child, born: PlainDate | null, { today, now }: Pick<Writing, 'today' | 'now'>) => ({
  ...ageColumns(ageInYears(born, today())),
  age_at_decision: child.journey.admDecision === null ? null : ageInYears(born, child.journey.admDecision),
  sex: child.sex,
  ethnicity: child.ethnicity,
  disability: child.disability,
  ...columnsOfJourney(child.journey),
  expected_birth: child.expectedBirth,
  legal_status: child.legalStatus,
  early_permanence_route: child.earlyPermanenceRoute,
  foster_carer_adoption: child.fosterCarerAdoption,
  legal_advice_on: child.legalAdviceOn,
  attempts: JSON.stringify(child.attempts),
  pauses: JSON.stringify(child.pauses),
  standing: standingOf(child.journey, child.pauses, child.fosterCarerAdoption),
  plan_ended_reason: child.planEndedReason,
  sibling_group: child.siblingGroup,
  sibling_plan: child.siblingPlan,
  sibling_plan_on: child.siblingPlanOn,
  worker_id: child.workerId,
  social_worker_id: child.socialWorkerId,
  route_dates: JSON.stringify(child.routes),
  next_step: child.nextStep,
  next_step_due: child.nextStepDue,
  next_step_whose: child.nextStepWhose,
  changed_at: now(),
  changed_on: today(),
})

/** The same for every spelling of one reference that people take for the same. */
export const localReferenceIndex = (cipher: FieldCipher, agencyId: AgencyId, localReference: string): Uint8Array =>
  cipher.blindIndex(agencyId, compared(localReference))

export const secretColumns = (cipher: FieldCipher, child: Child, wrapped: Uint8Array, secrets: Secrets) => {
  const own = cipher.withKey(child.id, wrapped)
  const seal = (column: 'name' | 'local_ref' | 'born', text: PlainDate | string | null): Uint8Array | null => (text === null ? null : own.seal(column, text))
  return {
    name_enc: seal('name', secrets.name),
    local_ref_enc: seal('local_ref', secrets.localReference),
    born_enc: seal('born', secrets.born),
    local_ref_hash: secrets.localReference === null ? null : localReferenceIndex(cipher, child.agencyId, secrets.localReference),
  }
}

const removeNeeds = async (trx: Transaction, child: Child): Promise<void> => {
  await trx.withTables<ChildTables>().deleteFrom('child_need').where('agency_id', '=', child.agencyId).where('child_id', '=', child.id).execute()
}

const writeNeeds = async (trx: Transaction, child: Child): Promise<void> => {
  if (child.needs.length === 0) return
  await trx
    .withTables<ChildTables>()
    .insertInto('child_need')
    .values(child.needs.map(({ category, grade }) => ({ agency_id: child.agencyId, child_id: child.id, category, grade })))
    .execute()
}

/** Every member's number of brothers and sisters, after some joined or left. */
export const recountSiblings = async (trx: Transaction, agencyId: AgencyId, groups: readonly (string | null)[]): Promise<void> => {
  const touched = [...new Set(groups.filter((group) => group !== null))]
  if (touched.length === 0) return
  await sql`update child set sibling_count = members.number - 1
    from (select sibling_group, count(*)::int as number from child where agency_id = ${agencyId} and sibling_group = any(${touched}::uuid[]) group by sibling_group) members
    where child.agency_id = ${agencyId} and child.sibling_group = members.sibling_group and child.sibling_count <> members.number - 1`.execute(trx)
}

/** A new private row with its own key; false when another child of the register, perhaps a hidden one, has this reference already. */
export const insertChild = async ({ trx, cipher, today, now }: Writing, child: Child, secrets: Secrets): Promise<boolean> => {
  const db = trx.withTables<ChildTables>()
  const wrapped = cipher.newKey(child.id)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('child')
    .values({
      id: child.id,
      agency_id: child.agencyId,
      reference: child.reference,
      ...columnsOf(child, secrets.born, { today, now }),
      ...secretColumns(cipher, child, wrapped, secrets),
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await db.insertInto('child_key').values({ child_id: child.id, agency_id: child.agencyId, wrapped }).execute()
  await writeNeeds(trx, child)
  await recountSiblings(trx, child.agencyId, [child.siblingGroup])
  return true
}

/** False when somebody else has changed the child since `was` was read. `secrets` only where they are to change too. */
export const updateChild = async (
  { trx, cipher, today, now }: Writing,
  was: Child,
  child: Child,
  born: PlainDate | null,
  secrets?: { readonly wrapped: Uint8Array; readonly values: Secrets },
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .withTables<ChildTables>()
    .updateTable('child')
    .set({
      ...columnsOf(child, born, { today, now }),
      ...(secrets ? secretColumns(cipher, child, secrets.wrapped, secrets.values) : {}),
      version: was.version + 1,
    })
    .where('id', '=', was.id)
    .where('agency_id', '=', was.agencyId)
    .where('version', '=', was.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (JSON.stringify(was.needs) !== JSON.stringify(child.needs)) {
    await removeNeeds(trx, child)
    await writeNeeds(trx, child)
  }
  if (was.siblingGroup !== child.siblingGroup) {
    if (child.siblingGroup === null) await sql`update child set sibling_count = 0 where id = ${child.id}`.execute(trx)
    await recountSiblings(trx, child.agencyId, [was.siblingGroup, child.siblingGroup])
  }
  return true
}
