import type { Role } from '../core/actor.ts'
import { newId, type WorkerId } from '../core/ids.ts'
import type { Today } from '../core/plain-date.ts'
import { invalid, ok, type Result } from '../core/result.ts'
import type { Database } from '../database/database.ts'
import type { Register } from '../database/register.ts'
import { listAgencies, type Agency, type PeopleStore } from './people-store.ts'

export interface GrantRoleCommand {
  readonly agencyCode: string
  readonly tenantId: string
  readonly objectId: string
  readonly name: string
  readonly role: Role
}
export interface GrantDeps {
  readonly database: Pick<Database, 'asNamedJob'>
  readonly register: Register<{ people: PeopleStore }>
  readonly today: Today
}

/** Why the command cannot be: an unknown agency, or a tenant whose people could never sign in. */
const agencyFor = (agencies: readonly Agency[], command: GrantRoleCommand): Result<Agency> => {
  const agency = agencies.find(({ code }) => code === command.agencyCode)
  if (agency === undefined) {
    const codes = agencies.map(({ code }) => code).join(', ')
    return invalid(
      'agency',
      codes === '' ? 'is not registered: no agency is. Register it with --agency-name first' : `is not registered. Registered are ${codes}`,
    )
  }
  if (!agencies.some(({ tenantId }) => tenantId === command.tenantId.toLowerCase()))
    return invalid('tenant', 'belongs to no registered agency, so that nobody of it could sign in. Check it, or register its agency first')
  return ok(agency)
}

/**
 * Gives somebody a role at the command line. An agency's first administrator is made so; where there is one already, this is refused:
 * from then on the agency decides itself who administers.
 */
export const grantRole =
  ({ database, register, today }: GrantDeps) =>
  async (command: GrantRoleCommand): Promise<Result<Agency>> => {
    const agency = agencyFor(await database.asNamedJob('sign-in', listAgencies), command)
    if (!agency.ok) return agency
    return register.asJob(agency.value.id, 'grant', async ({ people, audit }): Promise<Result<Agency>> => {
      if (command.role === 'administrator' && (await people.someoneHas('administrator', today())))
        return invalid('agency', 'already has an administrator. Ask them for the role')
      const account = { tenantId: command.tenantId.toLowerCase(), objectId: command.objectId.toLowerCase(), name: command.name }
      const workerId = await people.worker(agency.value.id, account, newId<WorkerId>())
      await people.grant(agency.value.id, workerId, command.role, today())
      await audit.record({ verb: 'role.granted', subjectAgencyId: agency.value.id, subjects: [workerId, command.role] })
      return agency
    })
  }
