import { VERBS } from '../../bot/actions/answer-action.ts'
import type { BotUseCases } from '../../bot/use-cases.ts'
import { refuse } from '../../src/core/result.ts'
import { CHANNEL_ID, inChannel, inChat, pressed, PRIYA_MRI } from './support/activities.ts'
import { buttonsOf, expectGoodCard, wordsOf } from './support/cards.ts'
import { LEICS_TENANT, PRIYA, startChannel, type Channel } from './support/channel.ts'
import { fakeService } from './support/fakes.ts'

let channel: Channel
let service: ReturnType<typeof fakeService>
const start = async (changed: Partial<BotUseCases> = {}): Promise<void> => {
  service = fakeService(changed)
  channel = await startChannel(service.deps)
}
beforeEach(() => start())
afterEach(() => channel.stop())
const again = async (changed: Partial<BotUseCases>): Promise<void> => {
  await channel.stop()
  await start(changed)
}

const KEY = '3f0c1f0e-6f0a-4b54-9d0c-0d6f5f6f7a11'
const all = { agencies: [], ageBands: [] }
const PAYLOADS: Record<string, object> = {
  'waiting.page': { filter: all, cursor: 'next-entitled', view: 'entitled' },
  'waiting.filter': { agencies: 'LEICS,CITY', ageBands: '3–4', sex: 'female', siblings: 'true', days: '184' },
  'waiting.narrow': {
    list: 'order-not-placed',
    about: 'mine,harderToPlace',
    standings: 'linked,on-hold',
    since: '2026-11-16',
    agencies: 'LEICS,CITY',
    ageBands: '3–4',
    sex: 'female',
    siblings: 'true',
    days: '184',
  },
  'waiting.more': { filter: all },
  'waiting.refresh': { filter: all },
  'child.open': { reference: 'FF-7K3Q0' },
  'child.more': { reference: 'FF-7K3Q0' },
  'child.refresh': { reference: 'FF-7K3Q0' },
  'post.preview': { reference: 'FF-7K3Q0', conversation: '#regional' },
  'post.confirm': { reference: 'FF-7K3Q0', conversation: '#regional', contentHash: 'content', readersHash: 'readers', key: KEY },
  'post.list-confirm': { filter: { agencies: [], ageBands: [] }, conversation: '#regional', contentHash: 'content', readersHash: 'readers', key: KEY },
  'post.cancel': { reference: 'FF-7K3Q0' },
  'post.review': { reference: 'FF-7K3Q0', outcome: 'keep-looking' },
  'meetings.list': {},
}
const COMMANDS: readonly (keyof BotUseCases)[] = [
  'requestPost',
  'scheduleTracking',
  'chooseAgency',
  'recordDate',
  'recordDisruption',
  'recordNewDecision',
  'reviewCard',
]

const press = async (verb: string, data: unknown = PAYLOADS[verb], trigger: 'manual' | 'automatic' = 'manual') => {
  const { status, body } = await channel.post(inChat(channel.connectorUrl, pressed(verb, data, trigger)))
  expect(status).toBe(200)
  expect(body?.statusCode).toBe(200)
  return body ?? { statusCode: 0, type: '', value: undefined }
}
const sentence = ({ type, value }: { type: string; value: unknown }): string => {
  expect(type).toBe('application/vnd.microsoft.activity.message')
  return String(value)
}
const card = ({ type, value }: { type: string; value: unknown }): { card: object; summary: string } => {
  expect(type).toBe('application/vnd.microsoft.card.adaptive')
  return { card: value as object, summary: 'answer to a button' }
}

test('every verb has a payload here, so that a new one is met by all the strangers below', () => {
  expect(Object.keys(PAYLOADS).toSorted()).toEqual([...VERBS].toSorted())
})

test.each(Object.keys(PAYLOADS))('%s: a person without a role gets their sentence and nothing happens', async (verb) => {
  await again({ signIn: () => Promise.resolve({ kind: 'no-role', agencyName: 'Leicestershire County Council' }) })
  expect(sentence(await press(verb))).toContain("don't have a role")
  expect(service.asked.filter(({ name }) => name !== 'signIn')).toEqual([])
})

test.each(['waiting.gone', 'link.end', '', 'constructor', '__proto__'])('the old verb %j is answered kindly', async (verb) => {
  expect(sentence(await press(verb, { reference: 'FF-7K3Q0' }))).toContain('older version of the app')
})

test.each(Object.keys(PAYLOADS))('%s: a forged payload is answered kindly and changes nothing', async (verb) => {
  const good = PAYLOADS[verb] ?? {}
  const forgeries: unknown[] = [
    { ...good, tenantId: 'x' },
    { ...good, actor: { roles: ['practice-manager'] } },
    'text',
    7,
    ['a'],
    Object.fromEntries(Object.keys(good).map((key) => [key, { $ne: null }])),
  ]
  for (const forged of forgeries) {
    if (JSON.stringify(forged) === '{}') continue
    expect(sentence(await press(verb, forged))).toContain("can't read")
  }
  expect(service.asked.filter(({ name }) => name !== 'signIn')).toEqual([])
})

test('values that fit the shape but not the sector are answered kindly too', async () => {
  for (const [verb, data, said] of [
    ['waiting.filter', { agencies: "LEICS'; drop table child", ageBands: '', sex: '', siblings: '', days: '' }, "can't read"],
    ['waiting.filter', { agencies: '', ageBands: '3-4', sex: '', siblings: '', days: '' }, "can't read"],
    ['waiting.filter', { agencies: '', ageBands: '', sex: 'purple', siblings: '', days: '' }, "can't read"],
    ['waiting.filter', { agencies: '', ageBands: '', sex: '', siblings: '', days: '-1' }, "can't read"],
    ['waiting.narrow', { list: 'everybody' }, "can't read"],
    ['waiting.narrow', { about: 'mine,theirs' }, "can't read"],
    ['waiting.narrow', { standings: 'adopted' }, "can't read"],
    ['waiting.narrow', { since: '2026-02-31' }, "can't read"],
    ['waiting.narrow', { since: 'Monday' }, "can't read"],
    ['waiting.page', { filter: { agencies: [], ageBands: ['toddler'] }, view: 'entitled' }, "can't read"],
    ['child.open', { reference: 'FF-7K3Q1' }, 'may not exist'],
    ['post.cancel', { reference: 'somebody' }, 'may not exist'],
    ['post.confirm', { ...PAYLOADS['post.confirm'], key: 'not-a-uuid' }, "can't read"],
  ] as const)
    expect(sentence(await press(verb, data))).toContain(said)
  expect(service.askedFor('requestPost')).toEqual([])
})

const refusing = refuse({ kind: 'not-allowed', action: 'do that' })
const no = () => Promise.resolve(refusing)
test.each(Object.keys(PAYLOADS).filter((verb) => verb !== 'post.cancel'))('%s: a wrong role is told whom to ask', async (verb) => {
  await again({
    listWaiting: no,
    listWaitingAnonymously: no,
    readChild: no,
    readAnonymousChild: no,
    previewPost: no,
    requestPost: no,
    reviewCard: no,
    listMeetings: no,
  })
  expect(sentence(await press(verb))).toBe('Your role does not let you do that. If it should, ask your practice manager.')
})

test.each(Object.keys(PAYLOADS))('%s: the right person gets a good card', async (verb) => {
  expectGoodCard(card(await press(verb)))
})

test('an invoke without action, verb or value, or one that the app does not know, still gets a valid answer', async () => {
  for (const bent of [
    { value: {} },
    { value: undefined },
    { value: { action: {} } },
    { value: { action: { verb: 7 } } },
    { name: 'task/unknown' },
    { name: 'application/search', value: { queryText: '' } },
    { name: 'composeExtension/query' },
    { name: undefined },
  ]) {
    const { status, body } = await channel.post(inChat(channel.connectorUrl, { ...pressed('child.open', {}), ...bent }))
    expect(status).toBe(200)
    expect(sentence(body ?? { type: '', value: '' })).toContain('hanged')
  }
})

test('"Show me more" in the own chat gives the entitled rows, and nothing of them is sent to the chat', async () => {
  const rows = wordsOf(card(await press('waiting.more')))
  expect(rows).toContain('214 days')
  expect(rows).toContain('5 with a placement order, 2 without one yet')
  expect(wordsOf(card(await press('child.more')))).toContain('Next: Profile to be updated')
  expect(channel.calls).toEqual([])
})

test('an automatic refresh reads as one, and sends and updates nothing', async () => {
  card(await press('waiting.refresh', PAYLOADS['waiting.refresh'], 'automatic'))
  card(await press('child.refresh', PAYLOADS['child.refresh'], 'automatic'))
  expect(service.askedFor('listWaiting')[0]?.[2]).toEqual({ automatic: true })
  expect(service.askedFor('readChild')[0]?.[1]).toEqual({ reference: 'FF-7K3Q0', automatic: true })
  expect(channel.calls).toEqual([])
})

test('in a channel a button gives anonymous facts only, whatever the card was', async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  for (const verb of ['waiting.more', 'waiting.page', 'waiting.filter', 'waiting.narrow', 'waiting.refresh', 'child.more', 'child.open', 'child.refresh']) {
    const { body } = await channel.post(inChannel(channel.connectorUrl, pressed(verb, PAYLOADS[verb])))
    const said = wordsOf(card(body ?? { type: '', value: '' }))
    expect(said).not.toMatch(/214|years old|Profile to be updated|Sam Okafor/u)
  }
  expect(service.askedFor('listWaiting')).toEqual([])
  expect(service.askedFor('readChild')).toEqual([])
  const { body } = await channel.post(inChannel(channel.connectorUrl, pressed('child.more', PAYLOADS['child.more'])))
  expect(JSON.stringify(body)).toContain('Ask in our own chat')
  const preview = await channel.post(inChannel(channel.connectorUrl, pressed('post.preview', PAYLOADS['post.preview'])))
  expect(sentence(preview.body ?? { type: '', value: '' })).toContain('in our own chat')
})

test('the next page has the cursor of its own view', async () => {
  await press('waiting.page', { filter: { ...all, sex: 'male' }, cursor: 'c', view: 'entitled' })
  expect(service.askedFor('listWaiting')[0]?.[1]).toEqual({ filter: { ...all, sex: 'male' }, cursor: 'c', limit: 5 })
  await press('waiting.page', { filter: all, cursor: 'a', view: 'anonymous' })
  expect(service.askedFor('listWaitingAnonymously')[0]?.[1]).toEqual({ filter: all, cursor: 'a', limit: 5 })
})

test("the card's filter narrows the list", async () => {
  await press('waiting.filter')
  expect(service.askedFor('listWaiting')[0]?.[1]).toEqual({
    filter: { agencies: ['LEICS', 'CITY'], ageBands: ['3–4'], sex: 'female', siblingGroup: true, minDays: 184 },
    limit: 5,
  })
  await press('waiting.narrow')
  expect(service.askedFor('listWaiting')[1]?.[1]).toEqual({
    filter: {
      list: 'order-not-placed',
      mine: true,
      harderToPlace: true,
      standings: ['linked', 'on-hold'],
      changedSince: '2026-11-16',
      agencies: ['LEICS', 'CITY'],
      ageBands: ['3–4'],
      sex: 'female',
      siblingGroup: true,
      minDays: 184,
    },
    limit: 5,
  })
  await press('waiting.narrow', { list: 'any', about: '', standings: '', since: '', sex: 'any', siblings: 'any', days: 'any' })
  expect(service.askedFor('listWaiting')[2]?.[1]).toEqual({ filter: all, limit: 5 })
  await press('waiting.filter', { sex: 'any', siblings: 'any', days: 'any' })
  expect(service.askedFor('listWaiting')[3]?.[1]).toEqual({ filter: all, limit: 5 })
  await press('waiting.narrow', { list: 'any', about: 'unborn', standings: '', since: '', sex: 'any', siblings: 'any', days: 'any' })
  expect(service.askedFor('listWaiting')[4]?.[1]).toEqual({ filter: { ...all, list: 'open', unborn: true }, limit: 5 })
})

test('"Post" posts exactly what was shown, and replaces the stored preview by a card', async () => {
  const preview = card(await press('post.preview'))
  const post = buttonsOf(preview.card).find(({ verb }) => verb === 'post.confirm')
  expect(wordsOf(card(await press('post.confirm', post?.data)))).toContain('regional: is on its way')
  expect(service.askedFor('requestPost')[0]?.[1]).toEqual({
    reference: 'FF-7K3Q0',
    conversation: '#regional',
    contentHash: 'content',
    readersHash: 'readers',
    key: post?.data.key,
  })
  const updates = channel.calls.filter(({ method }) => method === 'PUT')
  expect(updates.map(({ path }) => path)).toEqual(['/v3/conversations/a:1personal-priya/activities/1700000000001'])
  expect(JSON.stringify(updates[0]?.body)).toContain('application/vnd.microsoft.card.adaptive')
})

test('two previews carry two keys, one preview keeps its own', async () => {
  const keyOf = async () => buttonsOf(card(await press('post.preview')).card).find(({ verb }) => verb === 'post.confirm')?.data.key
  expect(await keyOf()).not.toBe(await keyOf())
})

test('when card or readers have changed since, nothing is posted and a fresh preview comes back', async () => {
  await again({ requestPost: () => Promise.resolve(refuse({ kind: 'conflict', reason: 'audience' })) })
  const said = wordsOf(card(await press('post.confirm')))
  expect(said).toContain('have changed since you looked')
  expect(said).toContain('Post FF-7K3Q0 to Regional channel?')
  expect(channel.calls.filter(({ method }) => method === 'PUT')).toEqual([])
})

test('a stored card that cannot be replaced does not undo what was done', async () => {
  channel.state.refuse = ({ method }) => (method === 'PUT' ? { status: 404 } : undefined)
  expect(wordsOf(card(await press('post.cancel')))).toContain('not posted')
  expect(channel.logged.join()).toContain('could not be replaced')
})

test('a fault behind a button is a sentence with a number; the last good card stays', async () => {
  await again({ listWaiting: () => Promise.reject(new TypeError('cannot read properties of undefined')) })
  const said = sentence(await press('waiting.more'))
  expect(said).toMatch(/Something went wrong on our side.*[0-9a-f-]{36}/u)
  expect(said).not.toContain('undefined')
})

const WRITING = ['post.confirm', 'post.list-confirm', 'post.review']
test('reading verbs cause no command', async () => {
  for (const verb of Object.keys(PAYLOADS)) if (!WRITING.includes(verb)) await press(verb)
  for (const name of COMMANDS) expect(service.askedFor(name)).toEqual([])
  expect(CHANNEL_ID).toContain('@thread.tacv2')
})

const MAKES_CHANGES = ['post.confirm', 'post.list-confirm', 'post.cancel'] as const
test.each(MAKES_CHANGES)('%s in a channel is forged: nothing is asked for, and no card that lies there is replaced', async (verb) => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  const { body } = await channel.post(inChannel(channel.connectorUrl, pressed(verb, PAYLOADS[verb])))
  expect(sentence(body ?? { type: '', value: '' })).toContain("can't read")
  expect(service.askedFor('requestPost')).toEqual([])
  expect(channel.calls.filter(({ method }) => method === 'PUT')).toEqual([])
})

test.each(MAKES_CHANGES)('%s as an automatic refresh does nothing', async (verb) => {
  expect(sentence(await press(verb, PAYLOADS[verb], 'automatic'))).toContain("can't read")
  expect(service.askedFor('requestPost')).toEqual([])
})

test.each([{ minDays: 1e12 }, { minDays: -5_000_000 }, { maxDays: 10_001 }])('a forged number of days is answered kindly: %j', async (days) => {
  for (const verb of ['waiting.page', 'waiting.more', 'waiting.refresh'])
    expect(sentence(await press(verb, { ...(PAYLOADS[verb] ?? {}), filter: { ...all, ...days } }))).toContain("can't read")
})

test('a review is saved from the posted card in its channel, and the one who says it sees it on the card', async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  const { body } = await channel.post(inChannel(channel.connectorUrl, pressed('post.review', { reference: 'FF-7K3Q0', post: KEY, outcome: 'link-to-explore' })))
  expect(JSON.stringify(body)).toContain('link to explore')
  expect(service.askedFor('reviewCard')).toEqual([
    [expect.anything(), { reference: 'FF-7K3Q0', outcome: 'link-to-explore', key: expect.any(String) as string }],
  ])
  // the stored card follows by its job, for every copy alike
  expect(channel.calls.filter(({ method }) => method === 'PUT')).toEqual([])
})

test.each([{ outcome: 'placed-with-nan' }, { outcome: '' }, {}])('a forged review is answered kindly and saves nothing: %j', async (bent) => {
  expect(sentence(await press('post.review', { reference: 'FF-7K3Q0', ...bent }))).toContain("can't read")
  expect(sentence(await press('post.review', PAYLOADS['post.review'], 'automatic'))).toContain("can't read")
  expect(service.askedFor('reviewCard')).toEqual([])
})
