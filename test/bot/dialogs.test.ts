import { DIALOG_VERBS } from '../../bot/dialogs/answer-dialog.ts'
import type { BotUseCases } from '../../bot/use-cases.ts'
import { invalid, notFound, ok, refuse } from '../../src/core/result.ts'
import { inChannel, inChat, PRIYA_MRI } from './support/activities.ts'
import { buttonsOf, expectGoodCard, wordsOf } from './support/cards.ts'
import { LEICS_TENANT, PRIYA, startChannel, type Channel } from './support/channel.ts'
import { anOwnChild, aSharedChild, fakeService } from './support/fakes.ts'

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

interface Task {
  readonly task: { readonly type: string; readonly value: unknown }
}
const FETCH = 'task/fetch'
const SUBMIT = 'task/submit'
const dialog = (name: string, data: unknown) => ({ type: 'invoke', name, replyToId: '1700000000001', value: { data, context: { theme: 'default' } } })
const send = async (activity: object): Promise<Task['task']> => {
  const { status, body } = await channel.post(activity)
  expect(status).toBe(200)
  return (body as unknown as Task).task
}
const ask = (name: string, data: unknown) => send(inChat(channel.connectorUrl, dialog(name, data)))
const sentence = ({ type, value }: Task['task']): string => {
  expect(type).toBe('message')
  return String(value)
}
const cardIn = ({ type, value }: Task['task']): { card: object; summary: string } => {
  expect(type).toBe('continue')
  const { title, card } = value as { title: string; card: { contentType: string; content: object } }
  expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive')
  return { card: card.content, summary: title }
}

const OPEN = { verb: 'child.date-dialog', reference: 'FF-7K3Q0', msteams: { type: 'task/fetch' } }
const KEY = '3f0c1f0e-6f0a-4b54-9d0c-0d6f5f6f7a11'
const SEND = { verb: 'child.date-record', reference: 'FF-7K3Q0', version: 3, key: KEY, date: 'placementOrder', on: '2026-03-12', reason: 'none' }
const OTHER_DAY = { verb: 'child.date-replace-dialog', reference: 'FF-7K3Q0', date: 'placementOrder', on: '2026-03-12', msteams: { type: 'task/fetch' } }
const ALL = [
  [FETCH, OPEN],
  [FETCH, OTHER_DAY],
  [SUBMIT, SEND],
] as const
const asksNothing = (): void => {
  expect(service.asked.filter(({ name }) => name !== 'signIn')).toEqual([])
}

test('every dialog verb is tried here', () => {
  expect(ALL.map(([, { verb }]) => verb)).toEqual([...DIALOG_VERBS.open, ...DIALOG_VERBS.send])
})

test('where the register has another day, the dialog shows both and replaces by the version that stands', async () => {
  const drawn = cardIn(await ask(FETCH, OTHER_DAY))
  expectGoodCard(drawn)
  expect(wordsOf(drawn)).toContain('The register has 25 Jul 2026. You typed 12 Mar 2026.')
  expect(buttonsOf(drawn.card)).toEqual([
    {
      title: 'Replace 25 Jul 2026 by 12 Mar 2026',
      verb: 'child.date-record',
      data: { reference: 'FF-7K3Q0', version: 3, key: expect.any(String) as string, date: 'placementOrder', on: '2026-03-12', reason: 'none' },
    },
  ])
  const [{ data } = { data: {} }] = buttonsOf(drawn.card)
  await ask(SUBMIT, { verb: 'child.date-record', ...data })
  expect(service.askedFor('recordDate')[0]?.[1]).toMatchObject({ date: 'placementOrder', on: '2026-03-12', version: 3 })
})

test('"Record a date…" opens the form of that child, for that person alone', async () => {
  const drawn = cardIn(await ask(FETCH, OPEN))
  expectGoodCard(drawn)
  expect(drawn.summary).toBe('Record a date: FF-7K3Q0')
  expect(wordsOf(drawn)).toContain('Placement order (now 25 Jul 2026)')
  expect(wordsOf(drawn)).toContain('RD2: the court did not make a placement order')
  expect(buttonsOf(drawn.card)).toEqual([
    { title: 'Record', verb: 'child.date-record', data: { reference: 'FF-7K3Q0', version: 3, key: expect.any(String) as string } },
  ])
  expect(channel.calls).toEqual([])
})

test('what was filled in is recorded with the version and key of the form, and said once; nothing of it goes to the chat', async () => {
  const [button] = buttonsOf(cardIn(await ask(FETCH, OPEN)).card)
  const said = sentence(await ask(SUBMIT, { ...button?.data, verb: button?.verb, date: 'planEnded', on: '2026-11-20', reason: 'RD3' }))
  expect(said).toBe("Recorded for FF-7K3Q0. Plan ended: 20 Nov 2026. Refresh the child's card to see it there.")
  expect(service.askedFor('recordDate')[0]?.[1]).toEqual({
    reference: 'FF-7K3Q0',
    version: 3,
    key: button?.data.key,
    date: 'planEnded',
    on: '2026-11-20',
    reason: 'RD3',
  })
  expect(channel.calls).toEqual([])
})

test('pressed twice, both carry the same key; two openings carry two', async () => {
  await ask(SUBMIT, SEND)
  await ask(SUBMIT, SEND)
  const keys = service.askedFor('recordDate').map(([, command]) => (command as { key: string }).key)
  expect(keys).toEqual([KEY, KEY])
  const keyOf = async () => buttonsOf(cardIn(await ask(FETCH, OPEN)).card)[0]?.data.key
  expect(await keyOf()).not.toBe(await keyOf())
})

test("the rule's sentence comes back in the form, and what was filled in stays", async () => {
  await again({ recordDate: () => Promise.resolve(invalid('on', "The placement order is before the agency decision maker's decision.")) })
  const drawn = cardIn(await ask(SUBMIT, { ...SEND, reason: 'RD4' }))
  expectGoodCard(drawn)
  expect(wordsOf(drawn)).toContain("Not recorded. The placement order is before the agency decision maker's decision.")
  expect(JSON.stringify(drawn.card)).toMatch(/"id":"date"[^}]*"value":"placementOrder"/u)
  expect(JSON.stringify(drawn.card)).toMatch(/"id":"on"[^}]*"value":"2026-03-12"/u)
  expect(JSON.stringify(drawn.card)).toMatch(/"id":"reason"[^}]*"value":"RD4"/u)
})

test('who comes second is told, and sends the newest version next', async () => {
  await again({
    recordDate: () => Promise.resolve(refuse({ kind: 'conflict', reason: 'stale-version' })),
    readChild: () => Promise.resolve(ok(anOwnChild({ version: 8 }))),
  })
  const drawn = cardIn(await ask(SUBMIT, SEND))
  expect(wordsOf(drawn)).toContain('Someone changed this while you were looking.')
  expect(buttonsOf(drawn.card)[0]?.data).toMatchObject({ version: 8 })
})

test.each(ALL)('%s by a person without a role gets their sentence and does nothing', async (name, data) => {
  await again({ signIn: () => Promise.resolve({ kind: 'no-role', agencyName: 'Leicestershire County Council' }) })
  expect(sentence(await ask(name, data))).toContain("don't have a role")
  asksNothing()
})

test.each(ALL)('%s by somebody who has not chosen their agency does nothing', async (name, data) => {
  const worksFor = [
    { code: 'LEICS', name: 'Leicestershire County Council' },
    { code: 'CITY', name: 'Leicester City Council' },
  ]
  await again({ signIn: () => Promise.resolve({ kind: 'choose', worksFor }) })
  expect(sentence(await ask(name, data))).toContain('*work as Leicestershire County Council*')
  asksNothing()
})

test.each(ALL)('%s of a child that this person may not open reads as of one that does not exist', async (name, data) => {
  await again({ readChild: () => Promise.resolve(notFound()), recordDate: () => Promise.resolve(notFound()) })
  expect(sentence(await ask(name, data))).toMatch(/^You can't open this/u)
  expect(sentence(await ask(name, { ...data, reference: 'FF-7K3Q1' }))).toMatch(/^You can't open this/u)
})

test("another agency's child, and a role that records nothing, get a sentence and no form", async () => {
  for (const child of [aSharedChild(), aSharedChild({ actions: ['read', 'record-date'] }), anOwnChild({ recordable: [] })]) {
    await again({ readChild: () => Promise.resolve(ok(child)) })
    expect(sentence(await ask(FETCH, OPEN))).toContain('Your role does not let you record dates of this child.')
  }
  await again({ recordDate: () => Promise.resolve(refuse({ kind: 'not-allowed', action: 'record the match of this child' })) })
  expect(wordsOf(cardIn(await ask(SUBMIT, { ...SEND, date: 'matched' })))).toContain('Your role does not let you record the match of this child.')
})

test.each(['child.date-gone', 'post.confirm', 'constructor', '__proto__', ''])('the old verb %j is answered kindly', async (verb) => {
  for (const name of [FETCH, SUBMIT]) expect(sentence(await ask(name, { ...SEND, verb }))).toContain('older version of the app')
})

test('opening never records, and sending never opens', async () => {
  expect(sentence(await ask(FETCH, SEND))).toContain('older version')
  expect(sentence(await ask(SUBMIT, OPEN))).toContain('older version')
  expect(service.askedFor('recordDate')).toEqual([])
})

test.each(ALL)('%s with a forged payload is answered kindly and does nothing', async (name, data) => {
  const forgeries: unknown[] = [
    { ...data, tenantId: 'x' },
    { ...data, actor: { roles: ['agency-decision-maker'] } },
    { ...data, reference: { $ne: null } },
    { ...data, reference: 'x'.repeat(5000) },
    'text',
    7,
    undefined,
    null,
    [data],
    { verb: { name: 'child.date-dialog' } },
  ]
  for (const forged of forgeries) expect(sentence(await ask(name, forged))).toContain("can't read")
  expect(sentence(await send(inChat(channel.connectorUrl, { type: 'invoke', name })))).toContain("can't read")
  asksNothing()
})

test('values that fit the shape but not the sector do nothing', async () => {
  for (const more of [
    { version: 0 },
    { version: '3' },
    { key: 'x' },
    { date: 'born' },
    { date: '' },
    { date: 'toString' },
    { reason: 'RD9' },
    { on: 'x'.repeat(41) },
  ])
    expect(sentence(await ask(SUBMIT, { ...SEND, ...more }))).toContain("can't read")
  expect(service.askedFor('recordDate')).toEqual([])
})

test.each(ALL)('%s from a channel is forged: a dialog holds facts of one person', async (name, data) => {
  channel.state.roster = [{ id: PRIYA_MRI, aadObjectId: PRIYA, tenantId: LEICS_TENANT }]
  expect(sentence(await send(inChannel(channel.connectorUrl, dialog(name, data))))).toContain("can't read")
  asksNothing()
})

test('a fault in a dialog is a sentence with a number', async () => {
  await again({ readChild: () => Promise.reject(new TypeError('cannot read properties of undefined')) })
  const said = sentence(await ask(FETCH, OPEN))
  expect(said).toMatch(/Something went wrong on our side.*[0-9a-f-]{36}/u)
  expect(said).not.toContain('undefined')
})

test('a button for a dialog, sent as a message by a client without dialogs, does nothing', async () => {
  await channel.post(inChat(channel.connectorUrl, { text: '', value: OPEN }))
  expect(channel.said().at(-1)?.text).toContain('older version')
  expect(service.askedFor('recordDate')).toEqual([])
})

test('a disruption and a new decision are offered where the service allows them, and go to their own use cases', async () => {
  expect(wordsOf(cardIn(await ask(FETCH, OPEN)))).not.toMatch(/disrupted|new decision/iu)
  await again({ readChild: () => Promise.resolve(ok(anOwnChild({ mayDisrupt: true, mayDecideAgain: true }))) })
  const drawn = cardIn(await ask(FETCH, OPEN))
  expectGoodCard(drawn)
  expect(wordsOf(drawn)).toMatch(/Placement disrupted[\s\S]*New decision for adoption/u)
  for (const [date, useCase] of [
    ['disrupted', 'recordDisruption'],
    ['decidedAgain', 'recordNewDecision'],
  ] as const) {
    expect(sentence(await ask(SUBMIT, { ...SEND, date }))).toContain('Recorded for FF-7K3Q0.')
    expect(service.askedFor(useCase)[0]?.[1]).toEqual({ reference: 'FF-7K3Q0', on: '2026-03-12', version: 3, key: KEY })
  }
  expect(service.askedFor('recordDate')).toEqual([])
})
