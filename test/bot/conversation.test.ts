import fc from 'fast-check'
import { CHANNEL_ID, PERSONAL_CHAT, PRIYA_MRI, inChannel, inChat, pressed } from './support/activities.ts'
import { APP_ID, HOME_TENANT, LEICS_TENANT, PRIYA, startChannel, type Channel } from './support/channel.ts'
import { buttonsOf, expectGoodCard, wordsOf } from './support/cards.ts'
import { aFamilyFinder, anonymousPage, anOwnChild, aSharedChild, fakeService } from './support/fakes.ts'
import { invalid, notFound, ok, refuse } from '../../src/core/result.ts'
import { isOwnViewOnly } from '../../src/overview/waiting-list.ts'
import { waitingParameters } from '../../src/overview/waiting-contract.ts'
import type { BotUseCases } from '../../bot/use-cases.ts'

let channel: Channel
let service: ReturnType<typeof fakeService>
const start = async (changed: Partial<BotUseCases> = {}): Promise<void> => {
  service = fakeService(changed)
  channel = await startChannel(service.deps)
}
beforeEach(() => start())
afterEach(() => channel.stop())

const type = async (text: string, more: object = {}) => {
  expect((await channel.post(inChat(channel.connectorUrl, { text, ...more }))).status).toBe(200)
  return channel.said().at(-1) ?? {}
}
const cardOf = (message: Record<string, unknown>): object => (message.attachments as { contentType: string; content: object }[])[0]?.content ?? {}
const wordsIn = (message: Record<string, unknown>): string => wordsOf({ card: cardOf(message), summary: String(message.summary) })
const again = async (changed: Partial<BotUseCases>): Promise<void> => {
  await channel.stop()
  await start(changed)
}

test('the answer to a typed question is the anonymous card, refreshing for the person who asked', async () => {
  const message = await type('waiting sibling groups Leicestershire over 6 months')
  expect(message.summary).toBe('7 children waiting')
  expect(wordsIn(message)).toContain('I read that as: sibling groups · Leicestershire County Council · waiting more than 183 days.')
  expect(cardOf(message)).toMatchObject({ refresh: { userIds: [PRIYA_MRI], action: { verb: 'waiting.refresh' } } })
  expect(service.askedFor('listWaitingAnonymously')[0]?.slice(1)).toEqual([
    { filter: { agencies: ['LEICS'], ageBands: [], siblingGroup: true, minDays: 184 }, limit: 5 },
    { place: 'personal' },
  ])
  expect(service.askedFor('listWaiting')).toEqual([])
})

const recorded = () => service.asked.filter(({ name }) => name.startsWith('record'))

test('a date is recorded by typing it: once, with the version that stands, and the kept answer names neither date nor day', async () => {
  const child = anOwnChild()
  await again({ readChild: () => Promise.resolve(ok({ ...child, journey: { ...child.journey, placementOrder: null } })) })
  const activity = inChat(channel.connectorUrl, { text: 'record placement order FF-7K3Q0 12 March' })
  await channel.post(activity)
  await channel.post(activity)
  const [first, second] = service.askedFor('recordDate').map(([, command]) => command as { key: string })
  expect(first).toEqual({ reference: 'FF-7K3Q0', date: 'placementOrder', on: '2026-03-12', version: 3, key: expect.any(String) as string })
  expect(second?.key).toBe(first?.key)
  const message = channel.said().at(-1) ?? {}
  expect(wordsIn(message)).toContain('FF-7K3Q0: recorded')
  expect(JSON.stringify(message)).not.toMatch(/2026|Mar\b|order|placementOrder/u)
  expect(cardOf(message)).toMatchObject({ refresh: { userIds: [PRIYA_MRI], action: { verb: 'child.refresh', data: { reference: 'FF-7K3Q0' } } } })
  expectGoodCard({ card: cardOf(message), summary: String(message.summary) })
})

test('where the register has another day nothing is written: the kept card asks, and names no day of the register', async () => {
  const message = await type('record placement order FF-7K3Q0 12 March')
  expect(recorded()).toEqual([])
  expect(wordsIn(message)).toContain('The register has another day for that.')
  expect(wordsIn(message)).not.toMatch(/Jul|2026-07/u)
  expect(JSON.stringify(cardOf(message))).not.toContain('2026-07-25')
  expectGoodCard({ card: cardOf(message), summary: String(message.summary) })
  expect(buttonsOf(cardOf(message))[0]).toMatchObject({
    title: 'See both days…',
    verb: 'child.date-replace-dialog',
    data: { reference: 'FF-7K3Q0', date: 'placementOrder', on: '2026-03-12' },
  })
  await type('record placement order FF-7K3Q0 25 July 2026')
  expect(recorded()).toHaveLength(1)
})

test('a disruption and a reason are recorded by typing them, too', async () => {
  await type('record placement disrupted FF-7K3Q0 yesterday')
  expect(service.askedFor('recordDisruption')[0]?.[1]).toMatchObject({ reference: 'FF-7K3Q0', on: '2026-11-21', version: 3 })
  await type('record plan ended RD3 FF-7K3Q0 20 November')
  expect(service.askedFor('recordDate')[0]?.[1]).toMatchObject({ date: 'planEnded', on: '2026-11-20', reason: 'RD3' })
})

test('the same message delivered again after it was done says that it is done', async () => {
  await again({ recordDate: () => Promise.resolve(refuse({ kind: 'conflict', reason: 'key-reused' })) })
  expect(wordsIn(await type('record placed FF-7K3Q0 yesterday'))).toContain('FF-7K3Q0: recorded')
})

test("the rule's sentence is the answer to a date that cannot be, and what is not understood is asked back", async () => {
  await again({ recordDate: () => Promise.resolve(invalid('on', 'The placement order lies in the future.')) })
  expect((await type('record linked FF-7K3Q0 12 December 2026')).text).toBe('The placement order lies in the future.')
  expect((await type('record order FF-7K3Q0 12 December')).text).toContain('Which year?')
  expect((await type('record FF-7K3Q0 12 March')).text).toContain('What happened?')
})

test("nobody records what the service does not offer them: another agency's child, a hidden one, a role that only reads", async () => {
  for (const [answer, said] of [
    [ok(aSharedChild()), 'Your role does not let you record dates of this child.'],
    [ok(anOwnChild({ recordable: [] })), 'Your role does not let you record dates of this child.'],
    [notFound(), "You can't open this."],
  ] as const) {
    await again({ readChild: () => Promise.resolve(answer) })
    expect((await type('record placed FF-7K3Q0 yesterday')).text).toContain(said)
    expect(recorded()).toEqual([])
  }
})

test('where others read, nothing is recorded, whatever is typed', async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  for (const text of ['record placed FF-7K3Q0 yesterday', 'record order FF-7K3Q0 31 February', 'record']) {
    await channel.post(inChannel(channel.connectorUrl, { text: `<at>Family Finding</at> ${text}` }))
    expect(channel.said().at(-1)?.text).toContain('nothing was recorded. Open our own chat')
    expect(channel.said().at(-1)?.text).not.toContain('FF-')
  }
  expect(recorded()).toEqual([])
  expect(service.askedFor('readChild')).toEqual([])
})

const OWN_WORK = ['my children', 'changed since Monday', 'who has no profile yet', 'on hold', 'harder to place', 'order not placed']
test.each(OWN_WORK)('the kept answer to %j has no rows, and opens the own view of whoever asked', async (text) => {
  await again({
    listWaitingAnonymously: (_actor, query) =>
      Promise.resolve({
        ok: true,
        value: anonymousPage(query.filter, { items: [], total: 0, nextCursor: null, tooFewToShow: true, ownViewOnly: isOwnViewOnly(query.filter) }),
      }),
  })
  const message = await type(text)
  const said = wordsIn(message)
  expect(said).toContain('Your own view answers that')
  expect(said).toContain('I read that as: ')
  expect(said).not.toMatch(/FF-|Fewer than three|\d+ child/u)
  expectGoodCard({ card: cardOf(message), summary: String(message.summary) })
  expect(cardOf(message)).toMatchObject({ refresh: { userIds: [PRIYA_MRI], action: { verb: 'waiting.refresh' } } })
  const opens = buttonsOf(cardOf(message)).find(({ title }) => title === 'Open your own view')
  expect(opens).toMatchObject({ verb: 'waiting.more' })

  const { body } = await channel.post(inChat(channel.connectorUrl, pressed('waiting.more', opens?.data)))
  expect(JSON.stringify(body)).toContain('214 days')
  expect(service.askedFor('listWaiting')[0]?.[1]).toMatchObject({ filter: opens?.data.filter as object })

  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  await channel.post(inChannel(channel.connectorUrl, { text: `<at>Family Finding</at> ${text}` }))
  expect(channel.said().at(-1)?.text).toContain('in our own chat')
})

test('what was not understood stands above the card, and stays when the card refreshes', async () => {
  const message = await type('waiting sibilng groups in Leicestershire')
  expect(message.text).toBe('I did not understand "sibilng" (did you mean *sibling*?), so it narrows nothing.')
  expect(wordsIn(message)).not.toContain('sibilng')
  expect((await type('waiting')).text).toBeUndefined()
})

test('whatever is typed, wherever, the kept answer holds no entitled fact and every answer belongs to whoever asked', async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  const words = fc.constantFrom(
    'waiting',
    'my children',
    'our',
    'changed since Monday',
    'on hold',
    'no profile',
    'order not placed',
    'harder to place',
    'unborn',
    'boys',
    'under 5',
    'in Leicestershire',
    'child FF-7K3Q0',
    'show me',
    'FF-7K3Q0',
    'record',
    'placed',
    'yesterday',
    'post',
    'to #regional',
    'meetings',
    'help',
    'as Helen Marsh',
    '<at>Helen</at>',
    'open',
    'who am I',
  )
  const typed = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
  await fc.assert(
    fc.asyncProperty(typed, fc.boolean(), async (text, isChannel) => {
      const activity = isChannel ? inChannel(channel.connectorUrl, { text }) : inChat(channel.connectorUrl, { text })
      expect((await channel.post(activity)).status).toBe(200)
      const kept = JSON.stringify(channel.said().at(-1))
      expect(kept).not.toMatch(/214|Profile to be updated|Sam Okafor|years old|25 Jul 2026/u)
      for (const { name, given } of service.asked.filter((one) => !['signIn', 'rememberConversation'].includes(one.name)))
        expect([name, (given[0] as { workerId: string }).workerId]).toEqual([name, aFamilyFinder().workerId])
      if (isChannel) expect(kept).not.toContain('userIds')
    }),
    { numRuns: 150 },
  )
  expect(service.askedFor('listWaiting')).toEqual([])
})

test('"Open in the tab" opens the same list', async () => {
  const card = JSON.stringify(cardOf(await type('waiting sibling groups in Leicestershire or Leicester City aged 3 to 4 over 6 months')))
  const address = /"url":"([^"]+)"/u.exec(card)?.[1] ?? ''
  const { pathname, searchParams } = new URL(address)
  expect(pathname).toBe('/waiting')
  expect(waitingParameters.parse({ ...Object.fromEntries(searchParams), agency: searchParams.getAll('agency') })).toMatchObject({
    agency: ['LEICS', 'CITY'],
    ageBand: ['3–4'],
    siblings: 'true',
    minDays: 184,
  })
  expect(JSON.stringify(cardOf(await type('waiting')))).toContain('"url":"https://teams.example/waiting"')
})

test('"unborn" asks for them among the open plans, and "Open in the tab" opens that list', async () => {
  const card = JSON.stringify(cardOf(await type('unborn')))
  expect(card).toContain('"url":"https://teams.example/waiting?list=open&unborn=true"')
  expect(card).toContain("your agency's unborn children")
})

test('a child by reference is the anonymous card; a hidden one reads as one that does not exist', async () => {
  const message = await type('FF-7K3Q0')
  expect(wordsIn(message)).toContain('FF-7K3Q0: a family is needed')
  expect(service.askedFor('readChild')).toEqual([])
  const hidden = await type('child FF-00000')
  expect(hidden.text).toMatch(/^You can't open this\. It may not exist, or it may belong to another agency\./u)
})

test('help, greeting and junk each have a way forward', async () => {
  expect(wordsIn(await type('help'))).toContain('What you can type')
  expect((await type('hello')).text).toContain('Hello Priya.')
  expect((await type('wating')).text).toContain('*waiting*')
  expect((await type('<b>bold</b> of you')).text).toContain('*help*')
  expect((await type('FF-7K3Q1')).text).toContain('FF-7K3Q1 is not a reference')
})

test('posting shows the exact card and its readers first, and only in the own chat', async () => {
  const message = await type('post FF-7K3Q0 to #regional')
  expect(wordsIn(message)).toContain('Post FF-7K3Q0 to Regional channel?')
  expect(wordsIn(message)).toContain('Who can read it: 11 people')
  expect(service.askedFor('requestPost')).toEqual([])
})

test('a meeting is scheduled at once, and a message that is delivered twice schedules it under one key', async () => {
  const activity = inChat(channel.connectorUrl, { text: 'schedule tracking every other Tuesday at 10' })
  await channel.post(activity)
  await channel.post(activity)
  const [first, second] = service.askedFor('scheduleTracking').map(([, command]) => command as { key: string })
  expect(first).toMatchObject({ weekday: 'tuesday', startsAt: '10:00', everyWeeks: 2, minutes: 60 })
  expect(first?.key).toMatch(/^[0-9a-f-]{36}$/u)
  expect(second?.key).toBe(first?.key)
  expect(wordsIn(channel.said().at(-1) ?? {})).toContain('Every other Tuesday at 10:00 for 60 minutes, London time (Europe/London)')
  expect((await type('schedule tracking on Saturday at 10')).text).toContain('weekdays')
  expect(service.askedFor('scheduleTracking')).toHaveLength(2)
  expect(wordsIn(await type('meetings'))).toContain('1 meeting series')
})

test("an agency's meetings are neither listed nor scheduled where others read", async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  for (const text of ['meetings', 'schedule tracking every other Tuesday at 10', 'schedule tracking on Saturday']) {
    await channel.post(inChannel(channel.connectorUrl, { text: `<at>Family Finding</at> ${text}` }))
    expect(channel.said().at(-1)?.text).toContain('in our own chat')
  }
  await channel.post(inChannel(channel.connectorUrl, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'meetings.list', data: {} } } }))
  expect(service.askedFor('listMeetings')).toEqual([])
  expect(service.askedFor('scheduleTracking')).toEqual([])
})

test('who am I says agency and roles; somebody who works for two changes over', async () => {
  const two = [
    { code: 'LEICS', name: 'Leicestershire County Council' },
    { code: 'CITY', name: 'Leicester City Council' },
  ]
  await again({ signIn: () => Promise.resolve({ kind: 'actor', actor: aFamilyFinder({ roles: ['family-finder', 'practice-manager'] }), worksFor: two }) })
  expect((await type('who am I')).text).toBe(
    'You are Priya Shah, family finder and practice manager at Leicestershire County Council. You also work for Leicester City Council: type *work as Leicester City Council* to change over.',
  )
  expect((await type('work as Leicester')).text).toContain('You now work for Leicester City Council')
  expect(service.askedFor('chooseAgency')[0]?.[1]).toBe('CITY')
  expect((await type('work as Rutland')).text).toContain('You can work for Leicestershire County Council or Leicester City Council')
})

test('a person who is nobody gets their sentence and nothing else', async () => {
  for (const [signIn, sentence] of [
    [{ kind: 'unknown-tenant' }, "doesn't take part"],
    [{ kind: 'no-role', agencyName: 'Leicestershire County Council' }, "don't have a role"],
    [{ kind: 'left', agencyName: 'Leicestershire County Council' }, 'have ended'],
    [{ kind: 'guest' }, 'your own organisation'],
  ] as const) {
    await again({ signIn: () => Promise.resolve(signIn) })
    for (const text of ['waiting', 'help', 'child FF-7K3Q0', 'work as Leicester']) expect((await type(text)).text).toContain(sentence)
    expect(new Set(service.asked.map(({ name }) => name))).toEqual(new Set(['signIn', 'rememberConversation']))
  }
})

test('somebody who works for several agencies and has not chosen may only choose', async () => {
  const worksFor = [
    { code: 'LEICS', name: 'Leicestershire County Council' },
    { code: 'CITY', name: 'Leicester City Council' },
  ]
  await again({ signIn: () => Promise.resolve({ kind: 'choose', worksFor }) })
  expect((await type('waiting')).text).toContain('Type for example *work as Leicestershire County Council*')
  expect((await type('work as leicester city')).text).toContain('You now work for Leicester City Council')
  expect(service.askedFor('listWaitingAnonymously')).toEqual([])
})

test("in a personal chat the person is the activity's own tenant and object id; a payload or name changes nothing", async () => {
  await type('who am I', { from: { id: PRIYA_MRI, aadObjectId: PRIYA, name: 'The Director' }, value: { tenantId: 'x', objectId: 'y' } })
  expect(service.askedFor('signIn')).toEqual([[{ tenantId: LEICS_TENANT, objectId: PRIYA }]])
})

test('an activity that names two tenants, or no person, is nobody', async () => {
  expect((await type('waiting', { channelData: { tenant: { id: HOME_TENANT } } })).text).toContain("couldn't check who is asking")
  expect((await type('waiting', { from: { id: PRIYA_MRI } })).text).toContain("couldn't check who is asking")
  expect(service.askedFor('signIn')).toEqual([])
})

test('a guest in the inviting tenant is found to be one by the roster', async () => {
  await again({
    signIn: ({ isGuest }) => Promise.resolve(isGuest === true ? { kind: 'guest' } : { kind: 'no-role', agencyName: 'Leicestershire County Council' }),
  })
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT, userRole: 'guest' }]
  expect((await type('waiting')).text).toContain('your own organisation')
})

test('in a shared channel the person is who the roster says, in their own tenant; the tenant that hosts it is no identity', async () => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT, userRole: 'user' }]
  await channel.post(inChannel(channel.connectorUrl, { text: '<at>Family Finding</at> waiting' }, HOME_TENANT))
  expect(service.askedFor('signIn')).toEqual([[{ tenantId: LEICS_TENANT, objectId: PRIYA, isGuest: false }]])
  const message = channel.said().at(-1) ?? {}
  expect(cardOf(message)).not.toHaveProperty('refresh')
  expect(service.askedFor('listWaitingAnonymously')[0]?.[2]).toEqual({ place: 'channel' })
  expect(service.askedFor('rememberConversation')[0]?.[0]).toMatchObject({
    conversationId: '19:regional0000@thread.tacv2',
    tenantId: HOME_TENANT,
    type: 'channel',
    name: 'regional',
  })
})

test('when the roster cannot be had, nobody is taken for anybody', async () => {
  await channel.post(inChannel(channel.connectorUrl, { text: 'waiting' }))
  expect(channel.said().at(-1)?.text).toContain("couldn't check who is asking")
  expect(service.askedFor('signIn')).toEqual([])
})

test('a channel carries no answer that fewer than three children fit, and no posting', async () => {
  await again({
    listWaitingAnonymously: (_actor, query) => Promise.resolve({ ok: true, value: anonymousPage(query.filter, { items: [], total: 0, tooFewToShow: true }) }),
  })
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  await channel.post(inChannel(channel.connectorUrl, { text: '<at>Family Finding</at> waiting girls in Rutland' }))
  expect(channel.said().at(-1)?.text).toContain('Ask me the same in our own chat')
  await channel.post(inChannel(channel.connectorUrl, { text: '<at>Family Finding</at> post FF-7K3Q0 to #regional' }))
  expect(channel.said().at(-1)?.text).toContain('in our own chat')
  expect(service.askedFor('previewPost')).toEqual([])
})

test('a client without Execute sends the verb in a message: the answer is stored, so it stays anonymous', async () => {
  const message = await type('', { value: { verb: 'waiting.more', data: { filter: { agencies: [], ageBands: [] } } } })
  expect(wordsIn(message)).not.toContain('214 days')
  expect(service.askedFor('listWaiting')).toEqual([])
  expect((await type('', { value: { verb: 'waiting.gone' } })).text).toContain('older version')
  await type('', { value: { verb: 'waiting.filter', data: {}, agencies: 'CITY', sex: 'male' } })
  expect(service.askedFor('listWaitingAnonymously').at(-1)?.[1]).toMatchObject({ filter: { agencies: ['CITY'], sex: 'male' } })
})

test('the welcome comes once, when the app is installed for a person', async () => {
  const install = (action: string) => channel.post(inChat(channel.connectorUrl, { type: 'installationUpdate', action }))
  await install('add')
  expect(wordsIn(channel.said().at(-1) ?? {})).toContain('Welcome to Family Finding')
  await install('add-upgrade')
  await install('remove')
  await channel.post(inChat(channel.connectorUrl, { type: 'conversationUpdate', membersAdded: [{ id: PRIYA_MRI }] }))
  expect(channel.said()).toHaveLength(1)
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  await channel.post(inChannel(channel.connectorUrl, { type: 'installationUpdate', action: 'add' }))
  expect(channel.said()).toHaveLength(1)
  expect(service.askedFor('rememberConversation').map(([heard]) => (heard as { conversationId: string }).conversationId)).toContain(
    '19:regional0000@thread.tacv2',
  )
})

test('a chat is remembered with its person, and not written again with every message', async () => {
  await type('hi')
  await type('hello')
  expect(service.askedFor('rememberConversation')).toEqual([
    [
      {
        conversationId: PERSONAL_CHAT,
        tenantId: LEICS_TENANT,
        serviceUrl: channel.connectorUrl,
        type: 'personal',
        name: undefined,
        person: { agencyId: 1, workerId: aFamilyFinder().workerId },
      },
    ],
  ])
})

test('a chat that cannot be remembered costs nobody the answer', async () => {
  await again({ rememberConversation: () => Promise.reject(new Error('no database')) })
  expect((await type('hi')).text).toContain('Hello Priya.')
})

test('a refusal is said in words', async () => {
  await again({ listWaitingAnonymously: () => Promise.resolve(refuse({ kind: 'not-allowed', action: 'see the waiting list' })) })
  expect((await type('waiting')).text).toBe('Your role does not let you see the waiting list. If it should, ask your practice manager.')
})

test('a fault is one sentence with a number, the same in the log, and never what was typed', async () => {
  await again({ readAnonymousChild: () => Promise.reject(new Error('select * from child')) })
  const text = String((await type('child FF-7K3Q0 my secret')).text)
  const correlationId = /[0-9a-f-]{36}/u.exec(text)?.[0] ?? 'none'
  expect(text).toContain('Something went wrong on our side')
  expect(text).not.toContain('select')
  expect(channel.logged.join('\n')).toContain(correlationId)
  expect(channel.logged.join('\n')).not.toContain('secret')
})

test('somebody who joins or leaves is told to the service; the app itself is not somebody', async () => {
  const said = (more: object) => channel.post(inChannel(channel.connectorUrl, { type: 'conversationUpdate', ...more }))
  const app = { id: `28:${APP_ID}` }
  await said({ membersAdded: [app] })
  expect(service.askedFor('readersChanged')).toEqual([])
  await said({ membersAdded: [{ id: '29:somebody' }] })
  await said({ membersRemoved: [{ id: '29:somebody' }] })
  expect(service.askedFor('readersChanged')).toEqual([[{ tenantId: LEICS_TENANT }], [{ tenantId: LEICS_TENANT }]])
})

test('the app’s leaving and a channel’s end close the conversation; a renamed channel is the one that was renamed, not its team', async () => {
  const team = '19:team@thread.tacv2'
  const ofTeam = (eventType: string, name: string) =>
    channel.post(
      inChannel(channel.connectorUrl, {
        type: 'conversationUpdate',
        conversation: { id: team, conversationType: 'channel', tenantId: LEICS_TENANT, isGroup: true },
        channelData: { tenant: { id: LEICS_TENANT }, team: { id: team }, channel: { id: CHANNEL_ID, name }, eventType },
      }),
    )
  await ofTeam('channelRenamed', 'regional meeting')
  await ofTeam('channelDeleted', 'regional meeting')
  await channel.post(inChannel(channel.connectorUrl, { type: 'conversationUpdate', membersRemoved: [{ id: `28:${APP_ID}` }] }))
  await channel.post(inChat(channel.connectorUrl, { type: 'installationUpdate', action: 'remove' }))
  expect(service.askedFor('rememberConversation').map(([heard]) => heard)).toMatchObject([
    { conversationId: CHANNEL_ID, name: 'regional meeting' },
    { conversationId: CHANNEL_ID, isOpen: false },
    { conversationId: CHANNEL_ID, isOpen: false },
    { conversationId: PERSONAL_CHAT, isOpen: false },
  ])
  expect(channel.said()).toEqual([])
})
