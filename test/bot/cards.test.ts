import fc from 'fast-check'
import { childCard } from '../../bot/cards/child-card.ts'
import { anonymousChildCard, childCardForAll, childCardInChannel } from '../../bot/cards/child-post-card.ts'
import { helpCard } from '../../bot/cards/help-card.ts'
import { meetingCard, meetingsCard } from '../../bot/cards/meeting-card.ts'
import { postCard } from '../../bot/cards/post-card.ts'
import { postAskedCard, postCancelledCard } from '../../bot/cards/post-asked-card.ts'
import { postListPreviewCard, postPreviewCard } from '../../bot/cards/post-preview-card.ts'
import { recordedCard } from '../../bot/cards/recorded-card.ts'
import { entitledWaitingCard, waitingCard, type DrawnCard } from '../../bot/cards/waiting-card.ts'
import { welcomeCard } from '../../bot/cards/welcome-card.ts'
import { AGE_BANDS, HARDER_TO_PLACE, NEED_CATEGORIES, SEXES, STAGES, STANDINGS, WAITING_BANDS, type AnonymousChild } from '../../src/children/child-views.ts'
import type { Clock } from '../../src/children/clocks/clock-contract.ts'
import { MEETING_STATES } from '../../src/meetings/meeting-contract.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { newId, type PostId } from '../../src/core/ids.ts'
import { POST_STATES, REVIEW_OUTCOMES } from '../../src/posts/post-kinds.ts'
import { PRIYA_MRI } from './support/activities.ts'
import { buttonsOf, expectGoodCard, hasSchema, wordsOf } from './support/cards.ts'
import { aMeeting, anAnonymousChild, anonymousPage, anOwnChild, aPost, aPreview, aReference, aSharedChild, entitledPage, fakeService } from './support/fakes.ts'
import { day, REGION } from './support/region.ts'

const { links } = fakeService().deps
const KEY = '3f0c1f0e-6f0a-4b54-9d0c-0d6f5f6f7a11'
const around = { agencies: REGION, tab: links.waiting('') }
const drawPost = postCard(links)
const posted = (child: AnonymousChild): DrawnCard => drawPost({ kind: 'child', child, review: null }, newId<PostId>())
const none: WaitingFilter = { agencies: [], ageBands: [] }
const LONG = 'Something that somebody wrote at length, with commas, numbers 1234567890 and more words than usual. '.repeat(5)
const full: WaitingFilter = {
  agencies: REGION.map(({ code }) => code),
  ageBands: ['under 1', '5–9'],
  sex: 'male',
  siblingGroup: true,
  minDays: 184,
  maxDays: 10_000,
}
const own: WaitingFilter = {
  ...full,
  list: 'order-not-placed',
  standings: STANDINGS,
  changedSince: day('2026-11-16'),
  withoutProfile: true,
  mine: true,
  unborn: true,
  harderToPlace: true,
}
const longest = {
  nextStep: LONG,
  nextStepWhose: LONG,
  worker: LONG,
  routes: Array.from({ length: 8 }, () => LONG),
  harderToPlace: [...HARDER_TO_PLACE],
  needs: NEED_CATEGORIES.map((category) => ({ category, grade: 'significant' as const })),
  siblings: 8,
}
const places = [
  { handle: '#agency', name: 'family-finding' },
  { handle: '#regional', name: 'Regional channel' },
]

const CARDS: readonly (readonly [string, DrawnCard])[] = [
  ['waiting, stored in a chat', waitingCard(anonymousPage(none), { place: 'personal', asker: PRIYA_MRI }, around)],
  ['waiting, stored in a channel', waitingCard(anonymousPage(none), { place: 'channel' }, around)],
  [
    'waiting with every filter and five long rows',
    waitingCard(
      anonymousPage(full, {
        items: Array.from({ length: 5 }, () => anAnonymousChild({ needs: [...NEED_CATEGORIES], siblings: 3 })),
        nextCursor: 'x'.repeat(200),
      }),
      { place: 'personal', asker: PRIYA_MRI },
      around,
    ),
  ],
  ['waiting, nobody', waitingCard(anonymousPage(none, { items: [], total: 0, nextCursor: null }), { place: 'channel' }, around)],
  [
    'waiting, too few',
    waitingCard(anonymousPage(full, { items: [], total: 0, nextCursor: null, tooFewToShow: true }), { place: 'personal', asker: PRIYA_MRI }, around),
  ],
  [
    'waiting, own view only',
    waitingCard(
      anonymousPage(own, { items: [], total: 0, nextCursor: null, tooFewToShow: true, ownViewOnly: true }),
      { place: 'personal', asker: PRIYA_MRI },
      around,
    ),
  ],
  ['waiting, entitled, order not placed', entitledWaitingCard(entitledPage(own), undefined, around)],
  ['waiting, entitled', entitledWaitingCard(entitledPage(none), undefined, around)],
  [
    'waiting, entitled, the longest',
    entitledWaitingCard(entitledPage(full, { items: Array.from({ length: 5 }, () => anOwnChild(longest)), nextCursor: 'x'.repeat(200) }), undefined, around),
  ],
  ['waiting, entitled, nobody', entitledWaitingCard(entitledPage(none, { items: [], total: 0, nextCursor: null }), undefined, around)],
  ['child, asked for in a channel', childCardForAll(anAnonymousChild())],
  ['child, posted', posted(anAnonymousChild())],
  ...REVIEW_OUTCOMES.map(
    (outcome) =>
      [
        `child, posted and reviewed: ${outcome}`,
        drawPost({ kind: 'child', child: anAnonymousChild(), review: { on: day('2026-11-12'), outcome } }, newId<PostId>()),
      ] as const,
  ),
  [
    'list, posted',
    drawPost(
      {
        kind: 'list',
        agencies: REGION,
        list: { filter: full, total: 240, asOf: day('2026-11-22'), items: Array.from({ length: 5 }, () => anAnonymousChild({ needs: NEED_CATEGORIES })) },
      },
      newId<PostId>(),
    ),
  ],
  ['child, taken back', drawPost({ kind: 'withdrawn', reference: aReference(), agency: { code: 'LEICS', name: 'Leicestershire County Council' } }, null)],
  ['list, taken back', drawPost({ kind: 'withdrawn', reference: null, agency: { code: 'LEICS', name: 'Leicestershire County Council' } }, null)],
  ['list, preview', postListPreviewCard(aPreview(), full, KEY)],
  ['child, posted, every fact left out', posted(anAnonymousChild({ ageBand: null, sex: null, siblings: null, stage: null, waitingBand: null, needs: [] }))],
  ['child, search ended', posted(anAnonymousChild({ isWaiting: false, ageBand: null, sex: null, siblings: null, stage: null, waitingBand: null, needs: [] }))],
  ['child, stored in a chat', anonymousChildCard(anAnonymousChild(), PRIYA_MRI)],
  ['child, own view in a channel', childCardInChannel(anAnonymousChild(), links.chat('child FF-7K3Q0'), links.child('FF-7K3Q0'))],
  ['child, own', childCard(anOwnChild(), places, links.child('FF-7K3Q0'), PRIYA_MRI)],
  ['child, shared, one place to post', childCard(aSharedChild(), places.slice(0, 1), links.child('FF-7K3Q0'), PRIYA_MRI)],
  ['child, own, the longest', childCard(anOwnChild(longest), places, links.child('FF-7K3Q0'), PRIYA_MRI)],
  [
    'child, not waiting',
    childCard(anOwnChild({ isWaiting: false, daysWaiting: null, stage: 'placed', actions: ['read'], recordable: [] }), [], links.child('FF-7K3Q0'), PRIYA_MRI),
  ],
  [
    'child, own, just recorded',
    childCard(
      anOwnChild({ changes: [{ at: '2026-11-22T10:42:00Z', what: ['placementOrder', 'nextStep'], days: [], by: 'Priya Shah' }] }),
      [],
      links.child('FF-7K3Q0'),
      PRIYA_MRI,
    ),
  ],
  ['recorded', recordedCard('FF-7K3Q0', PRIYA_MRI)],
  ['preview', postPreviewCard(aPreview(), aReference(), KEY)],
  [
    'preview with a banner',
    postPreviewCard(aPreview({ conversation: { handle: '#agency', name: 'family-finding', kind: 'agency', copies: 1 } }), aReference(), KEY, 'Look again.'),
  ],
  ['cancelled', postCancelledCard(aReference())],
  ['meetings, none', meetingsCard([], true)],
  [
    'meetings, seven',
    meetingsCard(
      Array.from({ length: 7 }, () => aMeeting({ problem: LONG, state: 'to-be-retried' })),
      false,
    ),
  ],
  ['help', helpCard(links)],
  ['welcome', welcomeCard('Priya Shah', 'Leicestershire County Council', links)],
  ...MEETING_STATES.map(
    (state) =>
      [
        `meeting ${state}`,
        meetingCard(aMeeting({ state, joinUrl: 'https://teams.microsoft.com/l/1', problem: state === 'booked' ? null : 'Outlook has not answered.' })),
      ] as const,
  ),
  ...POST_STATES.map(
    (state) =>
      [
        `post ${state}`,
        postAskedCard('FF-7K3Q0', {
          items: [aPost({ state, reason: 'a reason' })],
        }),
      ] as const,
  ),
]
test.each(CARDS)('the card "%s" is valid, small, labelled, and its buttons fit their verbs', (_name, drawn) => {
  expectGoodCard(drawn)
})

test(`cards are held against the parser${hasSchema ? ' and against Microsoft’s schema' : ' only: SCHEMAS_DIR names no folder with the schema'}`, () => {
  expect(() => {
    expectGoodCard({ card: { type: 'AdaptiveCard', version: '1.5', fallbackText: 'a bad card', body: [{ type: 'Nonsense' }] }, summary: 'a bad card' })
  }).toThrow()
})

test('a stored card refreshes into the view of the person who asked, and of nobody else', () => {
  for (const { card } of [waitingCard(anonymousPage(none), { place: 'personal', asker: PRIYA_MRI }, around), anonymousChildCard(anAnonymousChild(), PRIYA_MRI)])
    expect(card.refresh).toMatchObject({ userIds: [PRIYA_MRI], action: { type: 'Action.Execute' } })
  expect(waitingCard(anonymousPage(none), { place: 'channel' }, around).card.refresh).toBeUndefined()
  expect(posted(anAnonymousChild()).card.refresh).toBeUndefined()
})

test('too few to show gives neither rows nor a number', () => {
  const said = wordsOf(waitingCard(anonymousPage(full, { tooFewToShow: true, total: 2 }), { place: 'personal', asker: PRIYA_MRI }, around))
  expect(said).toContain('Fewer than three children')
  expect(said).not.toMatch(/FF-|\b2 children/u)
})

test('however a search ended, the posted card says the same', () => {
  const ended = STAGES.map((stage) =>
    posted(anAnonymousChild({ isWaiting: false, stage, sex: 'male', ageBand: '3–4', siblings: 2, needs: ['health'], waitingBand: '3–6 months' })),
  )
  expect(new Set(ended.map(({ card }) => JSON.stringify(card))).size).toBe(1)
  expect(wordsOf(ended[0] ?? { card: {}, summary: '' })).not.toMatch(/boy|3–4|health|matched|placed|adopted/iu)
  expect(buttonsOf(ended[0]?.card ?? {})).toEqual([])
})

const aClock = (more: Partial<Clock>): Clock => ({
  name: 'profile-live',
  words: 'profile live',
  kind: 'local',
  from: '2026-07-25',
  due: '2026-11-10',
  doneOn: null,
  state: 'late',
  daysLeft: -12,
  pausedDays: 0,
  source: 'S003',
  ...more,
})

test('the own view says what is late or close, the oldest first and three at most; a partner sees none of it', () => {
  const clocks = [
    aClock({ state: 'close', due: '2026-11-25', daysLeft: 3, words: 'a link' }),
    aClock({}),
    aClock({ state: 'late', due: '2026-11-21', daysLeft: -1, words: 'the review' }),
    aClock({ state: 'close', due: '2026-11-28', daysLeft: 6, words: 'the panel' }),
    aClock({ state: 'ahead', due: '2027-03-01', daysLeft: 99, words: 'much later' }),
    aClock({ state: 'done', doneOn: '2026-11-01', daysLeft: null, words: 'long done' }),
  ]
  const said = wordsOf(childCard(anOwnChild({ clocks }), [], 'https://x.example', PRIYA_MRI))
  expect(said).toContain(
    'Late by 12 days: profile live (was due 10 Nov 2026)\nLate by 1 day: the review (was due 21 Nov 2026)\nDue soon: a link (by 25 Nov 2026)',
  )
  expect(said).not.toMatch(/the panel|much later|long done/u)
  expectGoodCard(childCard(anOwnChild({ ...longest, clocks: clocks.map((one) => ({ ...one, words: LONG })) }), places, links.child('FF-7K3Q0'), PRIYA_MRI))
})

test('the own view says what changed last, and who changed it', () => {
  const child = anOwnChild({ changes: [{ at: '2026-11-21T23:42:00Z', what: ['nextStep', 'placementOrder', 'matched'], days: [], by: 'Priya Shah' }] })
  expect(wordsOf(childCard(child, [], 'https://x.example', PRIYA_MRI))).toContain(
    'Changed last: placement order 25 Jul 2026, matched taken away (Priya Shah, 21 Nov 2026)',
  )
})

test('the entitled child card posts only where the server says so', () => {
  const verbs = (card: object): string[] => buttonsOf(card).map(({ verb }) => verb)
  expect(verbs(childCard(anOwnChild(), places, 'https://x.example', PRIYA_MRI).card)).toContain('post.preview')
  expect(verbs(childCard(anOwnChild({ actions: ['read', 'show-more'], recordable: [] }), places, 'https://x.example', PRIYA_MRI).card)).toEqual([
    'child.refresh',
  ])
})

test('the preview holds the exact card, its readers and its hashes', () => {
  const preview = aPreview()
  const { card } = postPreviewCard(preview, aReference(), KEY)
  for (const element of preview.card.body as object[]) expect(JSON.stringify(card)).toContain(JSON.stringify(element))
  expect(wordsOf({ card, summary: '' })).toContain('11 people')
  expect(buttonsOf(card)[0]).toEqual({
    title: 'Post',
    verb: 'post.confirm',
    data: { reference: 'FF-7K3Q0', conversation: '#regional', contentHash: 'content', readersHash: 'readers', key: KEY },
  })
})

test('text from the register cannot draw marks or links on a card', () => {
  const said = wordsOf(childCard(anOwnChild({ nextStep: '[click](https://evil.example) **now**' }), [], 'https://x.example', PRIYA_MRI))
  expect(said).toContain(String.raw`\[click\](https://evil.example) \*\*now\*\*`)
})

test('whatever the facts, an anonymous card is good and names nothing that is left out', () => {
  const child: fc.Arbitrary<AnonymousChild> = fc.record({
    view: fc.constant('anonymous' as const),
    reference: fc.constant(aReference()),
    agency: fc.constantFrom(...REGION),
    isWaiting: fc.boolean(),
    ageBand: fc.constantFrom(null, ...AGE_BANDS),
    waitingBand: fc.constantFrom(null, ...WAITING_BANDS),
    stage: fc.constantFrom(null, ...STAGES),
    sex: fc.constantFrom(null, ...SEXES),
    siblings: fc.constantFrom(null, 0 as const, 1 as const, 2 as const, 3 as const),
    needs: fc.subarray([...NEED_CATEGORIES]),
  })
  fc.assert(
    fc.property(child, (one) => {
      const drawn = posted(one)
      expectGoodCard(drawn)
      const said = wordsOf(drawn)
      if (one.sex === null || !one.isWaiting) expect(said).not.toMatch(/\b(?:boy|girl)\b/iu)
      if (one.ageBand === null || !one.isWaiting) expect(said).not.toMatch(/aged|year/u)
      if (one.siblings === null || !one.isWaiting) expect(said).not.toMatch(/brother|sister/u)
    }),
    { numRuns: 60 },
  )
})
