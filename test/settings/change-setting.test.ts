import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import type { ChangeSettingCommand } from '../../src/settings/change-setting.ts'
import { maySetting } from '../../src/settings/settings-access.ts'
import { AGENCIES, aWorker, PARTNERSHIP } from '../support/partnership.ts'
import { aChange, aSettingsDesk, day, type SettingsDesk } from './settings-desk.ts'

let desk: SettingsDesk
let priya: Actor
beforeAll(async () => {
  desk = await aSettingsDesk()
})
beforeEach(async () => {
  await desk.reset()
  priya = await aWorker(desk.database, { roles: ['practice-manager'], name: 'Priya Shah' })
})
afterAll(() => desk.database.close())

const settingOf = async (actor: Actor, name: string) => {
  const listed = await desk.list(actor)
  if (!listed.ok) throw new Error(listed.refusal.kind)
  const found = listed.value.items.find((item) => item.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found
}
const changed = async (more: Partial<ChangeSettingCommand> = {}) => {
  const answer = await desk.change(priya, aChange(more))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
const kept = () => desk.rows('select name, version from setting_change')

test('a new value from today holds from today, with who said so; yesterday stays as it was', async () => {
  const { setting, effects } = await changed()
  expect(effects).toEqual([{ from: '2026-11-22', until: null, was: '7 working days', becomes: '10 working days' }])
  expect(setting.today).toEqual({
    from: '2026-11-22',
    until: null,
    value: 10,
    words: '10 working days',
    source: 'Adoption procedures, section 4',
    isConfirmed: true,
    origin: 'agency',
  })
  expect(setting.earlier).toMatchObject([{ from: null, until: '2026-11-21', value: 7, source: 'Local practice: please confirm', isConfirmed: false }])
  expect(setting.changes).toMatchObject([{ version: 1, words: '10 working days', by: 'Priya Shah', at: '2026-11-22T08:15:00.000Z', reason: null }])
  const [yesterday, today] = await desk.register.asJob(
    AGENCIES.LEICS.id,
    'test',
    async ({ settings }) => [await settings.valuesOn(day('2026-11-21')), await settings.valuesOn(day('2026-11-22'))] as const,
  )
  expect([yesterday.admDecisionWithin.value, today.admDecisionWithin.value]).toEqual([7, 10])
})

test('a value that begins later is planned, and today’s ends the day before', async () => {
  const { setting } = await changed({ from: '2027-04-01', until: '2028-03-31' })
  expect(setting.today).toMatchObject({ value: 7, until: '2027-03-31' })
  expect(setting.planned.map(({ from, until, value, origin }) => [from, until, value, origin])).toEqual([
    ['2027-04-01', '2028-03-31', 10, 'agency'],
    ['2028-04-01', null, 7, 'built-in'],
  ])
})

test('the past is changed only with a reason, and the refusal says what would be changed', async () => {
  const command = aChange({ from: '2026-04-01' })
  expect(await desk.change(priya, command)).toEqual({
    ok: false,
    refusal: {
      kind: 'invalid',
      fields: { reason: 'Say why. This changes what held or was planned: 7 working days from 1 Apr 2026 to 21 Nov 2026.' },
    },
  })
  expect(await kept()).toEqual([])
  const { effects, setting } = await changed({ ...command, key: randomUUID(), reason: 'Entered late' })
  expect(effects).toEqual([{ from: '2026-04-01', until: null, was: '7 working days', becomes: '10 working days' }])
  expect(setting.changes[0]).toMatchObject({ reason: 'Entered late' })
})

test('a plan is replaced only with a reason', async () => {
  await changed({ from: '2027-04-01' })
  expect(await desk.change(priya, aChange({ value: 8, version: 1 }))).toEqual({
    ok: false,
    refusal: { kind: 'invalid', fields: { reason: 'Say why. This changes what held or was planned: 10 working days from 1 Apr 2027.' } },
  })
  const { setting } = await changed({ value: 8, version: 1, reason: 'The plan was dropped' })
  expect([setting.today.value, setting.planned]).toEqual([8, []])
})

test('what held in the past and no longer counts needs no reason where it stays as it was', async () => {
  await changed({ from: '2026-11-22' })
  const { effects } = await changed({ value: 12, from: '2026-12-01', version: 1 })
  expect(effects).toEqual([{ from: '2026-12-01', until: null, was: '10 working days', becomes: '12 working days' }])
})

test('a practice is confirmed with its own number, also for the past: nothing else changes', async () => {
  const { setting, effects } = await changed({ value: 7, from: '2020-01-01' })
  expect([effects, setting.today.isConfirmed]).toEqual([[], true])
})

test('back to what came with the app', async () => {
  await changed()
  const { setting } = await changed({ value: null, from: '2027-01-01', version: 1 })
  expect(setting.planned).toMatchObject([{ from: '2027-01-01', value: 7, origin: 'built-in' }])
  expect(setting.changes.map(({ words }) => words)).toEqual([null, '10 working days'])
})

test('a choice: who does what', async () => {
  const { setting } = await changed({ name: 'assuresReports', value: 'regional-agency' })
  expect([setting.today.words, setting.choices.map(({ value }) => value)]).toEqual(['the regional agency', ['council', 'regional-agency']])
})

test.each<readonly [string, Partial<ChangeSettingCommand>, string]>([
  ['nought working days', { value: 0 }, 'value'],
  ['more than there may be', { value: 61 }, 'value'],
  ['half a day', { value: 1.5 }, 'value'],
  ['a number written as a text', { value: '10' }, 'value'],
  ['a word of another object', { name: 'tracksChildren', value: 'toString' }, 'value'],
  ['a number where a choice is', { name: 'tracksChildren', value: 1 }, 'value'],
  ['what holds already', { value: null }, 'value'],
  ['a day before there were such rules', { from: '1999-12-31', reason: 'Long ago' }, 'from'],
  ['a day in a far century', { from: '2100-01-01' }, 'from'],
  ['a day that is none', { from: '2026-02-30' }, 'from'],
  ['a last day before the first', { until: '2026-11-21' }, 'until'],
  ['a last day that is none', { until: '2026-13-01' }, 'until'],
])('%s is refused, and nothing is kept', async (_case, more, field) => {
  const answer = await desk.change(priya, aChange(more))
  expect(answer).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { [field]: expect.any(String) } } })
  expect(await kept()).toEqual([])
})

test.each(['x', 'constructor', 'toString', '__proto__'])('%s is no setting', async (name) => {
  expect(await desk.change(priya, aChange({ name }))).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test.each(ROLES)('%s reads and changes as the access table says, and a refusal leaves nothing but its audit line', async (role) => {
  const actor = await aWorker(desk.database, { roles: [role] })
  const [listed, answer] = [await desk.list(actor), await desk.change(actor, aChange())]
  expect([listed.ok, answer.ok]).toEqual([maySetting(actor, 'read'), maySetting(actor, 'change')])
  if (listed.ok) expect(listed.value.mayChange).toBe(answer.ok)
  if (!answer.ok) expect([answer.refusal.kind, await kept()]).toEqual(['not-allowed', []])
  const [line] = await desk.rows<{ verb: string; outcome: string; subjects: string[] }>(
    "select verb, outcome, subjects from audit where verb = 'setting.changed'",
  )
  expect(line).toEqual({ verb: 'setting.changed', outcome: answer.ok ? 'done' : 'refused', subjects: ['admDecisionWithin'] })
})

test('of writers at once one is saved, and the others are told', async () => {
  const answers = await Promise.all([8, 9, 10, 11, 12].map((value) => desk.change(priya, aChange({ value }))))
  const refused = answers.filter((answer) => !answer.ok)
  expect(refused).toEqual(Array.from({ length: 4 }, () => ({ ok: false, refusal: { kind: 'conflict', reason: 'stale-version' } })))
  expect(await kept()).toEqual([{ name: 'admDecisionWithin', version: 1 }])
})

test('writers of different settings, or at different agencies, are not in each other’s way', async () => {
  const carys = await aWorker(desk.database, { agency: 'CITY', roles: ['administrator'] })
  const answers = await Promise.all([
    desk.change(priya, aChange()),
    desk.change(priya, aChange({ name: 'driftAfter', value: 21 })),
    desk.change(carys, aChange({ value: 14 })),
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
})

test('who did not see the last change is told, and so is who saw one that is not there', async () => {
  await changed()
  for (const version of [0, 2])
    expect(await desk.change(priya, aChange({ value: 11, version }))).toEqual({ ok: false, refusal: { kind: 'conflict', reason: 'stale-version' } })
})

test('the same key has one effect, and is no key for another value', async () => {
  const command = aChange()
  const first = await desk.change(priya, command)
  expect(await desk.change(priya, command)).toEqual(first)
  expect(await kept()).toHaveLength(1)
  expect(await desk.change(priya, { ...command, value: 11 })).toEqual({ ok: false, refusal: { kind: 'conflict', reason: 'key-reused' } })
})

test('an agency’s settings are its own', async () => {
  await changed()
  const carys = await aWorker(desk.database, { agency: 'CITY', roles: ['administrator'] })
  expect(await settingOf(carys, 'admDecisionWithin')).toMatchObject({ version: 0, changes: [], today: { value: 7 } })
})

const asAgency = (agencyId: number, statement: string) =>
  desk.database.inAgency(agencyId, PARTNERSHIP, async (trx) => (await sql.raw(statement).execute(trx)).rows)

test('the database shows no other agency’s rows, takes none for it, and changes none at all', async () => {
  await changed()
  expect(await asAgency(AGENCIES.CITY.id, 'select * from setting_change')).toEqual([])
  expect(await asAgency(AGENCIES.LEICS.id, 'select version from setting_change')).toEqual([{ version: 1 }])
  const copy = `insert into setting_change (agency_id, name, version, value, valid_from, source, worker_id, changed_by, changed_at)
    values (${AGENCIES.LEICS.id.toString()}, 'driftAfter', 1, '1', '2026-01-01', 'x', '${priya.workerId}', 'x', now())`
  await expect(asAgency(AGENCIES.CITY.id, copy)).rejects.toThrow(/row-level security/u)
  await expect(asAgency(AGENCIES.LEICS.id, 'update setting_change set value = 1')).rejects.toThrow(/permission denied/u)
  await expect(asAgency(AGENCIES.LEICS.id, 'delete from setting_change')).rejects.toThrow(/permission denied/u)
})
