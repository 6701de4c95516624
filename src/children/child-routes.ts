import type { Actor } from '../core/actor.ts'
import type { Result } from '../core/result.ts'
import * as z from 'zod'
import { route, type Route } from '../http/route.ts'
import {
  addChildCommand,
  childAdded,
  decideAgainCommand,
  describeChildCommand,
  endPauseCommand,
  recordBirthCommand,
  recordDateCommand,
  recordDisruptionCommand,
  setSiblingsCommand,
  startPauseCommand,
  takeBackAttemptCommand,
} from './changing/child-commands-contract.ts'
import { entitledChildDetail, ownChildDetail, privateDetail } from './child-contract.ts'
import type { AddChild } from './changing/add-child.ts'
import type { OwnChildDetail } from './child-views.ts'
import type { DescribeChild } from './changing/describe-child.ts'
import type { EndPause, StartPause } from './changing/pause-child.ts'
import type { ReadChild } from './read-child.ts'
import type { ReadPrivateDetail } from './read-private-detail.ts'
import type { RecordBirth } from './changing/record-birth.ts'
import type { RecordDate } from './changing/record-date.ts'
import type { RecordDisruption } from './changing/record-disruption.ts'
import type { RecordNewDecision } from './changing/record-new-decision.ts'
import type { SetSiblings } from './changing/set-siblings.ts'
import type { TakeBackAttempt } from './changing/take-back-attempt.ts'

export interface ChildUseCases {
  readonly addChild: AddChild
  readonly describeChild: DescribeChild
  readonly endPause: EndPause
  readonly readChild: ReadChild
  readonly readPrivateDetail: ReadPrivateDetail
  readonly recordBirth: RecordBirth
  readonly recordDate: RecordDate
  readonly recordDisruption: RecordDisruption
  readonly recordNewDecision: RecordNewDecision
  readonly setSiblings: SetSiblings
  readonly startPause: StartPause
  readonly takeBackAttempt: TakeBackAttempt
}

const byReference = z.strictObject({ reference: z.string().max(20) })

/** A command about one child, which answers the child as it then is. */
const change = <B extends z.ZodType<object>>(
  path: string,
  summary: string,
  body: B,
  act: (actor: Actor, command: z.output<B> & { readonly reference: string }) => Promise<Result<OwnChildDetail>>,
): Route =>
  route({
    method: 'post',
    path: `/children/:reference/${path}`,
    summary,
    params: byReference,
    body,
    answer: ownChildDetail,
    handle: (actor, { params, body: said }) => act(actor, { ...(said as z.output<B>), reference: params.reference }),
  })

export const childRoutes = (useCases: ChildUseCases): readonly Route[] => [
  route({
    method: 'post',
    path: '/children',
    summary: 'Add a child, born or unborn, to your agency’s register',
    body: addChildCommand,
    answer: childAdded,
    status: 201,
    handle: (actor, { body }) => useCases.addChild(actor, body),
  }),
  route({
    method: 'get',
    path: '/children/:reference',
    summary: 'One child, as the asking person may see it',
    params: byReference,
    answer: entitledChildDetail,
    handle: (actor, { params }) => useCases.readChild(actor, params),
  }),
  route({
    method: 'post',
    path: '/children/:reference/private',
    summary: 'Name, birth date and local reference; an act of its own, which the audit keeps',
    params: byReference,
    answer: privateDetail,
    handle: (actor, { params }) => useCases.readPrivateDetail(actor, params),
  }),
  change('dates', 'Record, correct or take away one date of the child’s journey', recordDateCommand, useCases.recordDate),
  change('disruption', 'Record that the placement disrupted; the child waits again', recordDisruptionCommand, useCases.recordDisruption),
  change('decision', 'Record a new decision after a plan that had ended', decideAgainCommand, useCases.recordNewDecision),
  change('attempts/taken-back', 'Take back a disruption or a new decision that was recorded by mistake', takeBackAttemptCommand, useCases.takeBackAttempt),
  change('birth', 'Record the birth of an unborn child', recordBirthCommand, useCases.recordBirth),
  change('pauses', 'Put the child on hold, or record that a legal challenge began', startPauseCommand, useCases.startPause),
  change('pauses/end', 'End a hold or a legal challenge', endPauseCommand, useCases.endPause),
  change('facts', 'Change what is known of the child beside the dates', describeChildCommand, useCases.describeChild),
  change('siblings', 'Say who the siblings are, and whether they are placed together', setSiblingsCommand, useCases.setSiblings),
]
