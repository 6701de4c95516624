/** What a verified bearer token says: signature, issuer and expiry have been checked by whoever made this. */
export interface GraphToken {
  readonly tenantId: string
  readonly appId: string
  /** application permissions, as in the token's `roles` claim */
  readonly roles: readonly string[]
  readonly audience: string
}

/** Undefined when the token is forged, expired or unreadable. */
export type VerifyGraphToken = (token: string) => Promise<GraphToken | undefined>

/** A person with an account: objectId, or the address, opens the calendar. */
export interface GraphPerson {
  readonly objectId: string
  readonly tenantId: string
  readonly name: string
  readonly mail: string
}
/** A shared mailbox of a tenant. */
export interface GraphMailbox {
  readonly address: string
  readonly tenantId: string
  readonly name: string
}
export interface GraphDirectory {
  readonly people: readonly GraphPerson[]
  readonly mailboxes: readonly GraphMailbox[]
}

/** The application permissions without which the double answers 403, as Graph does. */
export const CALENDARS_READ_WRITE = 'Calendars.ReadWrite'
export const USER_READ_BASIC = 'User.ReadBasic.All'
