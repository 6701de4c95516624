import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { DEMO_AGENCIES, DEMO_TENANTS } from '../../../src/local/demo-region/agencies.ts'
import { DEMO_PEOPLE } from '../../../src/local/demo-region/people.ts'
import { localMicrosoft } from '../../../src/local/local-microsoft.ts'
import { graphCalendar } from '../../../src/microsoft/graph-calendar.ts'
import { sendToDouble } from '../../../src/microsoft/graph-transport.ts'
import { aSeries } from '../../microsoft/a-series.ts'
import { listen } from '../../support/listening.ts'

test('in local mode the app’s own Graph client books with the local issuer’s token in the demo region’s calendar', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'local-'))
  const app = express()
  const { url, close } = await listen(createServer(app))
  const now = () => new Date()
  const region = { agencies: DEMO_AGENCIES, people: DEMO_PEOPLE }
  const local = await localMicrosoft({ publicUrl: url, dataDir, ...region, now })
  app.use('/local', local.router)
  try {
    const calendar = graphCalendar({ tokenOf: local.graph.tokenOf, send: sendToDouble(local.graph.baseUrl), now })
    const priya = DEMO_PEOPLE.find(({ name }) => name === 'Priya Raman')
    const mailbox = DEMO_AGENCIES.find(({ code }) => code === 'LEICS')?.mailbox ?? ''
    const attendees = [{ objectId: priya?.objectId ?? '', name: 'Priya Raman' }]
    const booking = await calendar.bookSeries(aSeries({ tenantId: DEMO_TENANTS.LEICS, mailbox, attendees }))
    expect(booking).toMatchObject({ kind: 'booked', joinUrl: expect.stringContaining('teams.microsoft.com') })
    const elsewhere = await calendar.bookSeries(aSeries({ tenantId: DEMO_TENANTS.CITY, mailbox, attendees: [] }))
    expect(elsewhere).toMatchObject({ kind: 'refused', problem: expect.stringContaining(mailbox) })
  } finally {
    await local.close()
    await close()
    await rm(dataDir, { recursive: true })
  }
})
