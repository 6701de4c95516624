import type { PostView } from '../../../src/posts/post-view.ts'
import type { BotDeps, BotUseCases, Meeting, PostPreview } from '../../../bot/use-cases.ts'
import { postCard } from '../../../bot/cards/post-card.ts'
import { JOURNEY_DATES, SEARCH_ROUTES, type AnonymousChild, type Journey, type OwnChildDetail, type SharedChild } from '../../../src/children/child-views.ts'
import type { Actor } from '../../../src/core/actor.ts'
import { parseReference, type ChildReference } from '../../../src/core/reference.ts'
import { notFound, ok } from '../../../src/core/result.ts'
import type { AnonymousWaitingPage, EntitledWaitingPage, WaitingFilter } from '../../../src/overview/waiting-list.ts'
import type { AgencyId, PartnershipId, WorkerId } from '../../../src/core/ids.ts'
import { LEICS_TENANT, PRIYA } from './channel.ts'
import { day, REGION, TODAY } from './region.ts'

export const aReference = (typed = 'FF-7K3Q0'): ChildReference => {
  const reference = parseReference('FF', typed)
  if (reference === undefined) throw new Error(`${typed} is no reference`)
  return reference
}

export const aFamilyFinder = (more: Partial<Actor> = {}): Actor => ({
  workerId: '018f0000-0000-7000-8000-000000000001' as WorkerId,
  name: 'Priya Shah',
  tenantId: LEICS_TENANT,
  objectId: PRIYA,
  agencyId: 1 as AgencyId,
  agencyCode: 'LEICS',
  agencyName: 'Leicestershire County Council',
  partnershipId: 1 as PartnershipId,
  isHub: false,
  roles: ['family-finder'],
  ...more,
})

export const anAnonymousChild = (more: Partial<AnonymousChild> = {}): AnonymousChild => ({
  view: 'anonymous',
  reference: aReference(),
  agency: { code: 'LEICS', name: 'Leicestershire County Council' },
  isWaiting: true,
  ageBand: '3–4',
  waitingBand: '6–12 months',
  stage: 'placementOrder',
  sex: 'female',
  siblings: 1,
  needs: ['health', 'learning'],
  ...more,
})

export const aSharedChild = (more: Partial<SharedChild> = {}): SharedChild => ({
  view: 'shared',
  reference: aReference(),
  agency: { code: 'LEICS', name: 'Leicestershire County Council' },
  ageYears: 4,
  sex: 'female',
  siblings: 1,
  siblingPlan: 'together',
  stage: 'placementOrder',
  standing: 'link-exploring',
  isWaiting: true,
  daysWaiting: 214,
  daysFromAdm: 214,
  daysFromOrder: 120,
  needs: [{ category: 'health', grade: 'significant' }],
  ethnicityGroup: 'White',
  disability: false,
  harderToPlace: ['sibling group'],
  routes: ['Link Maker'],
  nextStep: 'Profile to be updated',
  nextStepWhose: 'Priya Shah',
  worker: 'Sam Okafor',
  actions: ['read', 'show-more', 'post'],
  ...more,
})

const aJourney = (dates: Partial<Journey>): Journey => ({
  ...(Object.fromEntries(JOURNEY_DATES.map((name) => [name, null])) as Journey),
  ...dates,
})

export const anOwnChild = (more: Partial<OwnChildDetail> = {}): OwnChildDetail => ({
  ...aSharedChild(),
  view: 'own',
  actions: ['read', 'show-more', 'post', 'record-date', 'read-private'],
  version: 3,
  siblingReferences: [],
  routeDates: SEARCH_ROUTES.map((route) => ({ route, isTried: false, on: null })),
  harderToPlaceAtDecision: ['sibling group'],
  daysFromEnteringCare: 500,
  ethnicity: 'WBRI',
  nextStepDue: day('2026-12-01'),
  journey: aJourney({ enteredCare: day('2025-07-01'), admDecision: day('2026-04-22'), placementOrder: day('2026-07-25') }),
  planEndedReason: null,
  socialWorker: null,
  expectedBirth: null,
  changedOn: day('2026-11-20'),
  ethnicityCode: 'WBRI',
  legalStatus: 'E1',
  earlyPermanenceRoute: null,
  fosterCarerAdoption: null,
  legalAdviceOn: null,
  siblingPlanOn: null,
  workerId: null,
  socialWorkerId: null,
  pauses: [],
  attempts: [],
  clocks: [],
  thresholds: [],
  warnings: [],
  changes: [],
  recordable: JOURNEY_DATES,
  mayDisrupt: false,
  mayDecideAgain: false,
  mayTakeBack: false,
  ...more,
})

export const aMeeting = (more: Partial<Meeting> = {}): Meeting => ({
  reference: 'MT-7K3Q0',
  kind: 'tracking',
  title: 'Tracking meeting MT-7K3Q0',
  state: 'to-be-booked',
  weekday: 'tuesday',
  startsAt: '10:00',
  minutes: 60,
  everyWeeks: 2,
  firstOn: '2026-11-24',
  next: ['2026-11-24', '2026-12-08', '2026-12-22'].map((on) => ({ on, startsAtUtc: `${on}T10:00:00Z` })),
  joinUrl: null,
  organiser: 'Priya Shah',
  problem: null,
  ...more,
})

export const aPost = (more: Partial<PostView> = {}): PostView => ({
  id: '018f0000-0000-7000-8000-000000000009',
  group: '018f0000-0000-7000-8000-00000000000a',
  kind: 'child',
  children: [{ reference: aReference(), legalStatus: 'placement-order' }],
  purpose: 'family-finding',
  conversation: 'regional',
  author: 'Priya Shah',
  readers: [],
  state: 'to-be-sent',
  requestedAt: '2026-11-22T10:00:00Z',
  sentAt: null,
  updatedAt: null,
  reason: null,
  withdrawal: null,
  mayWithdraw: true,
  ...more,
})

export const aPreview = (more: Partial<PostPreview> = {}): PostPreview => ({
  conversation: { handle: '#regional', name: 'Regional channel', kind: 'regional', copies: 3 },
  card: { ...postCard({ waiting: () => 'https://teams.example/waiting' })({ kind: 'child', child: anAnonymousChild(), review: null }, null).card },
  readers: [
    { agency: 'Leicestershire County Council', people: 6, guests: 0 },
    { agency: 'Lincolnshire County Council', people: 5, guests: 1 },
  ],
  contentHash: 'content',
  readersHash: 'readers',
  ...more,
})

export const anonymousPage = (filter: WaitingFilter, more: Partial<AnonymousWaitingPage> = {}): AnonymousWaitingPage => ({
  items: [anAnonymousChild(), anAnonymousChild({ ageBand: null, sex: null, siblings: null, stage: null, waitingBand: null, needs: [] })],
  nextCursor: 'next-anonymous',
  total: 7,
  filter,
  asOf: TODAY,
  tooFewToShow: false,
  ownViewOnly: false,
  ...more,
})
export const entitledPage = (filter: WaitingFilter, more: Partial<EntitledWaitingPage> = {}): EntitledWaitingPage => ({
  items: [aSharedChild(), anOwnChild()],
  nextCursor: 'next-entitled',
  total: 7,
  filter,
  asOf: TODAY,
  mayAdd: false,
  mayExport: false,
  ...more,
})

/** Each call of a use case, by name, with what it was given. */
export interface Asked {
  readonly name: string
  readonly given: readonly unknown[]
}

/** Use cases that answer as the service does and keep what they were asked; each test changes the few it is about. */
export const fakeService = (changed: Partial<BotUseCases> = {}) => {
  const asked: Asked[] = []
  const useCases: BotUseCases = {
    signIn: () => Promise.resolve({ kind: 'actor', actor: aFamilyFinder(), worksFor: [{ code: 'LEICS', name: 'Leicestershire County Council' }] }),
    chooseAgency: () => Promise.resolve(true),
    agencies: () => Promise.resolve(REGION),
    listWaiting: (_actor, query) => Promise.resolve(ok(entitledPage(query.filter))),
    listWaitingAnonymously: (_actor, query) => Promise.resolve(ok(anonymousPage(query.filter))),
    waitingFigures: () =>
      Promise.resolve(
        ok({
          total: 7,
          boys: 3,
          girls: 4,
          inSiblingGroups: 2,
          longestDays: 805,
          medianDays: 214,
          thresholds: [],
          lists: { waiting: 7, 'order-not-placed': 6, open: 9 },
          byStanding: { 'family-finding': 4, 'link-exploring': 1, linked: 1, 'foster-carer-link': 0, 'on-hold': 1 },
          byStage: { admDecision: 2, placementOrder: 5 },
          byWaitingBand: [1, 2, 3, 1],
          byAgency: [],
        }),
      ),
    readChild: (_actor, { reference }) => Promise.resolve(reference === aReference() ? ok(anOwnChild()) : notFound()),
    readAnonymousChild: (_actor, { reference }) => Promise.resolve(reference === aReference() ? ok(anAnonymousChild()) : notFound()),
    recordDate: (_actor, { date, on }) =>
      Promise.resolve(ok(anOwnChild({ version: 4, journey: { ...anOwnChild().journey, [date]: on === null ? null : day(on) } }))),
    recordDisruption: () => Promise.resolve(ok(anOwnChild({ version: 4 }))),
    recordNewDecision: () => Promise.resolve(ok(anOwnChild({ version: 4 }))),
    listConversations: () =>
      Promise.resolve(
        ok({
          items: [
            { handle: '#agency', name: 'family-finding', kind: 'agency' as const, copies: 1 },
            { handle: '#regional', name: 'Regional channel', kind: 'regional' as const, copies: 3 },
          ],
        }),
      ),
    previewPost: () => Promise.resolve(ok(aPreview())),
    requestPost: () => Promise.resolve(ok({ items: [aPost()] })),
    reviewCard: (_actor, { reference, outcome }) => Promise.resolve(ok({ reference, on: '2026-11-22', outcome })),
    scheduleTracking: (_actor, { weekday, startsAt, everyWeeks, minutes }) => Promise.resolve(ok(aMeeting({ weekday, startsAt, everyWeeks, minutes }))),
    listMeetings: () =>
      Promise.resolve(ok({ items: [aMeeting({ state: 'booked', joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' })], maySchedule: true })),
    readersChanged: () => Promise.resolve(),
    rememberConversation: () => Promise.resolve(),
    ...changed,
  }
  const recording = Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => [
      name,
      (...given: unknown[]) => {
        asked.push({ name, given })
        return (useCase as (...all: unknown[]) => unknown)(...given)
      },
    ]),
  ) as unknown as BotUseCases
  const deps: BotDeps = {
    useCases: recording,
    links: {
      waiting: (query) => `https://teams.example/waiting${query === '' ? '' : `?${query}`}`,
      child: (reference) => `https://teams.example/child/${reference}`,
      chat: (text) => `https://teams.example/chat?message=${encodeURIComponent(text)}`,
    },
    today: () => TODAY,
  }
  return { deps, asked, askedFor: (name: keyof BotUseCases) => asked.filter((one) => one.name === name).map(({ given }) => given) }
}
