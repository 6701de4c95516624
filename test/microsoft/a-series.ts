import type { SeriesToBook } from '../../src/meetings/calendar-port.ts'
import { LEICS, MAILBOX, PRIYA } from './graph-double.ts'

/** Every other Tuesday at ten from 1 December 2026, an hour, Priya invited. */
export const aSeries = (more: Partial<SeriesToBook> = {}): SeriesToBook => ({
  transactionId: '019ab0c4-7c1e-7a53-8f6b-8f0a4d11c0de',
  tenantId: LEICS,
  mailbox: MAILBOX,
  subject: 'Tracking meeting MT-7K3Q0',
  body: 'A tracking meeting of the agency.',
  weekday: 'tuesday',
  everyWeeks: 2,
  firstOn: '2026-12-01',
  startsAt: '10:00',
  minutes: 60,
  attendees: [{ objectId: PRIYA, name: 'Priya Raman' }],
  ...more,
})
