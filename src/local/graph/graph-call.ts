import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { ZONES } from './event-body.ts'
import { GraphFailure } from './graph-answer.ts'
import type { GraphDirectory, GraphToken } from './graph-ports.ts'
import type { Window } from './occurrences.ts'

/** Whose calendar or entry a call names. */
export interface Account {
  readonly kind: 'person' | 'mailbox'
  readonly objectId: string | null
  readonly address: string
  readonly name: string
  readonly tenantId: string
}

/** A call as the double's endpoints read it. */
export interface GraphCall {
  readonly token: GraphToken
  /** the path's user id: an object id or an address */
  readonly user: string
  readonly query: Readonly<Record<string, unknown>>
  readonly prefer: string
  readonly body: unknown
}

/** The account in the token's own tenant; those of other tenants do not exist for it. */
export const accountOf = ({ people, mailboxes }: GraphDirectory, { token, user }: GraphCall): Account | undefined => {
  const wanted = user.toLowerCase()
  const accounts: readonly Account[] = [
    ...people.map(({ objectId, mail, name, tenantId }) => ({ kind: 'person' as const, objectId, address: mail.toLowerCase(), name, tenantId })),
    ...mailboxes.map(({ address, name, tenantId }) => ({ kind: 'mailbox' as const, objectId: null, address: address.toLowerCase(), name, tenantId })),
  ]
  return accounts.find(({ objectId, address, tenantId }) => tenantId === token.tenantId && (objectId === wanted || address === wanted))
}

/** The zone that `Prefer: outlook.timezone="…"` asks for; UTC otherwise. Single quotes make the real one fall over. */
export const zoneOf = (prefer: string): string => {
  if (prefer.includes("'")) throw new GraphFailure(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.')
  const zone = /outlook\.timezone="(?<zone>[^"]*)"/u.exec(prefer)?.groups?.['zone'] ?? 'UTC'
  if (!(zone in ZONES)) throw new GraphFailure(400, 'TimeZoneNotSupportedException', `The time zone ${zone} is not supported.`)
  return zone
}

const LONGEST_VIEW_DAYS = 1825
const withOffset = z.string().regex(/(?:Z|[+-]\d{2}:\d{2})$/u)

const moment = (value: unknown, name: string): Temporal.Instant => {
  if (typeof value !== 'string')
    throw new GraphFailure(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    )
  try {
    // without an offset Graph takes it for UTC; a plus that was not escaped has become a blank
    const text = value.replace(' ', '+')
    return Temporal.Instant.from(withOffset.safeParse(text).success ? text : `${text.includes('T') ? text : `${text}T00:00`}Z`)
  } catch {
    throw new GraphFailure(400, 'ErrorInvalidParameter', `The value of the parameter ${name} is invalid.`)
  }
}

/** `startDateTime` and `endDateTime` of a calendar view. */
export const windowOf = ({ query }: GraphCall): Window => {
  const from = moment(query['startDateTime'], 'StartDateTime')
  const until = moment(query['endDateTime'], 'EndDateTime')
  if (Temporal.Instant.compare(from, until) > 0) throw new GraphFailure(400, 'ErrorInvalidParameter', 'EndDateTime is earlier than StartDateTime.')
  if (from.until(until, { largestUnit: 'hours' }).hours > LONGEST_VIEW_DAYS * 24)
    throw new GraphFailure(400, 'ErrorCalendarViewRangeTooBig', `The specified range is longer than ${String(LONGEST_VIEW_DAYS)} days.`)
  return { from, until }
}
