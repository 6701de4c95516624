import { useEffect, useRef, useState } from 'react'
import { invoke, sendActivity, type Chat, type InvokeAnswer, type Message } from '../api.ts'
import type { Pressed } from './draw-card.ts'
import { cardOf, executing, refreshesItself, refreshOf, refreshOnView, threadOf, type Refresh } from './refresh.ts'

export interface OwnView {
  readonly card: unknown
  readonly sentence: string | undefined
  readonly busy: boolean
  readonly refresh: (() => void) | undefined
  readonly press: (pressed: PressedOnCard) => void
}

/** What is answered in the chat, rather than by a page or a dialog. */
export type PressedOnCard = Extract<Pressed, { kind: 'execute' | 'submit' }>

type Shown = { readonly version: string | undefined; readonly card?: unknown; readonly sentence?: string | undefined }

/** What this person sees of a message: the stored card, until a refresh or a button answered with another one for their eyes alone. */
export const useOwnView = (chat: Chat, message: Message): OwnView => {
  const stored = cardOf(message)
  const [shown, setShown] = useState<Shown>({ version: message.editedAt })
  const [busy, setBusy] = useState(false)
  // an edited message shows its new card to everybody
  const current: Shown = shown.version === message.editedAt ? shown : { version: message.editedAt }
  const automatic = refreshOf(stored)
  const refresh = refreshOf(current.card) ?? automatic

  const show = (answer: InvokeAnswer): void => {
    setShown((before) =>
      answer.kind === 'card'
        ? { version: message.editedAt, card: answer.card }
        : { version: message.editedAt, sentence: answer.text, ...(before.version === message.editedAt && { card: before.card }) },
    )
  }
  // one refresh for one version of a message, however often it is drawn; an answer that comes after the next version is dropped
  const version = [chat.id, chat.me.id, message.id, message.editedAt].join(' ')
  const seen = useRef('')
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    if (!automatic || !refreshesItself(automatic, chat)) return
    refreshOnView(chat, message, automatic).then(
      (answer) => {
        // a refresh that fails leaves the stored card as it is, and says nothing
        if (seen.current === version && answer.kind === 'card') show(answer)
      },
      () => undefined,
    )
  })

  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } catch {
      show({ kind: 'text', text: 'The local Microsoft 365 does not answer. Nothing was changed; try again.' })
    } finally {
      setBusy(false)
    }
  }
  const press = (pressed: PressedOnCard): void => {
    void during(async () => {
      if (pressed.kind === 'execute') show(await invoke(executing(chat, message, pressed, 'manual')))
      else {
        const problem = await sendActivity({
          ...submitted(pressed.data),
          from: { id: chat.me.id },
          conversation: { id: threadOf(chat, message) },
          replyToId: message.id,
        })
        if (problem !== undefined) show({ kind: 'text', text: problem })
      }
    })
  }
  const askAgain = ({ action }: Refresh): void => {
    press({ kind: 'execute', verb: action.verb, data: action.data, id: action.id })
  }
  return {
    card: current.card ?? stored,
    sentence: current.sentence,
    busy,
    refresh:
      refresh &&
      (() => {
        askAgain(refresh)
      }),
    press,
  }
}

/** A button that speaks for the person sends its words; any other sends its data. */
const submitted = (data: unknown): Readonly<Record<string, unknown>> => {
  const msteams = typeof data === 'object' && data !== null && 'msteams' in data ? (data.msteams as { type?: unknown; value?: unknown }) : undefined
  return msteams?.type === 'imBack' && typeof msteams.value === 'string' ? { type: 'message', text: msteams.value } : { type: 'message', value: data }
}
