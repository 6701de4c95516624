import * as z from 'zod'
import type { AgencyId, MeetingId, WorkerId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { MeetingReference } from '../core/reference.ts'
import type { Transaction } from '../database/transaction.ts'
import { WEEKDAYS } from './meeting-contract.ts'
import type { BookingState, CalendarOf, Meeting, MeetingFacts, Organiser } from './meeting.ts'

export interface MeetingWithOrganiser {
  readonly meeting: Meeting
  readonly organiser: Organiser
}

/** The meetings of the agency whose scope is open; row-level security shows no other. */
export interface MeetingStore {
  /** Undefined when the agency has no mailbox, or when neither it nor the agency that serves it has a tenant. */
  calendarOf(agencyId: AgencyId): Promise<CalendarOf | undefined>
  /** False when the reference is taken: make another one. */
  add(meeting: MeetingFacts, requestedAt: Date): Promise<boolean>
  byId(id: MeetingId): Promise<MeetingWithOrganiser | undefined>
  byReference(reference: MeetingReference): Promise<MeetingWithOrganiser | undefined>
  /** Newest request first. */
  list(): Promise<readonly MeetingWithOrganiser[]>
  /** Writes the new state if the version still holds; false when somebody else was first. */
  replaceState(was: Meeting, becomes: BookingState, at: Date): Promise<boolean>
}

type MeetingTables = {
  readonly meeting: {
    id: string
    agency_id: number
    reference: string
    version: number
    kind: string
    first_on: string
    starts_at: string
    minutes: number
    every_weeks: number
    weekday: string
    organiser_id: string
    state: string
    event_id: string | null
    join_url: string | null
    problem: string | null
    requested_at: Date
    booked_at: Date | null
  }
  readonly worker: { id: string; agency_id: number; tenant_id: string; object_id: string; name: string }
  readonly agency: { id: number; tenant_id: string | null; served_by: number | null; mailbox: string | null }
}

const facts = {
  id: z.uuid().transform((id) => id as MeetingId),
  agency_id: z.int().transform((id) => id as AgencyId),
  reference: z.string().transform((reference) => reference as MeetingReference),
  version: z.int(),
  kind: z.literal('tracking'),
  first_on: z.iso.date().transform((date) => date as PlainDate),
  starts_at: z.string(),
  minutes: z.int(),
  every_weeks: z.int(),
  weekday: z.enum(WEEKDAYS),
  organiser_id: z.uuid().transform((id) => id as WorkerId),
  organiser_name: z.string(),
  organiser_tenant: z.string(),
  organiser_object: z.string(),
}
const row = z.discriminatedUnion('state', [
  z.strictObject({ ...facts, state: z.literal('to-be-booked'), event_id: z.null(), join_url: z.null(), problem: z.null() }),
  z.strictObject({ ...facts, state: z.literal('to-be-retried'), event_id: z.null(), join_url: z.null(), problem: z.string() }),
  z.strictObject({ ...facts, state: z.literal('booked'), event_id: z.string(), join_url: z.string().nullable(), problem: z.null() }),
  z.strictObject({ ...facts, state: z.literal('refused'), event_id: z.null(), join_url: z.null(), problem: z.string() }),
])

const stateOf = (from: z.output<typeof row>): BookingState => {
  switch (from.state) {
    case 'to-be-booked':
      return { state: from.state }
    case 'to-be-retried':
    case 'refused':
      return { state: from.state, problem: from.problem }
    case 'booked':
      return { state: from.state, eventId: from.event_id, joinUrl: from.join_url }
  }
}

const parsed = (value: unknown): MeetingWithOrganiser => {
  const from = row.parse(value)
  const meeting: MeetingFacts = {
    id: from.id,
    agencyId: from.agency_id,
    reference: from.reference,
    version: from.version,
    kind: from.kind,
    firstOn: from.first_on,
    startsAt: from.starts_at,
    minutes: from.minutes,
    everyWeeks: from.every_weeks,
    weekday: from.weekday,
    organiserId: from.organiser_id,
  }
  const organiser = { name: from.organiser_name, tenantId: from.organiser_tenant, objectId: from.organiser_object }
  return { meeting: { ...meeting, ...stateOf(from) }, organiser }
}

const columnsOf = (becomes: BookingState, at: Date) => ({
  state: becomes.state,
  event_id: becomes.state === 'booked' ? becomes.eventId : null,
  join_url: becomes.state === 'booked' ? becomes.joinUrl : null,
  problem: 'problem' in becomes ? becomes.problem : null,
  booked_at: becomes.state === 'booked' ? at : null,
})

export const meetingStore = (trx: Transaction): MeetingStore => {
  const db = trx.withTables<MeetingTables>()
  const rows = db
    .selectFrom('meeting')
    .innerJoin('worker', (join) => join.onRef('worker.id', '=', 'meeting.organiser_id').onRef('worker.agency_id', '=', 'meeting.agency_id'))
    .select([
      'meeting.id',
      'meeting.agency_id',
      'reference',
      'version',
      'kind',
      'first_on',
      'starts_at',
      'minutes',
      'every_weeks',
      'weekday',
      'organiser_id',
      'state',
    ])
    .select([
      'event_id',
      'join_url',
      'problem',
      'worker.name as organiser_name',
      'worker.tenant_id as organiser_tenant',
      'worker.object_id as organiser_object',
    ])

  return {
    async calendarOf(agencyId) {
      const found = await db
        .selectFrom('agency as own')
        .leftJoin('agency as server', 'server.id', 'own.served_by')
        .where('own.id', '=', agencyId)
        .select(['own.mailbox', 'own.tenant_id as own_tenant', 'server.tenant_id as serving_tenant'])
        .executeTakeFirst()
      const tenantId = found?.own_tenant ?? found?.serving_tenant
      return found?.mailbox && tenantId ? { tenantId, mailbox: found.mailbox } : undefined
    },

    async add(meeting, requestedAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('meeting')
        .values({
          id: meeting.id,
          agency_id: meeting.agencyId,
          reference: meeting.reference,
          version: meeting.version,
          kind: meeting.kind,
          first_on: meeting.firstOn,
          starts_at: meeting.startsAt,
          minutes: meeting.minutes,
          every_weeks: meeting.everyWeeks,
          weekday: meeting.weekday,
          organiser_id: meeting.organiserId,
          state: 'to-be-booked',
          event_id: null,
          join_url: null,
          problem: null,
          requested_at: requestedAt,
          booked_at: null,
        })
        .onConflict((conflict) => conflict.column('reference').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    async byId(id) {
      const found = await rows.where('meeting.id', '=', id).executeTakeFirst()
      return found && parsed(found)
    },

    async byReference(reference) {
      const found = await rows.where('meeting.reference', '=', reference).executeTakeFirst()
      return found && parsed(found)
    },

    async list() {
      return (await rows.orderBy('requested_at', 'desc').orderBy('meeting.id', 'desc').execute()).map(parsed)
    },

    async replaceState(was, becomes, at) {
      const { numUpdatedRows } = await db
        .updateTable('meeting')
        .set({ ...columnsOf(becomes, at), version: was.version + 1 })
        .where('id', '=', was.id)
        .where('version', '=', was.version)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },
  }
}
