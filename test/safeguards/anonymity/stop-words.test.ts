import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/core/actor.ts'
import { phrasesToStop } from '../../../src/safeguards/anonymity/stop-words/phrases-to-stop.ts'
import { aTextsDesk, type TextsDesk } from './texts-desk.ts'

let desk: TextsDesk
let finder: Actor
let reference: string
beforeAll(async () => {
  desk = await aTextsDesk()
})
beforeEach(async () => {
  await desk.reset()
  finder = await desk.worker('family-finder')
  reference = (await desk.child({ name: 'Calla Brindlemoor' })).reference
})
afterAll(() => desk.close())

const add = (kind: string, words: string, who = finder) => desk.post(who, `/children/${reference}/stop-words`, { kind, words })
const check = async (text: string, who = finder, about: string | null = reference) =>
  desk.ask(who, 'post', '/texts/check', { reference: about, purpose: 'profile', text })

test('what is entered is stopped in texts about this child, and in no others', async () => {
  const another = await desk.child({ name: 'Robin Example' })
  expect(await check('We met at the pebble garden.')).toMatchObject({ status: 200, body: { outcome: 'passes' } })
  expect(await add('school', 'Pebble Garden')).toEqual({ status: 200, body: { name: 0, place: 0, school: 1 } })
  expect(await check('We met at the PEBBLE garden.')).toMatchObject({
    body: { outcome: 'stopped', findings: [{ kind: 'school-or-nursery', start: 14, end: 27 }] },
  })
  expect(await check('We met at the pebble garden.', finder, another.reference)).toMatchObject({ body: { outcome: 'passes' } })
  expect(await check('We met at the pebble garden.', finder, null)).toMatchObject({ body: { outcome: 'passes' } })
})

test('the child’s own name is known without being entered', async () => {
  expect(await check('calla is asleep')).toMatchObject({ body: { outcome: 'stopped', findings: [{ kind: 'person-name', start: 0, end: 5 }] } })
  expect(await check('brindlemoor')).toMatchObject({ body: { outcome: 'stopped' } })
})

test('the register holds no word, only hashes that differ from child to child, and the audit no word either', async () => {
  const another = await desk.child()
  await add('name', 'Tamsin Ó Ruairc')
  await desk.post(finder, `/children/${another.reference}/stop-words`, { kind: 'name', words: 'Tamsin' })
  const stored = await desk.rows<{ hash: string; all: string }>(`select encode(hash, 'hex') as hash, w::text as all from child_stop_word w`)
  expect(stored.length).toBe(4)
  expect(new Set(stored.map(({ hash }) => hash)).size).toBe(4)
  expect(JSON.stringify([stored, await desk.audit(), await desk.rows('select * from idempotency')])).not.toMatch(/tamsin|ruairc/iu)
})

test('the same word twice is said to be known; the same key twice is one entry', async () => {
  const key = randomUUID()
  const twice = () => desk.post(finder, `/children/${reference}/stop-words`, { kind: 'place', words: 'Fenwold', key })
  expect([await twice(), await twice()]).toEqual(Array(2).fill({ status: 200, body: { name: 0, place: 1, school: 0 } }))
  expect((await add('place', 'FENWOLD')).status).toBe(409)
})

test('all words of a kind are removed, and nothing of another kind', async () => {
  await add('place', 'Fenwold')
  await add('name', 'Ottiwell')
  expect(await desk.post(finder, `/children/${reference}/stop-words/removed`, { kind: 'place' })).toEqual({
    status: 200,
    body: { name: 1, place: 0, school: 0 },
  })
  expect(await desk.ask(finder, 'get', `/children/${reference}/stop-words`)).toEqual({ status: 200, body: { name: 1, place: 0, school: 0 } })
  expect((await desk.audit()).map(({ verb }) => verb)).toEqual(['stop-words.added', 'stop-words.added', 'stop-words.removed', 'stop-words.counted'])
})

test.each(['…', '123', '🎂'])('%s holds no letters and is refused', async (words) => {
  expect((await add('name', words)).status).toBe(422)
})

test('a partner agency neither enters, counts nor removes, nor is helped by what another agency entered', async () => {
  await add('name', 'Zelbury')
  const partner = await desk.worker('practice-manager', 'CITY')
  expect((await add('name', 'Other', partner)).status).toBe(404)
  expect((await desk.ask(partner, 'get', `/children/${reference}/stop-words`)).status).toBe(404)
  expect((await desk.post(partner, `/children/${reference}/stop-words/removed`, { kind: 'name' })).status).toBe(404)
  expect((await add('name', 'Other', await desk.worker('senior-manager'))).status).toBe(403)
  expect(await desk.rows('select 1 from child_stop_word')).toHaveLength(1)
})

test.each([
  ['name', 'Nan Jean O’Dowd', ['nan jean odowd', 'nan', 'jean', 'odowd']],
  ['place', 'Long Eaton', ['long eaton', 'eaton']],
  ['school', 'Foxglove Bank Special School', ['foxglove bank special', 'bank special school']],
  ['school', 'St Cuthwin’s', ['st cuthwins', 'cuthwins']],
  ['name', 'Z\u200boë', ['zoe']],
] as const)('%s %s is known by %j', (kind, typed, phrases) => {
  expect(phrasesToStop(kind, typed)).toEqual(expect.arrayContaining([...phrases]))
})
