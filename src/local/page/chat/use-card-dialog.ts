import { useEffect, useRef, useState } from 'react'
import { invokeDialog, type Chat, type DialogAnswer, type Message } from '../api.ts'
import { threadOf } from './refresh.ts'

export interface CardDialogState {
  /** what the dialog shows; undefined while none is open */
  readonly shown: Exclude<DialogAnswer, { kind: 'closed' }> | { readonly kind: 'opening' } | undefined
  readonly busy: boolean
  readonly open: (data: unknown) => void
  readonly send: (data: unknown) => void
  readonly close: () => void
}

const FAULT = { kind: 'text', text: 'The local Microsoft 365 does not answer. Nothing was changed; try again.' } as const

/** The dialog that a card's button opened, as Teams keeps it: for this person, until it is closed or the bot ends it. */
export const useCardDialog = (chat: Chat, message: Message): CardDialogState => {
  const [shown, setShown] = useState<CardDialogState['shown']>()
  const [busy, setBusy] = useState(false)
  // an answer that comes after the dialog was closed opens nothing
  const round = useRef(0)
  // a card's button, which React does not know: it gets the focus back
  const opener = useRef<Element | null>(null)
  const isOpen = shown !== undefined
  useEffect(() => {
    if (isOpen || !(opener.current instanceof HTMLElement)) return
    opener.current.focus()
    opener.current = null
  }, [isOpen])

  const ask = (name: 'task/fetch' | 'task/submit', data: unknown): void => {
    const asked = ++round.current
    setBusy(true)
    const activity = { from: { id: chat.me.id }, conversation: { id: threadOf(chat, message) }, replyToId: message.id, value: { data } }
    const show = (answer: DialogAnswer): void => {
      if (asked !== round.current) return
      setBusy(false)
      setShown(answer.kind === 'closed' ? undefined : answer)
    }
    invokeDialog(name, activity).then(show, () => {
      show(FAULT)
    })
  }
  return {
    shown,
    busy,
    open: (data) => {
      opener.current = document.activeElement
      setShown({ kind: 'opening' })
      ask('task/fetch', data)
    },
    send: (data) => {
      if (!busy) ask('task/submit', data)
    },
    close: () => {
      round.current += 1
      setBusy(false)
      setShown(undefined)
    },
  }
}
