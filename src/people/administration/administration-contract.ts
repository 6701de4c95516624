import * as z from 'zod'
import { ROLES } from '../../core/actor.ts'
import { plainDay, plainText } from '../../http/common-contract.ts'

const guid = z.guid({ error: 'Write it as the Microsoft Entra admin centre shows it, such as 1fec8e78-bce4-4aaf-ab1b-5451cc387264.' })
const day = z.iso.date()

/** `state`: held on the day of asking, begins later, or is over. `endedOn` is the first day without it. */
const roleHeld = z.strictObject({ role: z.enum(ROLES), grantedOn: day, endedOn: day.nullable(), state: z.enum(['held', 'to-come', 'ended']) })

/** Somebody who works or worked for the agency. */
export const worker = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** the agency in whose Microsoft 365 the account is */
  organisation: z.string(),
  objectId: z.string(),
  /** the first day on which they no longer work here */
  leftOn: day.nullable(),
  isYou: z.boolean(),
  roles: z.array(roleHeld),
})
export const WORKER_STANDINGS = ['at-work', 'left', 'all'] as const
/** `GET /api/v1/people` */
export const workersAsked = z.strictObject({
  standing: z.enum(WORKER_STANDINGS).default('at-work'),
  /** a part of the name */
  search: plainText(100).min(1).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(600).optional(),
})
export const workers = z.strictObject({
  items: z.array(worker),
  nextCursor: z.string().nullable(),
  total: z.int(),
  mayChange: z.boolean(),
  /** the tenant of the one who asks, where most colleagues have their accounts */
  tenantId: z.string(),
  today: day,
})

export const workerPath = z.strictObject({ id: z.uuid() })

/**
 * `POST /api/v1/people`: the account as the person's own organisation has it. A guest account is of no use: it is somebody else in
 * every tenant that it visits, and cannot sign in here.
 */
export const addWorkerCommand = z.strictObject({
  tenantId: guid,
  objectId: guid,
  name: plainText(200).min(1, 'Write the name of the person.'),
  /** a first role, from today */
  role: z.enum(ROLES).optional(),
  key: z.uuid(),
})
/** `POST /api/v1/people/{id}/roles`; from today where no day is given */
export const giveRoleCommand = z.strictObject({ role: z.enum(ROLES), from: plainDay.optional(), key: z.uuid() })
/** `POST /api/v1/people/{id}/roles/end`: `on` is the first day without the role; `role` and `grantedOn` say which */
export const endRoleCommand = z.strictObject({ role: z.enum(ROLES), grantedOn: plainDay, on: plainDay, key: z.uuid() })
/** `POST /api/v1/people/{id}/leaving`: `on` is the first day on which they no longer work here */
export const leaveCommand = z.strictObject({ on: plainDay, key: z.uuid() })

export const SHARES_FROM = ['adm-decision', 'placement-order'] as const

/** One agency of the partnership. What is null is not told of another agency. */
export const partner = z.strictObject({
  code: z.string(),
  name: z.string(),
  isHub: z.boolean(),
  isYours: z.boolean(),
  hasTenant: z.boolean(),
  tenantId: z.string().nullable(),
  /** whose people serve it, where it has no tenant of its own */
  servedBy: z.string().nullable(),
  /** Only Microsoft Entra knows whether an organisation approved the app; without a tenant there is nothing to approve. */
  consent: z.enum(['not-known-here', 'not-needed']),
  /** what an administrator of that organisation opens to approve the app; null where none is needed, and in the demo */
  consentLink: z.string().nullable(),
  sharesFrom: z.enum(SHARES_FROM),
  /** whether a conversation of the bot is known */
  botInstalled: z.boolean().nullable(),
  administrators: z.array(z.string()).nullable(),
})
const sharingChange = z.strictObject({ at: z.iso.datetime(), by: z.string(), was: z.enum(SHARES_FROM), became: z.enum(SHARES_FROM), reason: z.string() })
/** `GET /api/v1/partners`; `changes`: your own agency's, newest first */
export const partners = z.strictObject({ items: z.array(partner), changes: z.array(sharingChange), mayChangeSharing: z.boolean(), demo: z.boolean() })

/** `POST /api/v1/partners/sharing`, for your own agency; `was` is what you saw, so that the second of two is told */
export const changeSharingCommand = z.strictObject({
  was: z.enum(SHARES_FROM),
  sharesFrom: z.enum(SHARES_FROM),
  reason: plainText(500).min(10, 'Say in at least 10 characters who decided, and why.'),
  key: z.uuid(),
})

/** Who of the own agency can be a child's family finder or social worker, with the roles that say so. */
export const caseWorkers = z.strictObject({
  items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), roles: z.array(z.enum(ROLES)).readonly() })).readonly(),
})
