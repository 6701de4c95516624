import type * as z from 'zod'
import type { posts } from '../../src/posts/post-contract.ts'
import { counted } from '../texts/words.ts'
import { card, heading, plain, smallPrint, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

type Posts = z.output<typeof posts>
type PostState = Posts['items'][number]['state']

const STATE_WORDS: Readonly<Record<PostState, string>> = {
  'to-be-sent': 'is on its way',
  sent: 'is posted',
  'to-be-updated': 'is posted; its newest state follows',
  'to-be-withdrawn': 'is being taken back',
  withdrawn: 'was taken back',
  deleted: 'was deleted',
  refused: 'was refused',
  unreachable: 'could not be delivered',
}

/** After "Post": nothing is lost, and what became of each copy. */
export const postAskedCard = (reference: string, { items }: Posts): DrawnCard => {
  const summary = `${reference}: ${counted(items.length, 'post', 'posts')} asked for`
  return {
    summary,
    card: card(
      [
        heading(summary),
        ...items.map(({ conversation, state, reason }) => words(plain(`${conversation}: ${STATE_WORDS[state]}${reason === null ? '' : `. ${reason}`}`))),
        smallPrint('The post updates itself when the search ends. Pressing a button twice posts once.'),
      ],
      [],
      summary,
    ),
  }
}

/** After "Cancel". */
export const postCancelledCard = (what: string): DrawnCard => {
  const summary = `${what}: not posted`
  return { summary, card: card([heading(summary), words('You cancelled it. Nothing was sent.')], [], summary) }
}
