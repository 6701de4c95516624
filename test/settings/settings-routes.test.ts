import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '../../src/core/actor.ts'
import { problem } from '../../src/http/problem-contract.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { SETTING_NAMES } from '../../src/settings/setting-catalogue.ts'
import { changedSetting, settings } from '../../src/settings/settings-contract.ts'
import { settingsRoutes } from '../../src/settings/settings-routes.ts'
import { aWorker } from '../support/partnership.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'
import { aSettingsDesk, day, type SettingsDesk } from './settings-desk.ts'

let desk: SettingsDesk
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
let priya: Actor
beforeAll(async () => {
  desk = await aSettingsDesk()
  issuer = await openIssuer(() => new Date())
  const routes = settingsRoutes({ listSettings: desk.list, changeSetting: desk.change })
  web = await startWeb(issuer, signIn({ database: desk.database, today: () => day('2026-11-22') }), { routes })
})
beforeEach(async () => {
  await desk.reset()
  priya = await aWorker(desk.database, { roles: ['practice-manager'], name: 'Priya Shah' })
})
afterAll(async () => {
  await web.close()
  await issuer.close()
  await desk.database.close()
})

const call = async (actor: Actor, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${await issuer.tokenFor(actor)}`, 'content-type': 'application/json' }
  const response = await fetch(`${web.url}/api/v1/${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  const answer: unknown = await response.json()
  return { status: response.status, body: answer }
}
const aBody = (more: object = {}) => ({ value: 10, from: '2026-11-22', source: 'Adoption procedures', version: 0, key: randomUUID(), ...more })

test('the list holds every setting with what may be set, and a change answers with what it changed', async () => {
  const before = await call(priya, 'settings')
  const listed = settings.parse(before.body)
  expect([before.status, listed.mayChange, listed.items.map(({ name }) => name)]).toEqual([200, true, SETTING_NAMES])
  expect(listed.items.find(({ name }) => name === 'reviewAfterAuthority')).toMatchObject({
    kind: 'statutory',
    unit: 'months',
    today: { value: 3, words: '3 months', source: 'Adoption Agencies Regulations 2005, regulation 36(1)', isConfirmed: true, from: null },
  })
  const after = await call(priya, 'settings/driftAfter', aBody({ value: 21 }))
  expect([after.status, changedSetting.parse(after.body)]).toMatchObject([200, { setting: { version: 1 }, effects: [{ was: '28 days', becomes: '21 days' }] }])
})

test('no value that nobody has confirmed carries a citation', async () => {
  const { items } = settings.parse((await call(priya, 'settings')).body)
  const unconfirmed = items.filter(({ today }) => !today.isConfirmed)
  expect(new Set(unconfirmed.map(({ today }) => today.source))).toEqual(new Set(['Local practice: please confirm']))
  expect(items.find(({ name }) => name === 'ownOrderToMatch')?.today).toMatchObject({ words: 'none', source: 'Not set', isConfirmed: true })
  expect(unconfirmed.map(({ name }) => name)).toEqual(expect.arrayContaining(['admDecisionWithin', 'matchPanelWithin', 'matchPanelRelinquished']))
})

const pointers = z.looseObject({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })

test.each([
  ['a list as a value', { value: [10] }, '/value'],
  ['no value', { value: undefined }, '/value'],
  ['a number too large to count with', { value: 1e300 }, '/value'],
  ['half a working day', { value: 1.5 }, '/value'],
  ['a day written the English way', { from: '22/11/2026' }, '/from'],
  ['a source of one letter', { source: 'x' }, '/source'],
  ['a source of spaces', { source: '          ' }, '/source'],
  ['a source with a null character', { source: 'Adoption\u0000procedures' }, '/source'],
  ['a source on two lines', { source: 'Adoption\nprocedures' }, '/source'],
  ['a source without an end', { source: 'x'.repeat(301) }, '/source'],
  ['a reason that is no text', { from: '2026-01-01', reason: 5 }, '/reason'],
  ['the past without a reason', { from: '2026-01-01' }, '/reason'],
  ['a version below nought', { version: -1 }, '/version'],
  ['no key', { key: undefined }, '/key'],
  ['somebody else’s agency', { agencyId: 2 }, '/agencyId'],
])('%s is refused with what to write instead, and nothing is saved', async (_case, more, pointer) => {
  const answer = await call(priya, 'settings/admDecisionWithin', aBody(more))
  expect(answer.status).toBe(422)
  problem.parse(answer.body)
  expect(pointers.parse(answer.body).errors.map((one) => one.pointer)).toEqual([pointer])
  expect(await desk.rows('select name from setting_change')).toEqual([])
})

test.each([
  ['nothing', 404],
  ['__proto__', 422],
  ['a%00b', 422],
  ['x'.repeat(61), 422],
])('settings/%s is none: %i', async (name, status) => {
  expect((await call(priya, `settings/${name}`, aBody())).status).toBe(status)
})

test('who may only read gets the list without a form, and 403 for a change; others get nothing', async () => {
  const analyst = await aWorker(desk.database, { roles: ['performance-analyst'] })
  expect(await call(analyst, 'settings')).toMatchObject({ status: 200, body: { mayChange: false } })
  expect((await call(analyst, 'settings/driftAfter', aBody({ value: 21 }))).status).toBe(403)
  const finder = await aWorker(desk.database)
  expect((await call(finder, 'settings')).status).toBe(403)
})

test('the second of two who saw the same version is told', async () => {
  expect((await call(priya, 'settings/driftAfter', aBody({ value: 21 }))).status).toBe(200)
  expect(await call(priya, 'settings/driftAfter', aBody({ value: 22 }))).toMatchObject({ status: 409, body: { title: 'This stands differently now' } })
})
