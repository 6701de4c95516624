import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { readStateFile, stateFile } from '../state-file.ts'
import { newEvent } from './event-body.ts'
import type { NewEvent } from './event-body.ts'
import { GraphFailure } from './graph-answer.ts'

const storedEvent = z.strictObject({
  id: z.string(),
  tenantId: z.string(),
  /** the address of the mailbox that holds it, in lower case */
  mailbox: z.string(),
  mailboxName: z.string(),
  /** UTC instant */
  createdAt: z.iso.datetime(),
  event: newEvent,
})
export type StoredEvent = z.output<typeof storedEvent>

const stateShape = z.strictObject({ events: z.array(storedEvent) })

/** All calendars of the local Microsoft 365: in memory, and in a file where one is named, so that a restart forgets nothing. */
export const calendarState = async (path: string | undefined) => {
  const events: StoredEvent[] = [...((path && stateShape.safeParse(await readStateFile(path)).data?.events) || [])]
  const file = path === undefined ? undefined : stateFile(path)

  return {
    all: (): readonly StoredEvent[] => events,

    /**
     * Adds an event, or gives back the one that the same call made before: that is what transactionId is for.
     * The same id on another event is refused.
     */
    add: async (at: Pick<StoredEvent, 'tenantId' | 'mailbox' | 'mailboxName'>, event: NewEvent, now: Date): Promise<StoredEvent> => {
      const before = event.transactionId && events.find((one) => one.event.transactionId === event.transactionId && one.mailbox === at.mailbox)
      if (before) {
        if (isDeepStrictEqual(before.event, event)) return before
        const message = "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event."
        throw new GraphFailure(409, 'ErrorDuplicateTransactionId', message)
      }
      const added = { ...at, id: `AAkALg${randomBytes(30).toString('base64url')}`, createdAt: now.toISOString(), event }
      events.push(added)
      await file?.save(() => ({ events }))
      return added
    },
  }
}
export type CalendarState = Awaited<ReturnType<typeof calendarState>>
