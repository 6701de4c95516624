import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../src/core/actor.ts'
import { startJobLoop } from '../../src/database/job-loop.ts'
import { openRegister } from '../../src/database/open-register.ts'
import type { GraphDirectory } from '../../src/local/graph/graph-ports.ts'
import { meetingHandlers } from '../../src/meetings/book-meeting.ts'
import type { CalendarPort } from '../../src/meetings/calendar-port.ts'
import { listMeetings } from '../../src/meetings/list-meetings.ts'
import { scheduleTrackingCommand } from '../../src/meetings/meeting-contract.ts'
import type { ScheduleTrackingCommand } from '../../src/meetings/meeting-contract.ts'
import { meetingStore } from '../../src/meetings/meeting-store.ts'
import { scheduleTracking } from '../../src/meetings/schedule-tracking.ts'
import { graphCalendar } from '../../src/microsoft/graph-calendar.ts'
import { sendToDouble } from '../../src/microsoft/graph-transport.ts'
import { aGraphDouble, LINCS } from '../microsoft/graph-double.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import type { WorkerTraits } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { asInspector } from '../support/inspector.ts'

/** Every other Tuesday at ten, with a key of its own. */
export const aCommand = (more: Partial<ScheduleTrackingCommand> = {}): ScheduleTrackingCommand =>
  scheduleTrackingCommand.parse({ weekday: 'tuesday', startsAt: '10:00', key: randomUUID(), ...more })

/** The meetings' whole road: a real register, the real job loop and Graph client, and the Graph double over HTTP. The clock stands still until told. */
export const aMeetingDesk = async () => {
  const database = await openTestDatabase()
  const people: GraphDirectory['people'][number][] = []
  const directory = (): GraphDirectory => ({
    people,
    mailboxes: Object.values(AGENCIES).map(({ code, name, tenantId }) => ({
      address: `family-finding@${code.toLowerCase()}.example`,
      tenantId: tenantId ?? LINCS,
      name,
    })),
  })
  let clock = new Date('2026-11-22T08:15:00Z')
  const now = () => clock
  const graph = await aGraphDouble({ directory, now })
  const register = openRegister({ database, makeScope: (trx) => ({ meetings: meetingStore(trx) }), now })
  const calendar = graphCalendar({ tokenOf: (tenantId) => graph.mint.sign(tenantId), send: sendToDouble(graph.baseUrl), now })
  const faults: string[] = []
  const log = { error: (_details: object, message: string) => void faults.push(message) }

  /** Runs what is due, with another calendar where a test wants one. */
  const runJobs = async (instead: CalendarPort = calendar): Promise<void> => {
    const loop = startJobLoop({ database, handlers: meetingHandlers({ register, calendar: instead, now }), now, pollMs: Number.POSITIVE_INFINITY, log })
    await loop.runDue()
    await loop.stop()
  }

  return {
    database,
    register,
    calendar,
    graph,
    faults,
    now,
    runJobs,
    handler: (instead: CalendarPort) => meetingHandlers({ register, calendar: instead, now })['meeting.book'],
    schedule: scheduleTracking({ register, now }),
    list: listMeetings({ register, now }),
    laterBy: (seconds: number): void => {
      clock = new Date(clock.getTime() + seconds * 1000)
    },
    /** Somebody at work with an account in their tenant. */
    worker: async (traits: WorkerTraits = {}): Promise<Actor> => {
      const actor = await aWorker(database, traits)
      people.push({ objectId: actor.objectId, tenantId: actor.tenantId, name: actor.name, mail: `${actor.objectId.slice(0, 8)}@people.example` })
      return actor
    },
    forget: (): void => {
      people.splice(0)
    },
    setMailbox: (agencyId: number, mailbox: string | null) =>
      asInspector(database, async (trx) => {
        await sql`update agency set mailbox = ${mailbox} where id = ${agencyId}`.execute(trx)
      }),
    rows: <Row>(statement: string): Promise<readonly Row[]> => rowsOf<Row>(database, statement),
    audit: async (): Promise<readonly string[]> =>
      (await rowsOf<{ verb: string; outcome: string }>(database, 'select verb, outcome from audit order by at, id')).map(
        ({ verb, outcome }) => `${verb} ${outcome}`,
      ),
    /** An empty register, an empty calendar's clock, and Graph in good health. */
    reset: async (): Promise<void> => {
      await database.truncate()
      await seedPartnership(database)
      await graph.fail({ status: 503, times: 0 })
      people.splice(0)
      faults.splice(0)
      clock = new Date('2026-11-22T08:15:00Z')
    },
    close: async (): Promise<void> => {
      await graph.close()
      await database.close()
    },
  }
}
export type MeetingDesk = Awaited<ReturnType<typeof aMeetingDesk>>
