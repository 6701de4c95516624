import { GraphError } from '@microsoft/microsoft-graph-client'
import type { Booking } from '../meetings/calendar-port.ts'

type NotBooked = Exclude<Booking, { kind: 'booked' }>

/** Graph said that this transactionId has made another event; the series may be there already. */
export const isDuplicate = (error: unknown): boolean => error instanceof GraphError && error.code === 'ErrorDuplicateTransactionId'

/** Seconds, from either form of the header: a number or a date. */
const retryAfter = (headers: Headers | undefined, now: Date): number | undefined => {
  const value = headers?.get('Retry-After')
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds))
  const until = Date.parse(value)
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now.getTime()) / 1000))
}

/** Where Graph does not say how long to wait (seconds). */
const USUAL_WAIT = 30

/** The call that failed: of the mailbox's calendar, or of a person in the directory. */
export type Call = { readonly what: 'calendar'; readonly mailbox: string } | { readonly what: 'person'; readonly name: string }

const forbidden = (call: Call): string =>
  call.what === 'calendar'
    ? `This app may not use the calendar of ${call.mailbox}. Ask an administrator to grant it the application role “Application Calendars.ReadWrite” on that mailbox in Exchange Online, then schedule the meeting again.`
    : `This app may not look up people’s addresses. Ask an administrator to consent to the application permission User.ReadBasic.All, then schedule the meeting again.`

const missing = (call: Call): string =>
  call.what === 'calendar'
    ? `Outlook knows no mailbox ${call.mailbox}. Ask an administrator to correct your agency’s “Family finding” mailbox in this app, then schedule the meeting again.`
    : `${call.name} has no account in the organisation that owns the calendar. Ask an administrator to check the account, then schedule the meeting again.`

const UNAUTHORISED =
  'Microsoft did not accept this app’s sign-in. Ask an administrator to check the app’s admin consent and its secret, then schedule the meeting again.'
const NOT_AS_IT_IS =
  'Outlook did not take the meeting as it was asked for. Ask whoever runs Family Finding to look into it, and book the series by hand until then.'

/** Request timeout, conflict with another change, locked, too many requests. */
const PASSING = [408, 409, 423, 429]

const statusProblem = (error: GraphError, call: Call, now: Date): NotBooked => {
  const { statusCode } = error
  const said = `Microsoft Graph answered ${String(statusCode)} ${error.code ?? ''}`.trim()
  if (statusCode === 401) return { kind: 'refused', problem: UNAUTHORISED }
  if (statusCode === 403) return { kind: 'refused', problem: forbidden(call) }
  if (statusCode === 404) return { kind: 'refused', problem: missing(call) }
  // a duplicate that gets here was not found in the calendar yet: Outlook lists what it has made only after a while
  const passes = statusCode >= 500 || PASSING.includes(statusCode) || isDuplicate(error)
  if (!passes) return { kind: 'refused', problem: NOT_AS_IT_IS }
  return { kind: 'retry', afterSeconds: retryAfter(error.headers, now) ?? USUAL_WAIT, problem: said }
}

/**
 * What a failed call means for the booking: wait and try again, or something that an administrator must put right.
 * Errors that do not come from the network, Graph or Entra are bugs and are thrown on.
 */
export const problemOf = (error: unknown, call: Call, now: Date): NotBooked => {
  if (!(error instanceof GraphError)) throw error
  // the client wraps what its token provider throws: TokenRefused keeps its name as the code, and its sentence
  if (error.code === 'TokenRefused') return { kind: 'refused', problem: error.message }
  // -1: no answer came at all
  if (error.statusCode > 0) return statusProblem(error, call, now)
  return { kind: 'retry', afterSeconds: USUAL_WAIT, problem: `Microsoft Graph could not be reached (${error.code ?? 'no answer'})` }
}
