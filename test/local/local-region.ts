import { mkdtemp } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { DEMO_AGENCIES } from '../../src/local/demo-region/agencies.ts'
import { DEMO_PEOPLE, type DemoPerson } from '../../src/local/demo-region/people.ts'
import { localMicrosoft, type LocalMicrosoft, type LocalMicrosoftParts } from '../../src/local/local-microsoft.ts'

export interface LocalRegion {
  readonly url: string
  readonly local: LocalMicrosoft
  readonly app: Express
  readonly dataDir: string
  readonly close: () => Promise<void>
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

/** The local Microsoft 365 on a free loopback port; `app` takes the routes of whatever bot a test brings. */
export const startRegion = async (parts: Partial<LocalMicrosoftParts> = {}): Promise<LocalRegion> => {
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const dataDir = parts.dataDir ?? (await mkdtemp(join(tmpdir(), 'local-region-')))
  const local = await localMicrosoft({ publicUrl: url, dataDir, people: DEMO_PEOPLE, agencies: DEMO_AGENCIES, now: () => new Date(), ...parts })
  app.use('/local', local.router)
  return {
    url,
    local,
    app,
    dataDir,
    close: async () => {
      await local.close()
      await closed(server)
    },
  }
}

export const thePerson = (name: string): DemoPerson => {
  const person = DEMO_PEOPLE.find((one) => one.name === name)
  if (!person) throw new Error(`The demo region has no ${name}`)
  return person
}

interface Chat {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly me: { readonly id: string }
  readonly members: readonly { readonly id: string; readonly isGuest: boolean }[]
}
export const chatsOf = async ({ url }: LocalRegion, person: DemoPerson): Promise<readonly Chat[]> => {
  const answer = await fetch(`${url}/local/chats?tenantId=${person.tenantId}&objectId=${person.objectId}`)
  return ((await answer.json()) as { items: Chat[] }).items
}
export const theChat = async (region: LocalRegion, person: DemoPerson, kind: string): Promise<Chat> => {
  const chat = (await chatsOf(region, person)).find((one) => one.kind === kind)
  if (!chat) throw new Error(`${person.name} has no ${kind} chat`)
  return chat
}

interface Message {
  readonly id: string
  readonly root: string
  readonly text?: string
  readonly fromBot: boolean
  readonly editedAt?: string
}
export const messagesIn = async ({ url }: LocalRegion, person: DemoPerson, conversation: string): Promise<readonly Message[]> => {
  const query = new URLSearchParams({ tenantId: person.tenantId, objectId: person.objectId, conversation })
  return ((await (await fetch(`${url}/local/chats/messages?${query.toString()}`)).json()) as { items: Message[] }).items
}

export const send = (url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
