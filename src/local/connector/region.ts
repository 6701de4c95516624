import type { TeamsChannelAccount } from 'botframework-schema'
import type { DemoAgency } from '../demo-region/agencies.ts'
import type { DemoPerson } from '../demo-region/people.ts'
import type { LocalConversation, LocalMember } from './conversation.ts'
import { channelId, groupId, guidOf, mriOf, personalId } from './ids.ts'

export interface Region {
  readonly people: readonly DemoPerson[]
  readonly agencies: readonly DemoAgency[]
}

const accountOf = (person: DemoPerson, userRole: 'user' | 'guest'): TeamsChannelAccount => {
  const [givenName = person.name, ...surnames] = person.name.split(' ')
  return {
    id: mriOf(person.tenantId, person.objectId),
    name: person.name,
    givenName,
    surname: surnames.join(' '),
    aadObjectId: person.objectId,
    tenantId: person.tenantId,
    email: person.mail,
    userPrincipalName: person.mail,
    userRole,
  }
}

export const memberOf = (person: DemoPerson): LocalMember => ({
  account: accountOf(person, person.standing === 'guest' ? 'guest' : 'user'),
  home: { tenantId: person.tenantId, objectId: person.objectId },
})

/** The person's second account, made when another tenant invited them: its own object id, and nothing that proves who they are at home. */
const invitedInto = (tenantId: string, person: DemoPerson): LocalMember => {
  const objectId = guidOf(`guest ${tenantId} ${person.objectId}`)
  const account = accountOf({ ...person, tenantId, objectId, name: `${person.name} (Guest)` }, 'guest')
  return { account, home: { tenantId: person.tenantId, objectId: person.objectId } }
}

const team = (seed: string, name: string) => ({ id: channelId(`general ${seed}`), name, aadGroupId: guidOf(`team ${seed}`) })

const channelsOf = (agency: DemoAgency & { readonly tenantId: string }, people: readonly DemoPerson[]): readonly LocalConversation[] => {
  const members = people.filter((person) => person.tenantId === agency.tenantId && person.standing === 'works').map(memberOf)
  const own = team(agency.code, `${agency.name} Adoption`)
  return [
    { id: channelId(`family-finding ${agency.code}`), kind: 'agency', name: 'family-finding', tenantId: agency.tenantId, team: own, members },
    { id: channelId(`regional ${agency.code}`), kind: 'regional', name: 'regional', tenantId: agency.tenantId, team: own, members },
  ]
}

/** Hosted by the tenant where the hub's people are: members of every tenant, and two guests. */
const sharedChannel = ({ people, agencies }: Region): readonly LocalConversation[] => {
  const hub = agencies.find((agency) => agency.isHub)
  const tenantId = hub?.tenantId ?? agencies.find((agency) => agency.id === hub?.servedBy)?.tenantId
  if (!hub || typeof tenantId !== 'string') return []
  const finders = people.filter(
    (person) => person.standing === 'works' && person.memberships.some(({ agency, roles }) => agency === hub.code || roles.some(findsFamilies)),
  )
  const invited = people.find(
    (person) => person.standing === 'works' && person.tenantId !== tenantId && person.memberships.some(({ roles }) => roles.includes('childs-social-worker')),
  )
  const members = [
    ...finders.map(memberOf),
    ...people.filter((person) => person.standing === 'guest' && person.tenantId === tenantId).map(memberOf),
    ...(invited ? [invitedInto(tenantId, invited)] : []),
  ]
  return [{ id: channelId('shared'), kind: 'shared', name: 'regional family finding (shared)', tenantId, team: team('shared', hub.name), members }]
}
const findsFamilies = (role: string): boolean => role === 'family-finder' || role === 'practice-manager'

const groupChat = ({ people, agencies }: Region): readonly LocalConversation[] => {
  const [agency] = agencies
  const members = people.filter((person) => person.standing === 'works' && person.tenantId === agency?.tenantId).slice(0, 4)
  if (!agency || typeof agency.tenantId !== 'string' || members.length < 2) return []
  return [{ id: groupId(agency.code), kind: 'group', name: `${agency.name} family finders`, tenantId: agency.tenantId, members: members.map(memberOf) }]
}

export const personalChat = (person: DemoPerson): LocalConversation => ({
  id: personalId(person.tenantId, person.objectId),
  kind: 'personal',
  name: 'Family Finding',
  tenantId: person.tenantId,
  members: [memberOf(person)],
})

/** Every conversation of the demo region: made from the people, so that a change of roster needs no migration. */
export const conversationsOf = (region: Region): readonly LocalConversation[] => [
  ...region.people.map(personalChat),
  ...region.agencies.flatMap((agency) => (agency.tenantId === null ? [] : channelsOf({ ...agency, tenantId: agency.tenantId }, region.people))),
  ...sharedChannel(region),
  ...groupChat(region),
]
