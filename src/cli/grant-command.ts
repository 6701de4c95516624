import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ROLES } from '../core/actor.ts'
import { londonToday } from '../core/plain-date.ts'
import type { Result } from '../core/result.ts'
import type { Database } from '../database/database.ts'
import type { Register } from '../database/register.ts'
import { grantRole } from '../people/grant-role.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { registerAgency } from '../people/register-agency.ts'
import { keyCheckOf } from '../safeguards/key-check.ts'

const USAGE = `An agency's first administrator:
  npm run grant -- --agency LINCS --tenant <GUID> --object <GUID> --name "Ama Mensah"
Another role for somebody (${ROLES.filter((role) => role !== 'administrator').join(', ')}):
  npm run grant -- --agency LINCS --tenant <GUID> --object <GUID> --name "Ama Mensah" --role family-finder
Registers an agency; a first administrator may be made in the same command:
  npm run grant -- --agency LINCS --agency-name "Lincolnshire County Council" --tenant <GUID> [--mailbox address]
  npm run grant -- --agency RUTLAND --agency-name "Rutland County Council" --served-by LINCS
  npm run grant -- --agency HUB --agency-name "Family Adoption Links" --served-by LINCS --hub`

const guid = z.guid({ error: 'is a GUID such as 1fec8e78-bce4-4aaf-ab1b-5451cc387264, from the Microsoft Entra admin centre' })
const command = z.strictObject({
  agency: z.string({ error: 'is needed: the agency’s code, such as LINCS' }).regex(/^[A-Z]{2,8}$/u, 'is 2 to 8 capital letters, such as LINCS'),
  'agency-name': z.string().trim().min(2, 'is the agency’s name').max(200, 'has at most 200 characters').optional(),
  tenant: guid.optional(),
  object: guid.optional(),
  name: z.string().trim().min(1, 'is the person’s name').max(200, 'has at most 200 characters').optional(),
  role: z.enum(ROLES, { error: `is one of ${ROLES.join(', ')}` }).default('administrator'),
  'served-by': z.string().optional(),
  mailbox: z.email({ error: 'is an e-mail address' }).optional(),
  partnership: z.string().trim().min(2, 'is the name of the region’s partnership').default('Regional adoption partnership'),
  hub: z.boolean().default(false),
})
type Command = z.output<typeof command>

const OPTIONS = {
  agency: { type: 'string' },
  'agency-name': { type: 'string' },
  tenant: { type: 'string' },
  object: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  'served-by': { type: 'string' },
  mailbox: { type: 'string' },
  partnership: { type: 'string' },
  hub: { type: 'boolean' },
} as const

/** A sentence for whoever typed the command. */
class Refused extends Error {
  override readonly name = 'Refused'
}

const sentencesOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([field, sentence]) => `--${field} ${sentence}.`)
    .join('\n')

const orRefuse = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Refused(result.refusal.kind === 'invalid' ? sentencesOf(result.refusal.fields) : 'Nothing was changed.')
}

const readCommand = (typed: readonly string[]): Command => {
  let values: unknown
  try {
    values = { ...parseArgs({ args: [...typed], options: OPTIONS, strict: true }).values }
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : ''}\n${USAGE}`)
  }
  const read = command.safeParse(values)
  if (!read.success) throw new Refused(`${read.error.issues.map(({ path, message }) => `--${path.map(String).join('')} ${message}.`).join('\n')}\n${USAGE}`)
  if (read.data['agency-name'] === undefined && read.data.object === undefined) throw new Refused(USAGE)
  return read.data
}

interface Opened {
  readonly database: Database
  readonly register: Register<{ people: PeopleStore }>
  readonly fieldKey: Buffer
}

/** insufficient_privilege: the app's own login owns nothing */
const needsOwner = (error: unknown): never => {
  if (error instanceof Error && 'code' in error && error.code === '42501')
    throw new Refused("Registering an agency needs the owner's login: set DATABASE_OWNER_URL for this command.")
  throw error
}

const register = async ({ database, fieldKey }: Opened, kind: 'demo' | 'live', typed: Command): Promise<string[]> => {
  if (typed['agency-name'] === undefined) return []
  if (typed.tenant === undefined && typed['served-by'] === undefined)
    throw new Refused('--tenant is needed, or --served-by for an agency whose people sign in with the tenant of another one.')
  const partnership = { name: typed.partnership, kind, keyCheck: keyCheckOf(fieldKey) }
  const servedBy = typed['served-by']
  const agency = { code: typed.agency, name: typed['agency-name'], isHub: typed.hub, ...(typed.mailbox === undefined ? {} : { mailbox: typed.mailbox }) }
  const whose = servedBy === undefined ? (typed.tenant === undefined ? {} : { tenantId: typed.tenant }) : { servedBy }
  const made = orRefuse(await registerAgency({ database, partnership })({ ...agency, ...whose }).catch(needsOwner))
  return [`${made.code} is registered.`]
}

const grant = async (opened: Opened, typed: Command): Promise<string[]> => {
  const { tenant, object, name } = typed
  if (object === undefined) return []
  if (tenant === undefined || name === undefined) throw new Refused('--tenant, --object and --name belong together: whose role it is.')
  const today = () => londonToday(new Date())
  const agency = orRefuse(await grantRole({ ...opened, today })({ agencyCode: typed.agency, tenantId: tenant, objectId: object, name, role: typed.role }))
  return [`${name} is ${typed.role} at ${agency.name} from today.`]
}

/** `npm run grant`: answers with what it did; throws a sentence when it did nothing. */
export const runGrant = async (opened: Opened, kind: 'demo' | 'live', typed: readonly string[]): Promise<string> => {
  const read = readCommand(typed)
  return [...(await register(opened, kind, read)), ...(await grant(opened, read))].join('\n')
}
