import { sql } from 'kysely'
import * as z from 'zod'
import { childStore } from '../../children/child-store.ts'
import type { FieldCipher } from '../../children/field-cipher.ts'
import { ageingStore } from '../../children/sharing/refresh-shared.ts'
import type { AgencyId, WorkerId } from '../../core/ids.ts'
import { addDays, type Now, type PlainDate, type Today } from '../../core/plain-date.ts'
import type { Database } from '../../database/database.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { DEMO_AGENCIES, DEMO_PARTNERSHIP } from './agencies.ts'
import { inventChildren, type InventedChild } from './invent-children.ts'
import { DEMO_PEOPLE, type DemoPerson } from './people.ts'
import { seededRandom } from './random.ts'

export interface DemoRegionDeps {
  readonly database: Database
  readonly cipher: FieldCipher
  /** of the FIELD_KEY that the cipher uses: `keyCheckOf` */
  readonly keyCheck: string
  readonly today: Today
  readonly now: Now
}

interface DemoWorker {
  readonly id: WorkerId
  readonly agencyId: AgencyId
  readonly agencyCode: string
  readonly person: DemoPerson
  readonly roles: readonly string[]
}

const kindRow = z.strictObject({ kind: z.enum(['demo', 'live']) })

const isMade = async (trx: Transaction): Promise<boolean> => {
  const { rows } = await sql`select kind from partnership`.execute(trx)
  const [first] = z.array(kindRow).parse(rows)
  if (first?.kind === 'live') throw new Error('This register is a live one: the demo region is not made in it.')
  return first !== undefined
}

const demoWorkers = (): readonly DemoWorker[] => {
  const random = seededRandom(7)
  return DEMO_PEOPLE.flatMap((person) =>
    person.memberships.map(({ agency, roles }) => {
      const at = DEMO_AGENCIES.find(({ code }) => code === agency)
      if (!at) throw new Error(`${person.name} works for no agency of the demo region.`)
      return { id: random.uuid() as WorkerId, agencyId: at.id as AgencyId, agencyCode: agency, person, roles }
    }),
  )
}

const makeAgencies = async (trx: Transaction, keyCheck: string): Promise<void> => {
  await sql`insert into partnership (id, name, kind, key_check) values (${DEMO_PARTNERSHIP.id}, ${DEMO_PARTNERSHIP.name}, 'demo', ${keyCheck})`.execute(trx)
  // whoever serves another agency comes first
  for (const { id, code, name, tenantId, servedBy, isHub, mailbox } of DEMO_AGENCIES)
    await sql`insert into agency (id, partnership_id, code, name, tenant_id, served_by, is_hub, mailbox)
      values (${id}, ${DEMO_PARTNERSHIP.id}, ${code}, ${name}, ${tenantId}, ${servedBy}, ${isHub}, ${mailbox})`.execute(trx)
}

const makeWorker = async (trx: Transaction, { id, agencyId, person, roles }: DemoWorker, today: PlainDate): Promise<void> => {
  const left = person.standing === 'left' ? addDays(today, -80) : null
  await sql`insert into worker (id, agency_id, tenant_id, object_id, name, left_on)
    values (${id}, ${agencyId}, ${person.tenantId}, ${person.objectId}, ${person.name}, ${left})`.execute(trx)
  for (const role of roles)
    await sql`insert into worker_role (agency_id, worker_id, role, granted_on) values (${agencyId}, ${id}, ${role}, ${addDays(today, -400)})`.execute(trx)
}

/** The transaction as one agency's, as the second wall wants it. */
const actAs = async (trx: Transaction, agencyId: number): Promise<void> => {
  await sql
    .raw(`set local role ff_app; set local app.agency = ${agencyId.toString()}; set local app.partnership = ${DEMO_PARTNERSHIP.id.toString()}`)
    .execute(trx)
}

const makeChildren = async (trx: Transaction, agencyId: AgencyId, children: readonly InventedChild[], deps: DemoRegionDeps): Promise<void> => {
  const who: Who = { kind: 'job', name: 'demo-region', agencyId }
  const store = childStore(trx, who, deps)
  for (const { child, secrets } of children) await store.add(child, secrets)
  await ageingStore(trx, who, deps).countNeeds()
}

/**
 * Fills an empty register with the demo region, in one transaction; answers false when it is there already and changes nothing
 * then. Throws in a live register.
 */
export const makeDemoRegion = (deps: DemoRegionDeps): Promise<boolean> =>
  deps.database.asOwner(async (trx) => {
    if (await isMade(trx)) return false
    const today = deps.today()
    const workers = demoWorkers()
    const whoIs = (role: string, code: string): readonly WorkerId[] =>
      workers.filter(({ agencyCode, person, roles }) => agencyCode === code && person.standing === 'works' && roles.includes(role)).map(({ id }) => id)
    const children = inventChildren(today, (code) => ({ finders: whoIs('family-finder', code), socialWorkers: whoIs('childs-social-worker', code) }))
    await makeAgencies(trx, deps.keyCheck)
    for (const { id } of DEMO_AGENCIES) {
      const agencyId = id as AgencyId
      await actAs(trx, id)
      for (const worker of workers) if (worker.agencyId === agencyId) await makeWorker(trx, worker, today)
      await makeChildren(
        trx,
        agencyId,
        children.filter(({ child }) => child.agencyId === agencyId),
        deps,
      )
    }
    return true
  })
