import * as z from 'zod'
import { route, type Route } from '../../../http/route.ts'
import type { CheckText } from './check-text.ts'
import type { ConfirmText } from './confirm-text.ts'
import type { ListTextsWaiting } from './list-texts-waiting.ts'
import type { OverrideText } from './override-text.ts'
import type { ResubmitText, SubmitText } from './submit-text.ts'
import {
  checkTextCommand,
  confirmTextCommand,
  overrideTextCommand,
  resubmitTextCommand,
  submittedText,
  submitTextCommand,
  textCheck,
  textState,
  waitingTexts,
} from './text-contract.ts'

export interface TextUseCases {
  readonly checkText: CheckText
  readonly submitText: SubmitText
  readonly resubmitText: ResubmitText
  readonly confirmText: ConfirmText
  readonly overrideText: OverrideText
  readonly listTextsWaiting: ListTextsWaiting
}

const params = z.strictObject({ id: z.uuid() })

export const textRoutes = (useCases: TextUseCases): readonly Route[] => [
  route({
    method: 'post',
    path: '/texts/check',
    summary: 'What in a text could identify somebody, and what to write instead; keeps nothing',
    body: checkTextCommand,
    answer: textCheck,
    handle: (actor, { body }) => useCases.checkText(actor, body),
  }),
  route({
    method: 'post',
    path: '/texts',
    summary: 'Keeps a text and checks it: it passes, or stays with its author',
    body: submitTextCommand,
    answer: submittedText,
    status: 201,
    handle: (actor, { body }) => useCases.submitText(actor, body),
  }),
  route({
    method: 'get',
    path: '/texts/waiting',
    summary: 'Texts that have not passed: one’s own, and those of colleagues that wait for a second person',
    answer: waitingTexts,
    handle: (actor) => useCases.listTextsWaiting(actor),
  }),
  route({
    method: 'post',
    path: '/texts/:id',
    summary: 'The author’s next try at a text that has not passed',
    params,
    body: resubmitTextCommand,
    answer: submittedText,
    handle: (actor, { params, body }) => useCases.resubmitText(actor, { ...params, ...body }),
  }),
  route({
    method: 'post',
    path: '/texts/:id/confirmed',
    summary: 'The author says that what is marked identifies nobody',
    params,
    body: confirmTextCommand,
    answer: textState,
    handle: (actor, { params, body }) => useCases.confirmText(actor, { ...params, ...body }),
  }),
  route({
    method: 'post',
    path: '/texts/:id/overridden',
    summary: 'A second person lets a stopped text go, and says why',
    params,
    body: overrideTextCommand,
    answer: textState,
    handle: (actor, { params, body }) => useCases.overrideText(actor, { ...params, ...body }),
  }),
]
