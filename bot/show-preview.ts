import { randomUUID } from 'node:crypto'
import { exactFilter } from '../src/overview/exact-filter.ts'
import { waitingFilter } from '../src/overview/waiting-contract.ts'
import { refused, say, show } from './answers.ts'
import { postListPreviewCard, postPreviewCard } from './cards/post-preview-card.ts'
import { TEXTS } from './texts/bot-texts.ts'
import type { Answer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

/** The exact card and who can read it, in the asker's own chat. The key made here lets "Post" have one effect however often it is pressed. */
export const showPreview =
  ({ useCases }: BotDeps) =>
  async (turn: Turn, asked: { readonly reference: string; readonly conversation: string }, banner?: string): Promise<Answer> => {
    if (turn.place === 'channel') return say(TEXTS.ownChatOnly(`post ${asked.reference} to ${asked.conversation}`))
    const preview = await useCases.previewPost(turn.actor, asked)
    return preview.ok ? show(postPreviewCard(preview.value, asked.reference, randomUUID(), banner)) : refused(preview)
  }

/** The same for the waiting list, narrowed to what was asked. A filter that is none was forged. */
export const showListPreview =
  ({ useCases }: BotDeps) =>
  async (turn: Turn, asked: { readonly filter: object; readonly conversation: string }, banner?: string): Promise<Answer> => {
    const filter = waitingFilter.safeParse(asked.filter)
    if (!filter.success) return say(TEXTS.forgedCard)
    if (turn.place === 'channel') return say(TEXTS.ownChatOnly(`post waiting to ${asked.conversation}`))
    const preview = await useCases.previewPost(turn.actor, { filter: filter.data, conversation: asked.conversation })
    return preview.ok ? show(postListPreviewCard(preview.value, exactFilter(filter.data), randomUUID(), banner)) : refused(preview)
  }
