import type { CardElement } from '@microsoft/teams.cards'
import * as z from 'zod'
import { counted } from '../texts/words.ts'
import type { PostPreview } from '../use-cases.ts'
import { button } from '../verbs/define-verb.ts'
import { postCancelVerb, postConfirmVerb } from '../verbs/post-verbs.ts'
import { card, figureRow, heading, plain, smallPrint, strong, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

/** The parts of a stored card that are seen: its elements, and its buttons by title. */
const seen = z.looseObject({
  body: z.array(z.custom<CardElement>((element) => typeof element === 'object' && element !== null && 'type' in element)),
  actions: z.array(z.looseObject({ title: z.string().optional() })).default([]),
})

const guestWords = (guests: number): string => (guests === 0 ? '' : `, ${counted(guests, 'of them a guest', 'of them guests')}`)

const readers = (preview: PostPreview): readonly CardElement[] =>
  preview.readers.map(({ agency, people, guests }) => figureRow(String(people), [plain(`${agency}${guestWords(guests)}`)]))

/** The exact card and who can read it, before anything is sent. The hashes travel with "Post": what was shown is what is sent. */
export const postPreviewCard = (preview: PostPreview, reference: string, key: string, banner?: string): DrawnCard => {
  const { body, actions } = seen.parse(preview.card)
  const copies = preview.conversation.copies === 1 ? '' : `, ${counted(preview.conversation.copies, 'channel', 'channels')}`
  const people = preview.readers.reduce((sum, reader) => sum + reader.people, 0)
  const summary = `Post ${reference} to ${preview.conversation.name}?`
  const buttons = actions.flatMap(({ title }) => (title === undefined ? [] : [title]))
  return {
    summary,
    card: card(
      [
        heading(summary),
        ...(banner === undefined ? [] : [strong(banner)]),
        words(`This is the exact card that will be posted to ${plain(preview.conversation.name)} (${preview.conversation.handle}${copies}).`),
        { type: 'Container', style: 'emphasis', items: [...body, ...(buttons.length === 0 ? [] : [smallPrint(`Buttons: ${buttons.join(', ')}`)])] },
        strong(`Who can read it: ${counted(people, 'person', 'people')}`),
        ...readers(preview),
      ],
      [
        button('Post', postConfirmVerb, {
          reference,
          conversation: preview.conversation.handle,
          contentHash: preview.contentHash,
          readersHash: preview.readersHash,
          key,
        }),
        button('Cancel', postCancelVerb, { reference }),
      ],
      `${summary} ${counted(people, 'person', 'people')} can read it.`,
    ),
  }
}
