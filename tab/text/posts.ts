import type { Post, PostReader } from '../api/shapes.ts'
import { instantWords } from './dates.ts'
import { counted } from './numbers.ts'

export const PURPOSE_WORDS: Readonly<Record<Post['purpose'], string>> = {
  'family-finding': 'To find a family',
  'regional-meeting': 'For the regional meeting',
  event: 'For a profiling or activity event',
  notice: 'A note to a manager',
}

export const BECAUSE_WORDS: Readonly<Record<NonNullable<NonNullable<Post['withdrawal']>['because']>, string>> = {
  mistake: 'It was posted by mistake',
  'wrong-readers': 'The wrong people can read it',
  'facts-changed': 'What it says is not right any more',
  'agency-asked': 'The child’s agency asked for it',
  'no-longer-needed': 'It is not needed any more',
}

/** What became of a post, as one sentence. */
type Told = Pick<Post, 'state' | 'conversation' | 'sentAt' | 'updatedAt' | 'reason' | 'withdrawal'>
export const postSentence = ({ state, conversation, sentAt, updatedAt, reason, withdrawal }: Told): string => {
  const because = reason === null ? '' : ` ${reason}`
  switch (state) {
    case 'to-be-sent':
      return `Saved; on its way to ${conversation}.`
    case 'sent':
      return updatedAt === null
        ? `Posted to ${conversation}${sentAt === null ? '' : `, ${instantWords(sentAt)}`}.`
        : `Posted to ${conversation}; the card was last updated ${instantWords(updatedAt)}.${because}`
    case 'to-be-updated':
      return `Posted to ${conversation}; the card is being updated.`
    case 'to-be-withdrawn':
      return `Being taken back from ${conversation}.${because}`
    case 'withdrawn':
      return withdrawal === null || withdrawal.by === null
        ? `The card in ${conversation} says that the search has ended.`
        : `Taken back from ${conversation} by ${withdrawal.by}, ${instantWords(withdrawal.at)}.`
    case 'deleted':
      return withdrawal === null || withdrawal.by === null
        ? `Not in ${conversation} any more.${because}`
        : `Deleted from ${conversation} by ${withdrawal.by}, ${instantWords(withdrawal.at)}.`
    case 'refused':
      return `Not posted to ${conversation}.${because}`
    case 'unreachable':
      return `${conversation} could not be reached.${because}`
  }
}

/** `Leicestershire County Council: 12 people, 1 of them a guest` */
export const readerWords = ({ agency, people, guests }: PostReader): string =>
  `${agency}: ${counted(people, 'person', 'people')}${guests === 0 ? '' : `, ${guests} of them ${guests === 1 ? 'a guest' : 'guests'}`}`
