import * as z from 'zod'
import { KINDS } from './connector/conversation-kinds.ts'

/** `GET /local/people`. `role` and `agency` are null for accounts that have none. */
export const localPerson = z.object({
  name: z.string(),
  role: z.string().nullable(),
  /** the agency's code */
  agency: z.string().nullable(),
  agencyName: z.string(),
  tenantId: z.string(),
  objectId: z.string(),
  standing: z.enum(['works', 'left', 'no-role', 'guest', 'unknown-tenant']),
})
export const localPeople = z.array(localPerson)

export const chat = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  name: z.string(),
  /** the organisation that hosts it */
  host: z.string(),
  /** this person's account in the conversation's roster */
  me: z.object({ id: z.string(), name: z.string(), isGuest: z.boolean() }),
  members: z.array(z.object({ id: z.string(), name: z.string(), isGuest: z.boolean() })),
})
/** `GET /local/chats`: the conversations of one person. */
export const chats = z.object({ bot: z.object({ id: z.string(), name: z.string() }), items: z.array(chat) })

export const chatMessage = z.object({
  id: z.string(),
  root: z.string(),
  from: z.object({ id: z.string(), name: z.string() }),
  fromBot: z.boolean(),
  sentAt: z.string(),
  editedAt: z.string().optional(),
  deleted: z.literal(true).optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).optional(),
})
/** `GET /local/chats/messages` */
export const chatMessages = z.object({ items: z.array(chatMessage) })

/** `GET /local/calendar`: meetings in a window, earliest first; instants in UTC. */
export const calendarEvents = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** whose calendar it was found in */
      calendar: z.string(),
      subject: z.string(),
      start: z.string(),
      end: z.string(),
      organiser: z.string().nullable(),
      joinUrl: z.string().nullable(),
    }),
  ),
})
