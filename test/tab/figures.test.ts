import { lastYear } from '../../tab/text/dates.ts'
import { periodLines, pipelineLines } from '../../tab/text/figures.ts'

const none = { some: 0, significant: 0, unknown: 0 }

test('the pipeline is said in words, with what weighs and without what is nought', () => {
  const lines = new Map(
    pipelineLines({
      total: 9,
      unborn: 2,
      packAOnly: 1,
      byStage: {
        enteredCare: 0,
        packA: 0,
        parallelPlan: 3,
        cprSubmitted: 0,
        unborn: 2,
        admDecision: 0,
        placementOrder: 4,
        matched: 0,
        placed: 0,
        adoptionOrder: 0,
        planEnded: 0,
      },
      byAge: { 'under 1': 1, '1–2': 0, '3–4': 4, '5–9': 2, '10 and over': 0, 'not known': 2 },
      bySex: { female: 3, male: 4, 'not known': 2 },
      byEthnicity: { White: 7, Mixed: 2, 'Asian or Asian British': 0, 'Black or Black British': 0, Other: 0, 'Not known': 0 },
      disabled: 1,
      siblingGroups: { '2': 2, '3': 1 },
      harderToPlace: { disabled: 1, 'sibling group': 7, 'Black, Asian or minority ethnic': 0, 'aged 5 or over': 2, 'additional or complex health needs': 0 },
      needs: {
        health: { ...none, significant: 2, some: 1 },
        development: none,
        learning: none,
        emotional: none,
        behaviour: none,
        attachment: none,
        contact: none,
        identity: none,
        siblings: none,
      },
    }),
  )
  expect(lines.get('Age')).toBe('1 aged under 1 · 4 aged 3–4 · 2 aged 5–9 · 2 age not known (2 children unborn)')
  expect(lines.get('Sibling groups')).toBe('2 groups of 2 and 1 group of 3')
  expect(lines.get('Needs')).toBe('3 health (2 significant)')
  expect(lines.get('Girls and boys')).toBe('3 girls · 4 boys · 2 not known')
  expect(lines.get('Before a parallel plan')).toBe('1 child at the Pack A request')
})

test('a period says what happened and, apart from it, how it stood at its end', () => {
  const { happened, stood } = periodLines({
    from: '2023-04-01',
    until: '2024-03-31',
    flows: {
      admDecisions: 26,
      placementOrders: 46,
      earlyPermanence: 4,
      matched: 25,
      placed: 25,
      placedWithFosterCarers: 2,
      placedInSiblingGroups: 4,
      adoptionOrders: 24,
      plansEnded: 6,
      disruptions: 0,
    },
    stocks: {
      waiting: 41,
      orderNotMatched: 39,
      placedAwaitingOrder: 17,
      orderNotPlaced: {
        total: 27,
        boys: 15,
        girls: 12,
        siblingGroups: 6,
        inSiblingGroups: 12,
        byStanding: { 'family-finding': 17, 'link-exploring': 0, linked: 8, 'foster-carer-link': 2, 'on-hold': 0 },
      },
    },
  })
  expect(new Map(happened).get('Placed for adoption')).toBe('25 (4 in sibling groups, 2 with their foster carers)')
  expect(new Map(stood).get('Order made, not placed')).toBe('27 (15 boys, 12 girls, 6 sibling groups)')
})

test.each([
  ['2026-11-22T10:00:00Z', '2025-04-01', '2026-03-31'],
  ['2026-03-31T10:00:00Z', '2024-04-01', '2025-03-31'],
  ['2026-04-01T00:30:00Z', '2025-04-01', '2026-03-31'],
  // still 31 March in UTC, already 1 April in London
  ['2026-03-31T23:30:00Z', '2025-04-01', '2026-03-31'],
])('at %s the last whole year is %s to %s', (now, from, until) => {
  expect(lastYear(new Date(now))).toEqual([from, until])
})
