import type { CardElement, IExecuteAction } from '@microsoft/teams.cards'
import * as z from 'zod'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { counted } from '../texts/words.ts'
import type { PostPreview } from '../use-cases.ts'
import { button } from '../verbs/define-verb.ts'
import { postCancelVerb, postConfirmVerb, postListConfirmVerb } from '../verbs/post-verbs.ts'
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

interface Asked {
  /** "FF-7K3Q0" or "this list" */
  readonly what: string
  readonly confirm: IExecuteAction
  /** for "Cancel"; empty for a list */
  readonly reference: string
}

const previewCard = (preview: PostPreview, { what, confirm, reference }: Asked, banner?: string): DrawnCard => {
  const { body, actions } = seen.parse(preview.card)
  const copies = preview.conversation.copies === 1 ? '' : `, ${counted(preview.conversation.copies, 'channel', 'channels')}`
  const people = preview.readers.reduce((sum, reader) => sum + reader.people, 0)
  const summary = `Post ${what} to ${preview.conversation.name}?`
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
      [confirm, button('Cancel', postCancelVerb, { reference })],
      `${summary} ${counted(people, 'person', 'people')} can read it.`,
    ),
  }
}

/** What travels with "Post": what was shown is what is sent. */
const shownBy = ({ conversation, contentHash, readersHash }: PostPreview, key: string) => ({ conversation: conversation.handle, contentHash, readersHash, key })

/** The exact card and who can read it, before anything is sent. */
export const postPreviewCard = (preview: PostPreview, reference: string, key: string, banner?: string): DrawnCard =>
  previewCard(preview, { what: reference, reference, confirm: button('Post', postConfirmVerb, { reference, ...shownBy(preview, key) }) }, banner)

/** The same for the waiting list, narrowed to what was asked. */
export const postListPreviewCard = (preview: PostPreview, filter: WaitingFilter, key: string, banner?: string): DrawnCard =>
  previewCard(
    preview,
    { what: 'this list', reference: '', confirm: button('Post', postListConfirmVerb, { filter: { ...filter }, ...shownBy(preview, key) }) },
    banner,
  )
