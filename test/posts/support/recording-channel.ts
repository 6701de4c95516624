import type { ConversationAddress, Delivery, FindCard, Member, OutboundPort, Sending } from '../../../src/posts/ports.ts'

interface Message {
  readonly activityId: string
  /** the card, then each one that replaced it */
  readonly cards: object[]
}

/** The answers of the Bot Connector that are no success, as `microsoft.md` §4 sorts them. */
export type Refusal =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: 403 | 404 | 412 }
  /** an answer that says nothing of the card: it was taken, or not */
  | { readonly status: 502 | 504; readonly taken?: boolean }
  /** the sender's process ends before it has the answer */
  | { readonly status: 'killed'; readonly taken: boolean }
const asSending = (refusal: Refusal): Exclude<Sending, { kind: 'delivered' }> => {
  switch (refusal.status) {
    case 429:
      return { kind: 'retry', afterSeconds: refusal.retryAfter, problem: 'Teams asks to wait (429).' }
    case 412:
      return { kind: 'retry', afterSeconds: 1, problem: 'Teams did not take it (412).' }
    case 502:
    case 504:
      return { kind: 'open', afterSeconds: 0, problem: `Teams did not say what became of it (${refusal.status.toString()}).` }
    case 'killed':
      throw new Error('The process died here.')
    case 403:
    case 404:
      return { kind: 'unreachable', problem: `Teams does not let the app in (${refusal.status.toString()}).` }
  }
}

export interface RecordingChannel extends OutboundPort {
  /** as Graph answers it: what lies there, or that it may not be read */
  readonly findCard: FindCard
  setReadable(isReadable: boolean): void
  readonly messages: ReadonlyMap<string, readonly Message[]>
  /** every call, in order: `post 19:…`, `update 19:…`, `members 19:…` */
  readonly calls: readonly string[]
  setRoster(conversationId: string, members: readonly Member[] | 'refused'): void
  /** the next sends or updates answer so */
  refuseNext(...refusals: readonly Refusal[]): void
  /** runs when a card is about to be taken, with the channel's answer not yet given */
  beforeAnswer(work: () => Promise<void>): void
  forget(): void
}

/** Stands for bot/outbound.ts and the Bot Connector behind it: it takes cards for conversations that have a roster, and refuses what the real one refuses. */
export const recordingChannel = (): RecordingChannel => {
  const messages = new Map<string, Message[]>()
  const rosters = new Map<string, readonly Member[] | 'refused'>()
  const calls: string[] = []
  let refusals: Refusal[] = []
  let isReadable = true
  let before: () => Promise<void> = () => Promise.resolve()
  let count = 0

  const answer = async (to: ConversationAddress, take: () => string | undefined): Promise<Sending> => {
    await before()
    const refusal = refusals.shift()
    if (refusal !== undefined && !('taken' in refusal && refusal.taken)) return asSending(refusal)
    if (!rosters.has(to.conversationId) || !to.serviceUrl.startsWith('https://')) return asSending({ status: 404 })
    const activityId = take()
    if (refusal !== undefined) return asSending(refusal)
    return activityId === undefined ? asSending({ status: 404 }) : { kind: 'delivered', activityId }
  }
  /** A replacement may be repeated: what is open is tried again. */
  const settled = (sending: Sending): Delivery => (sending.kind === 'open' ? { ...sending, kind: 'retry' } : sending)

  return {
    messages,
    calls,
    postCard: (to, card) => {
      calls.push(`post ${to.conversationId}`)
      return answer(to, () => {
        count += 1
        const activityId = `1700000000${count.toString().padStart(3, '0')}`
        messages.set(to.conversationId, [...(messages.get(to.conversationId) ?? []), { activityId, cards: [card] }])
        return activityId
      })
    },
    updateCard: async (to, activityId, card) => {
      calls.push(`update ${to.conversationId}`)
      const updated = await answer(to, () => {
        const message = messages.get(to.conversationId)?.find((one) => one.activityId === activityId)
        message?.cards.push(card)
        return message?.activityId
      })
      return settled(updated)
    },
    findCard: ({ conversationId }, mark) => {
      calls.push(`look ${conversationId}`)
      if (!isReadable) return Promise.resolve({ kind: 'unknown', problem: 'The app may not read the channel.' })
      const found = messages.get(conversationId)?.find(({ cards }) => JSON.stringify(cards[0]).includes(mark))
      return Promise.resolve(found === undefined ? { kind: 'absent' } : { kind: 'found', activityId: found.activityId })
    },
    setReadable: (readable) => {
      isReadable = readable
    },
    deleteCard: async (to, activityId) => {
      calls.push(`delete ${to.conversationId}`)
      const removed = await answer(to, () => {
        messages.set(
          to.conversationId,
          (messages.get(to.conversationId) ?? []).filter((one) => one.activityId !== activityId),
        )
        return activityId
      })
      return settled(removed)
    },
    membersOf: (of) => {
      calls.push(`members ${of.conversationId}`)
      const roster = rosters.get(of.conversationId)
      return roster === undefined || roster === 'refused' ? Promise.reject(new Error('The roster was refused (403).')) : Promise.resolve(roster)
    },
    setRoster: (conversationId, members) => rosters.set(conversationId, members),
    refuseNext: (...next) => {
      refusals = [...next]
    },
    beforeAnswer: (work) => {
      before = work
    },
    forget: () => {
      messages.clear()
      rosters.clear()
      calls.length = 0
      refusals = []
      isReadable = true
      before = () => Promise.resolve()
    },
  }
}

export const memberOf = (tenantId: string | null, objectId: string | null = crypto.randomUUID(), isGuest = false): Member => ({ tenantId, objectId, isGuest })
