import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as z from 'zod'
import { readNewEvent } from '../../src/local/graph/event-body.ts'
import { PREFER, seriesRequest } from '../../src/microsoft/series-request.ts'
import { aSeries } from './a-series.ts'

const PRIYA = { type: 'required' as const, emailAddress: { name: 'Priya Raman', address: 'priya.raman@leics.example' } }

test('the request for a fortnightly series is exactly this', () => {
  expect(seriesRequest(aSeries(), [PRIYA])).toEqual({
    subject: 'Tracking meeting MT-7K3Q0',
    body: { contentType: 'text', content: 'A tracking meeting of the agency.' },
    start: { dateTime: '2026-12-01T10:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-12-01T11:00:00', timeZone: 'GMT Standard Time' },
    recurrence: {
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: '2026-12-01', recurrenceTimeZone: 'GMT Standard Time' },
    },
    attendees: [{ type: 'required', emailAddress: { name: 'Priya Raman', address: 'priya.raman@leics.example' } }],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    sensitivity: 'private',
    showAs: 'busy',
    hideAttendees: true,
    allowNewTimeProposals: false,
    transactionId: '019ab0c4-7c1e-7a53-8f6b-8f0a4d11c0de',
  })
  expect(PREFER).toBe('IdType="ImmutableId", outlook.timezone="GMT Standard Time"')
})

test('a meeting that goes on past midnight ends on the next day', () => {
  const { start, end } = seriesRequest(aSeries({ startsAt: '22:30', minutes: 150 }), [])
  expect([start?.dateTime, end?.dateTime]).toEqual(['2026-12-01T22:30:00', '2026-12-02T01:00:00'])
})

test('the hour in the request is the wall clock’s, in summer as in winter', () => {
  expect(seriesRequest(aSeries({ firstOn: '2027-06-01' }), []).start).toEqual({ dateTime: '2027-06-01T10:00:00', timeZone: 'GMT Standard Time' })
})

const document = z.object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
const directory = process.env['SCHEMAS_DIR'] ?? path.resolve(__dirname, '..', '..', '..', 'shared', 'schemas')
const file = path.join(directory, 'graph-openapi-calendar.json')

/** Microsoft's own description of an event where its file is at hand, and the double's reading of one always. */
const faultsOf = (body: unknown): readonly string[] => {
  readNewEvent(body)
  if (!existsSync(file)) return []
  const { components } = document.parse(JSON.parse(readFileSync(file, 'utf8')))
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const validate = ajv.compile({ components, $ref: '#/components/schemas/microsoft.graph.event' })
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

test('Microsoft’s own schema takes the request, and so does the double', () => {
  expect(faultsOf(seriesRequest(aSeries(), [PRIYA]))).toEqual([])
  expect(faultsOf(seriesRequest(aSeries({ everyWeeks: 8, attendees: [] }), []))).toEqual([])
})
