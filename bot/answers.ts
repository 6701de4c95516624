import type { Refusal } from '../src/core/result.ts'
import type { DrawnCard } from './cards/waiting-card.ts'
import { refusalText } from './texts/refusal-texts.ts'
import type { Answer, SaidAnswer } from './turn.ts'

export const say = (text: string): SaidAnswer => ({ kind: 'text', text })
export const show = ({ card, summary }: DrawnCard): Answer => ({ kind: 'card', card, summary })
export const refused = ({ refusal }: { readonly refusal: Refusal }): Answer => say(refusalText(refusal))

/** The card also takes the place of the stored one. */
export const replacing = (answer: Answer): Answer => (answer.kind === 'card' ? { ...answer, replacesStored: true } : answer)
