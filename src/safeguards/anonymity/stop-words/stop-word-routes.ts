import * as z from 'zod'
import { route, type Route } from '../../../http/route.ts'
import type { AddStopWord } from './add-stop-word.ts'
import type { CountStopWords } from './count-stop-words.ts'
import type { RemoveStopWords } from './remove-stop-words.ts'
import { addStopWordCommand, removeStopWordsCommand, stopWordCounts } from './stop-word-contract.ts'

export interface StopWordUseCases {
  readonly addStopWord: AddStopWord
  readonly countStopWords: CountStopWords
  readonly removeStopWords: RemoveStopWords
}

const params = z.strictObject({ reference: z.string().max(20) })

export const stopWordRoutes = ({ addStopWord, countStopWords, removeStopWords }: StopWordUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/children/:reference/stop-words',
    summary: 'How many names, places and schools must not stand in a text about this child',
    params,
    answer: stopWordCounts,
    handle: (actor, { params }) => countStopWords(actor, params),
  }),
  route({
    method: 'post',
    path: '/children/:reference/stop-words',
    summary: 'Enters a name, a place or a school that must not stand in a text about this child',
    params,
    body: addStopWordCommand,
    answer: stopWordCounts,
    handle: (actor, { params, body }) => addStopWord(actor, { ...params, ...body }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/stop-words/removed',
    summary: 'Removes all words to stop of one kind',
    params,
    body: removeStopWordsCommand,
    answer: stopWordCounts,
    handle: (actor, { params, body }) => removeStopWords(actor, { ...params, ...body }),
  }),
]
