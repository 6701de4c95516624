/** A recurring series to be booked in an agency's own calendar. Nothing in it identifies a child. */
export interface SeriesToBook {
  /** the meeting's own id: sent as Graph's transactionId, so that a repeated call makes no second series */
  readonly transactionId: string
  /** the agency's tenant, and its shared mailbox whose calendar holds the series */
  readonly tenantId: string
  readonly mailbox: string
  /** neutral: `Tracking meeting MT-…` */
  readonly subject: string
  readonly body: string
  readonly weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday'
  readonly everyWeeks: number
  /** plain date of the first meeting, in Europe/London */
  readonly firstOn: string
  /** wall-clock `10:00` in Europe/London */
  readonly startsAt: string
  readonly minutes: number
  /** object ids (in the same tenant) of the people to invite */
  readonly attendees: readonly { readonly objectId: string; readonly name: string }[]
}

export type Booking =
  | { readonly kind: 'booked'; readonly eventId: string; readonly joinUrl: string | null }
  | { readonly kind: 'retry'; readonly afterSeconds: number; readonly problem: string }
  /** Graph will not take it as it is; the sentence says what an administrator must put right */
  | { readonly kind: 'refused'; readonly problem: string }

/** The agency's calendar; implemented in src/microsoft over Microsoft Graph. */
export interface CalendarPort {
  bookSeries(series: SeriesToBook): Promise<Booking>
}
