import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/core/actor.ts'
import { statedFacts } from '../../../src/safeguards/anonymity/texts/find-too-few.ts'
import { submittedText, waitingTexts } from '../../../src/safeguards/anonymity/texts/text-contract.ts'
import { rowsOf } from '../../support/rows.ts'
import { aTextsDesk, type TextsDesk } from './texts-desk.ts'

let desk: TextsDesk
let author: Actor
let manager: Actor
let reference: string
beforeAll(async () => {
  desk = await aTextsDesk()
})
beforeEach(async () => {
  await desk.reset()
  author = await desk.worker('family-finder')
  manager = await desk.worker('practice-manager', 'LEICS', 'Priya Shah')
  reference = (await desk.child({ name: 'Calla Brindlemoor' })).reference
})
afterAll(() => desk.close())

const STOPPED = 'Nan Jean lives on Larkspur Crescent.'
const MARKED = 'Plays the zwonkle all day.'
const CLEAN = 'Loves puddles and a good story.'

const submit = async (text: string, more: object = {}, who = author) => {
  const { status, body } = await desk.post(who, '/texts', { reference, purpose: 'profile', text, ...more })
  return { status, body: submittedText.parse(body) }
}
const waitingFor = async (who: Actor) => waitingTexts.parse((await desk.ask(who, 'get', '/texts/waiting')).body).items

test('a text that passes is kept as passed, encrypted, and waits for nobody', async () => {
  const { status, body } = await submit(CLEAN)
  expect([status, body]).toMatchObject([201, { state: 'passed', outcome: 'passes', findings: [], version: 1 }])
  expect(await waitingFor(author)).toEqual([])
  const stored = await desk.rows<{ text: string }>(`select encode(text_enc, 'escape') as text from checked_text`)
  expect(stored[0]?.text).not.toContain('puddles')
})

test('a stopped text stays with its author until it is corrected', async () => {
  const { body } = await submit(STOPPED)
  expect(body).toMatchObject({ state: 'draft', outcome: 'stopped' })
  expect(body.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person-name', 'place']))
  expect(await waitingFor(manager)).toEqual([])
  expect(await waitingFor(author)).toMatchObject([{ id: body.id, text: STOPPED, isOwn: true, actions: ['submit'] }])
  expect((await desk.post(author, `/texts/${body.id}/confirmed`, { version: 1 })).status).toBe(422)

  expect(await desk.post(author, `/texts/${body.id}`, { text: CLEAN, version: 1 })).toMatchObject({ status: 200, body: { state: 'passed', version: 2 } })
  expect((await desk.post(author, `/texts/${body.id}`, { text: CLEAN, version: 2 })).status).toBe(409)
})

test('what is only marked passes by one click of its author, and of nobody else', async () => {
  const { body } = await submit(MARKED)
  expect(body).toMatchObject({ state: 'draft', outcome: 'to-confirm' })
  expect((await desk.post(manager, `/texts/${body.id}/confirmed`, { version: 1 })).status).toBe(404)
  expect((await desk.post(author, `/texts/${body.id}/confirmed`, { version: 7 })).status).toBe(409)
  const key = randomUUID()
  const confirm = () => desk.post(author, `/texts/${body.id}/confirmed`, { version: 1, key })
  expect([await confirm(), await confirm()]).toEqual(Array(2).fill({ status: 200, body: { id: body.id, version: 2, state: 'passed' } }))
  expect((await desk.audit()).filter(({ verb }) => verb === 'text.confirmed').map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'done'])
})

test('a word to stop that came since holds a confirmation back', async () => {
  const { body } = await submit(MARKED)
  await desk.post(author, `/children/${reference}/stop-words`, { kind: 'name', words: 'Zwonkle' })
  expect((await desk.post(author, `/texts/${body.id}/confirmed`, { version: 1 })).status).toBe(422)
})

test('a second authorised person overrides with a reason; the author, other roles and other agencies never', async () => {
  const own = await submit(STOPPED, { askOverride: true }, manager)
  expect(own.body.state).toBe('waiting-for-override')
  const override = (who: Actor, more: object = {}) =>
    desk.post(who, `/texts/${own.body.id}/overridden`, { reason: 'The family asked for it', version: 1, ...more })
  expect((await override(manager)).status).toBe(403)
  expect((await override(author)).status).toBe(403)
  expect((await override(await desk.worker('practice-manager', 'CITY'))).status).toBe(404)

  const second = await desk.worker('senior-manager', 'LEICS', 'Sam Odell')
  expect(await waitingFor(second)).toMatchObject([{ author: 'Priya Shah', isOwn: false, actions: ['override'], text: STOPPED }])
  expect((await override(second, { reason: 'x'.repeat(201) })).status).toBe(422)
  expect((await override(second, { version: 3 })).status).toBe(409)
  expect(await override(second)).toEqual({ status: 200, body: { id: own.body.id, version: 2, state: 'overridden' } })
  expect((await override(second)).status).toBe(409)
  const kept = await desk.rows<{ overridden_by: string; reason: string }>(`select overridden_by, encode(reason_enc, 'escape') as reason from checked_text`)
  expect(kept).toMatchObject([{ overridden_by: second.workerId }])
  expect(kept[0]?.reason).not.toContain('family')
  expect((await desk.audit()).find(({ verb, outcome }) => verb === 'text.overridden' && outcome === 'done')?.subjects).toEqual([
    own.body.id,
    manager.workerId,
    reference,
  ])
})

test('a stopped text for which nobody asked is no second person’s business', async () => {
  const { body } = await submit(STOPPED)
  expect((await desk.post(manager, `/texts/${body.id}/overridden`, { reason: 'because', version: 1 })).status).toBe(404)
})

test('a text about no child, and one about a child of a partner, are kept under keys of their own', async () => {
  const partner = await desk.worker('family-finder', 'CITY')
  expect((await submit(CLEAN, { reference: null, purpose: 'minutes' })).body.state).toBe('passed')
  const about = await submit(MARKED, { purpose: 'feedback' }, partner)
  expect(await waitingFor(partner)).toMatchObject([{ id: about.body.id, reference, text: MARKED }])
  expect(await desk.rows('select 1 from checked_text where wrapped is not null and subject_id is null')).toHaveLength(2)
})

test('without the child’s key its texts are gone', async () => {
  const { body } = await submit(STOPPED)
  await rowsOf(desk.database, 'delete from child_key')
  expect(await waitingFor(author)).toEqual([])
  expect((await desk.post(author, `/texts/${body.id}`, { text: CLEAN, version: 1 })).status).toBe(404)
})

test('neither audit nor kept answers hold a word of a text', async () => {
  await submit(STOPPED)
  await desk.ask(author, 'post', '/texts/check', { reference, purpose: 'profile', text: STOPPED })
  expect(JSON.stringify([await desk.audit(), await desk.rows('select * from idempotency')])).not.toMatch(/jean|larkspur/iu)
  expect((await desk.audit()).map(({ verb }) => verb)).toEqual(['text.submitted', 'text.checked'])
})

test.each([
  ['NUL', 'a\u0000b'],
  ['half a character', 'a\ud800b'],
  ['nothing', ''],
  ['50,001 characters', 'a'.repeat(50_001)],
])('%s is refused', async (_, text) => {
  expect((await desk.ask(author, 'post', '/texts/check', { reference: null, purpose: 'message', text })).status).toBe(422)
})

test('facts that fewer than three waiting children share are stopped, and the one to change is named', async () => {
  for (let index = 0; index < 3; index++) await desk.child({ sex: 'male' })
  const says = async (text: string) => {
    const { body } = await desk.ask(author, 'post', '/texts/check', { reference, purpose: 'profile', text })
    return body
  }
  expect(await says('A boy aged 4 who loves puddles.')).toEqual({ outcome: 'passes', findings: [] })
  expect(await says('A boy aged 9 who loves puddles.')).toMatchObject({
    outcome: 'stopped',
    findings: [{ kind: 'combination', says: expect.stringContaining('Write an age band in place of the age.') as string }],
  })
  expect(await says('A boy in the 8 to 9 band who loves puddles.')).toEqual({ outcome: 'passes', findings: [] })
})

test.each([
  ['A girl of 5, one of three siblings.', { sex: 'female', age: 5, siblings: 2 }],
  ['He is six years old.', { sex: 'male', age: 6 }],
  ['A sibling group of five, boys and girls', { siblings: 3 }],
  ['Twin boys aged 4 to 5', { siblings: 1 }],
  ['Brother and sister', {}],
] as const)('%s states %j', (text, facts) => {
  expect(statedFacts(text)).toEqual(facts)
})
