import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/core/actor.ts'
import { AGENCIES } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { agencyChannel, posting, regionalCopy, unmarked, type Posting } from './support/posting.ts'

const OWN = agencyChannel('LEICS')
const EVERYBODY = { agencies: [], ageBands: [] }

let database: TestDatabase
let world: Posting
let finder: Actor
beforeAll(async () => {
  database = await openTestDatabase()
  world = posting(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  await world.begin()
  finder = await world.worksFor('LEICS')
})

const children = async (count: number, agency: 'LINCS' | 'CITY' = 'LINCS') => {
  const made = []
  for (let made_ = 0; made_ < count; made_ += 1) made.push(await world.aChild(agency))
  return made
}
const look = (filter: object = EVERYBODY, conversation = '#agency') => world.previewPost(finder, { filter, conversation })
const postList = async (filter: object = EVERYBODY, conversation = '#agency') => {
  const preview = await look(filter, conversation)
  if (!preview.ok) throw new Error(JSON.stringify(preview.refusal))
  const { contentHash, readersHash, card } = preview.value
  const key = randomUUID()
  const confirm = () => world.requestPost(finder, { filter, conversation, contentHash, readersHash, key })
  return { card, confirm, key }
}
const cardIn = (conversationId: string) => JSON.stringify(world.channel.messages.get(conversationId)?.[0]?.cards.at(-1))

test('the waiting list is posted as it was shown, once, to every copy', async () => {
  await children(3)
  await children(3, 'CITY')
  const { card, confirm } = await postList(EVERYBODY, '#regional')
  expect(JSON.stringify(card)).toContain('6 children waiting')
  const first = await confirm()
  expect(first).toMatchObject({ ok: true, value: { items: Array(5).fill({ kind: 'list' }) as object[] } })
  expect(await confirm()).toEqual(first)
  await world.worker().runDue()
  expect(world.channel.messages.get(regionalCopy('NCT'))?.map(({ cards }) => unmarked(cards[0]))).toEqual([card])
  expect(await rowsOf(database, "select distinct subject_agency_id from audit where verb = 'post.sent' order by 1")).toEqual(
    [AGENCIES.CITY.id, AGENCIES.LINCS.id].sort((a, b) => a - b).map((id) => ({ subject_agency_id: id })),
  )
  expect(world.faults).toEqual([])
})

test('when one of them is matched only the others stay on the card, and no child comes on whom nobody confirmed', async () => {
  const [first, ...others] = await children(4)
  if (first === undefined) throw new Error('no child')
  const { confirm } = await postList()
  await confirm()
  await world.worker().runDue()
  const newcomer = await world.aChild('LINCS')
  await world.record(first.reference, 'LINCS', { matched: '2026-11-20' })
  await world.worker().runDue()
  expect(cardIn(OWN)).not.toContain(first.reference)
  expect(cardIn(OWN)).not.toContain(newcomer.reference)
  for (const { reference } of others) expect(cardIn(OWN)).toContain(reference)
  expect(world.faults).toEqual([])
})

test('when fewer than three are left of it, nothing of the list stays', async () => {
  const made = await children(3)
  const { confirm } = await postList()
  await confirm()
  await world.worker().runDue()
  await world.record(made[0]?.reference ?? made[1]!.reference, 'LINCS', { matched: '2026-11-20' })
  await world.worker().runDue()
  expect(cardIn(OWN)).not.toMatch(/FF-/u)
  expect(await rowsOf(database, 'select state from post')).toEqual([{ state: 'withdrawn' }])
})

test('a list of fewer than three, of own work, of nobody or of an unknown agency is not posted', async () => {
  await children(2)
  for (const filter of [EVERYBODY, { ...EVERYBODY, mine: true }, { ...EVERYBODY, standings: ['on-hold'] }, { ...EVERYBODY, agencies: ['NOBODY'] }, { x: 1 }])
    expect(await look(filter)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })
  expect(await rowsOf(database, 'select count(*)::int as n from post')).toEqual([{ n: 0 }])
})

test('a list whose children changed since it was shown has to be looked at again', async () => {
  const made = await children(4)
  const { confirm } = await postList()
  await world.record(made[0]?.reference ?? made[1]!.reference, 'LINCS', { matched: '2026-11-20' })
  expect(await confirm()).toMatchObject({ ok: false, refusal: { kind: 'conflict', reason: 'stale-version' } })
})

test('the agency of a child on the list takes the list back', async () => {
  await children(3)
  const { confirm, key } = await postList()
  await confirm()
  await world.worker().runDue()
  const manager = await world.worksFor('LINCS', 'practice-manager')
  expect((await world.withdrawPost(manager, { group: key, because: 'agency-asked', how: 'replace', key: randomUUID() })).ok).toBe(true)
  await world.worker().runDue()
  expect(cardIn(OWN)).toContain('This list was taken back')
})
