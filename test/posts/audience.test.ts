import fc from 'fast-check'
import { audienceOf, type Roster } from '../../src/posts/conversations/audience.ts'
import type { Partner } from '../../src/posts/conversations/partner.ts'
import type { Member } from '../../src/posts/ports.ts'
import { AGENCIES } from '../support/partnership.ts'
import { memberOf } from './support/recording-channel.ts'

const PARTNERS: readonly Partner[] = Object.values(AGENCIES).map(({ id, code, name, tenantId }) => ({ id, code, name, tenantId }))
const STRANGER = '99999999-9999-4999-8999-999999999999'
const LINCS = AGENCIES.LINCS.tenantId ?? ''

const channel = (kind: 'agency' | 'regional', members: readonly Member[] | undefined, conversationId = '19:one'): Roster => ({
  conversation: { conversationId, kind, name: kind === 'agency' ? 'family-finding' : 'regional', tenantId: LINCS },
  members,
})
const reasonOf = (...rosters: readonly Roster[]): string => {
  const audience = audienceOf(rosters, PARTNERS)
  return audience.kind === 'refused' ? audience.reason : 'allowed'
}

test('an agency’s own people read its channel', () => {
  expect(audienceOf([channel('agency', [memberOf(LINCS), memberOf(LINCS.toUpperCase())])], PARTNERS)).toMatchObject({
    kind: 'allowed',
    readers: [{ agency: 'Lincolnshire County Council', people: 2, guests: 0 }],
  })
})

test('nobody else reads an agency’s channel: no colleague of another agency, no guest', () => {
  expect(reasonOf(channel('agency', [memberOf(LINCS), memberOf(AGENCIES.CITY.tenantId), memberOf(AGENCIES.NCT.tenantId)]))).toContain(
    "2 people of Leicester City Council, Northamptonshire Children's Trust can read “family-finding”",
  )
  expect(reasonOf(channel('agency', [memberOf(LINCS), memberOf(LINCS, crypto.randomUUID(), true)]))).toContain('1 with guest accounts')
})

test('a regional channel is read by partner tenants’ people, and their guests are counted apart', () => {
  const guest = memberOf(LINCS, crypto.randomUUID(), true)
  expect(audienceOf([channel('regional', [memberOf(LINCS), guest, memberOf(AGENCIES.CITY.tenantId)])], PARTNERS)).toMatchObject({
    kind: 'allowed',
    readers: [
      { agency: 'Leicester City Council', people: 1, guests: 0 },
      { agency: 'Lincolnshire County Council', people: 2, guests: 1 },
    ],
  })
})

test('somebody who is in two copies counts once', () => {
  const one = memberOf(LINCS)
  const audience = audienceOf([channel('regional', [one], '19:a'), channel('regional', [one, memberOf(LINCS)], '19:b')], PARTNERS)
  expect(audience).toMatchObject({ readers: [{ people: 2 }] })
})

test('an empty list, a list that cannot be had, and no channel at all are refused', () => {
  expect(reasonOf(channel('regional', []))).toContain('Nobody could say who reads')
  expect(reasonOf(channel('agency', undefined))).toContain('Nobody could say who reads')
  expect(reasonOf()).toBe('There is no channel to post to.')
})

const tenant = fc.constantFrom<string | null>(...PARTNERS.map(({ tenantId }) => tenantId), STRANGER)
const member = fc.record({ tenantId: tenant, objectId: fc.option(fc.uuid()), isGuest: fc.boolean() })
const roster = fc.record({ kind: fc.constantFrom('agency' as const, 'regional' as const), members: fc.array(member, { maxLength: 6 }) })

test('whoever is there: a card goes only where everybody may read it, and the refusal names no person', () => {
  fc.assert(
    fc.property(fc.array(roster, { minLength: 1, maxLength: 4 }), (rosters) => {
      const audience = audienceOf(
        rosters.map(({ kind, members }, index) => channel(kind, members, `19:${index.toString()}`)),
        PARTNERS,
      )
      const known = (one: Member): boolean => one.tenantId !== null && one.tenantId !== STRANGER
      const right = rosters.every(
        ({ kind, members }) => members.length > 0 && members.every((one) => known(one) && (kind === 'regional' || (one.tenantId === LINCS && !one.isGuest))),
      )
      expect(audience.kind).toBe(right ? 'allowed' : 'refused')
      for (const { objectId } of rosters.flatMap(({ members }) => members))
        if (objectId !== null && audience.kind === 'refused') expect(audience.reason).not.toContain(objectId)
    }),
  )
})

test('any change of the readers changes what is confirmed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 5 }), (ids) => {
      const identities = (members: readonly string[]) => {
        const audience = audienceOf(
          [
            channel(
              'regional',
              members.map((id) => memberOf(LINCS, id)),
            ),
          ],
          PARTNERS,
        )
        return audience.kind === 'allowed' ? audience.identities : []
      }
      expect(identities([...ids].reverse())).toEqual(identities(ids))
      expect(identities(ids.slice(1))).not.toEqual(identities(ids))
    }),
  )
})
