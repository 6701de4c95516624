import { GraphError, type Client } from '@microsoft/microsoft-graph-client'
import * as z from 'zod'
import type { FindCard, Sighting } from '../posts/ports.ts'
import type { TokenOf } from './graph-tokens.ts'
import { graphClient, sendToGraph, type Send } from './graph-transport.ts'

interface FindDeps {
  readonly tokenOf: TokenOf
  /** the network when absent; local mode sends to its double */
  readonly send?: Send
}

/** Messages on a page: the most that Graph gives (graph/api/channel-list-messages). */
const PAGE = 50
/** Pages that are read at most: a channel with a thousand newer threads is nobody's to search. */
const PAGES = 20

const moment = z.iso.datetime({ offset: true }).nullish()
const message = z.object({
  id: z.string().min(1),
  createdDateTime: moment,
  lastModifiedDateTime: moment,
  deletedDateTime: moment,
  attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
})
type Message = z.output<typeof message>
const page = z.object({ '@odata.nextLink': z.url({ protocol: /^https$/u, hostname: /^graph\.microsoft\.com$/u }).optional(), value: z.array(message) })

/** The card is a text in the message's attachment; a post's id is long and random enough to be searched for in it. */
const holds =
  (mark: string) =>
  ({ attachments, deletedDateTime }: Message): boolean =>
    (deletedDateTime ?? null) === null && (attachments ?? []).some(({ content }) => content?.includes(mark) ?? false)

const isOlder = ({ createdDateTime, lastModifiedDateTime }: Message, since: Date): boolean =>
  [createdDateTime, lastModifiedDateTime].every((at) => at !== null && at !== undefined && new Date(at) < since)

/**
 * Newest first; a thread that is spoken in comes to the front again, so that only a page of which nothing is newer is the last one.
 * Other query options than `$top` Graph does not take here.
 */
const search = async (client: Client, first: string, mark: string, since: Date): Promise<Sighting> => {
  let address: string | undefined = first
  for (let pages = 0; address !== undefined && pages < PAGES; pages += 1) {
    const answer: unknown = await client.api(address).get()
    const { value, '@odata.nextLink': next } = page.parse(answer)
    const found = value.find(holds(mark))
    if (found !== undefined) return { kind: 'found', activityId: found.id }
    if (value.length > 0 && value.every((one) => isOlder(one, since))) return { kind: 'absent' }
    address = next
  }
  return address === undefined ? { kind: 'absent' } : { kind: 'unknown', problem: 'The channel holds too many newer messages to be searched.' }
}

const problemOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return 'Microsoft Graph listed the channel’s messages in a form that cannot be read.'
  if (!(error instanceof GraphError)) throw error
  if (error.code === 'TokenRefused') return error.message
  if (error.statusCode === 401 || error.statusCode === 403)
    return 'The app may not read the channel’s messages. Ask an owner of the team to update the app there, which asks for that consent.'
  if (error.statusCode === 404) return 'Microsoft Graph does not know the channel. Ask an owner of the team whether it is still there.'
  return `The channel’s messages could not be read (${error.statusCode > 0 ? `Microsoft Graph answered ${String(error.statusCode)}` : 'no answer'}).`
}

/**
 * Whether a card lies in a channel, asked of Microsoft Graph as the app, in the channel's own tenant, with the consent of the one team that the app
 * was added to (ChannelMessage.Read.Group; nothing is granted for the tenant). The id of a channel's message is there what the Bot Connector
 * calls the activity's id.
 */
export const findCardInGraph = ({ tokenOf, send = sendToGraph }: FindDeps): FindCard => {
  const clients = new Map<string, Client>()
  const clientOf = (tenantId: string): Client => {
    const client = clients.get(tenantId) ?? graphClient(tenantId, tokenOf, send)
    clients.set(tenantId, client)
    return client
  }
  return async ({ tenantId, teamGroupId, conversationId }, mark, since) => {
    if (teamGroupId === null)
      return { kind: 'unknown', problem: 'The app does not know the channel’s team yet. It learns it when somebody writes to it in the channel.' }
    try {
      const first = `/teams/${encodeURIComponent(teamGroupId)}/channels/${encodeURIComponent(conversationId)}/messages?$top=${PAGE.toString()}`
      return await search(clientOf(tenantId), first, mark, since)
    } catch (error) {
      return { kind: 'unknown', problem: problemOf(error) }
    }
  }
}
