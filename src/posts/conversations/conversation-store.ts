import { sql } from 'kysely'
import * as z from 'zod'
import type { Role } from '../../core/actor.ts'
import type { AgencyId, WorkerId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { Partner } from './partner.ts'
import { CONVERSATION_TYPES, type Conversation } from './conversation.ts'

/** The conversations of the agency whose scope is open, and where its partners' copies of the regional channel are. */
export interface ConversationStore {
  conversation(conversationId: string): Promise<Conversation | undefined>
  /** Its own channels that can be reached, by name. */
  agencyChannels(): Promise<readonly Conversation[]>
  /** Its own channels and its own copies of the regional one that can be reached. */
  ownChannels(): Promise<readonly Conversation[]>
  /** The own chats of colleagues who hold this role today, and can be reached. */
  chatsWith(role: Role): Promise<readonly Conversation[]>
  /** Every copy of the regional channel in the partnership that can be reached. */
  regionalChannels(): Promise<readonly Conversation[]>
  /** Saves an own conversation, and tells the partners where it is when it is regional. */
  saveConversation(conversation: Conversation): Promise<void>
  /** Every agency of the partnership. */
  partners(): Promise<readonly Partner[]>
}

const address = {
  agency_id: z.int().transform((id) => id as AgencyId),
  name: z.string(),
  tenant_id: z.uuid(),
  service_url: z.string(),
  state: z.enum(['open', 'unreachable']),
}
const conversationRow = z
  .strictObject({
    ...address,
    id: z.string(),
    kind: z.enum(CONVERSATION_TYPES),
    team_group_id: z.guid().nullable(),
    worker_id: z
      .uuid()
      .transform((id) => id as WorkerId)
      .nullable(),
  })
  .transform((row): Conversation => ({
    conversationId: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    name: row.name,
    tenantId: row.tenant_id,
    serviceUrl: row.service_url,
    teamGroupId: row.team_group_id,
    workerId: row.worker_id,
    state: row.state,
  }))
const channelRow = z.strictObject({ ...address, conversation_id: z.string() }).transform((row): Conversation => ({
  conversationId: row.conversation_id,
  agencyId: row.agency_id,
  kind: 'regional',
  name: row.name,
  tenantId: row.tenant_id,
  serviceUrl: row.service_url,
  teamGroupId: null,
  workerId: null,
  state: row.state,
}))
const partnerRow = z
  .strictObject({ id: z.int().transform((id) => id as AgencyId), code: z.string(), name: z.string(), tenantId: z.uuid().nullable() })
  .transform((row): Partner => row)

const tellPartners = async (trx: Transaction, { agencyId, conversationId, name, tenantId, serviceUrl, state }: Conversation): Promise<void> => {
  await sql`
    insert into regional_channel (agency_id, partnership_id, conversation_id, name, tenant_id, service_url, state)
    select id, partnership_id, ${conversationId}, ${name}, ${tenantId}, ${serviceUrl}, ${state} from agency where id = ${agencyId}
    on conflict (agency_id, conversation_id) do update
      set name = excluded.name, tenant_id = excluded.tenant_id, service_url = excluded.service_url, state = excluded.state`.execute(trx)
}

export const conversationStore = (trx: Transaction, agencyId: AgencyId): ConversationStore => ({
  conversation: async (conversationId) => {
    const found = await sql`
      select id, agency_id, kind, name, tenant_id, service_url, team_group_id, worker_id, state from conversation
      where agency_id = ${agencyId} and id = ${conversationId}`.execute(trx)
    return found.rows.map((row) => conversationRow.parse(row))[0]
  },
  agencyChannels: async () => {
    const found = await sql`
      select id, agency_id, kind, name, tenant_id, service_url, team_group_id, worker_id, state from conversation
      where agency_id = ${agencyId} and kind = 'agency' and state = 'open' order by name collate "C", id`.execute(trx)
    return found.rows.map((row) => conversationRow.parse(row))
  },
  ownChannels: async () => {
    const found = await sql`
      select id, agency_id, kind, name, tenant_id, service_url, team_group_id, worker_id, state from conversation
      where agency_id = ${agencyId} and kind in ('agency', 'regional') and state = 'open' order by id`.execute(trx)
    return found.rows.map((row) => conversationRow.parse(row))
  },
  chatsWith: async (role) => {
    const found = await sql`
      select c.id, c.agency_id, c.kind, c.name, c.tenant_id, c.service_url, c.team_group_id, c.worker_id, c.state from conversation c
      join worker w on w.agency_id = c.agency_id and w.id = c.worker_id and w.left_on is null
      join worker_role r on r.agency_id = c.agency_id and r.worker_id = c.worker_id and r.role = ${role} and r.ended_on is null
      where c.agency_id = ${agencyId} and c.kind = 'personal' and c.state = 'open' order by c.id`.execute(trx)
    return found.rows.map((row) => conversationRow.parse(row))
  },
  regionalChannels: async () => {
    const found = await sql`
      select agency_id, conversation_id, name, tenant_id, service_url, state from regional_channel
      where partnership_id = (select partnership_id from agency where id = ${agencyId}) and state = 'open'
      order by agency_id, conversation_id`.execute(trx)
    return found.rows.map((row) => channelRow.parse(row))
  },
  saveConversation: async (conversation) => {
    const { conversationId, kind, name, tenantId, serviceUrl, teamGroupId, workerId, state } = conversation
    await sql`
      insert into conversation (id, agency_id, kind, name, tenant_id, service_url, team_group_id, worker_id, state)
      values (${conversationId}, ${agencyId}, ${kind}, ${name}, ${tenantId}, ${serviceUrl}, ${teamGroupId}, ${workerId}, ${state})
      on conflict (agency_id, id) do update set kind = excluded.kind, name = excluded.name, tenant_id = excluded.tenant_id,
        service_url = excluded.service_url, team_group_id = excluded.team_group_id, worker_id = excluded.worker_id, state = excluded.state`.execute(trx)
    if (kind === 'regional') await tellPartners(trx, conversation)
    else await sql`delete from regional_channel where agency_id = ${agencyId} and conversation_id = ${conversationId}`.execute(trx)
  },
  partners: async () => {
    const found = await sql`
      select id, code, name, tenant_id as "tenantId" from agency
      where partnership_id = (select partnership_id from agency where id = ${agencyId}) order by id`.execute(trx)
    return found.rows.map((row) => partnerRow.parse(row))
  },
})
