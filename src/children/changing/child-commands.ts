import { addChild } from './add-child.ts'
import type { ChangeDeps } from './change-child.ts'
import type { ChildUseCases } from '../child-routes.ts'
import { describeChild } from './describe-child.ts'
import { endPause, startPause } from './pause-child.ts'
import { recordBirth } from './record-birth.ts'
import { recordDate } from './record-date.ts'
import { recordDisruption } from './record-disruption.ts'
import { recordNewDecision } from './record-new-decision.ts'
import { takeBackAttempt } from './take-back-attempt.ts'
import { setSiblings } from './set-siblings.ts'

/** Every change of a child that a person makes. */
export const childCommands = (deps: ChangeDeps): Omit<ChildUseCases, 'readChild' | 'readPrivateDetail'> => ({
  addChild: addChild(deps),
  describeChild: describeChild(deps),
  endPause: endPause(deps),
  recordBirth: recordBirth(deps),
  recordDate: recordDate(deps),
  recordDisruption: recordDisruption(deps),
  recordNewDecision: recordNewDecision(deps),
  setSiblings: setSiblings(deps),
  startPause: startPause(deps),
  takeBackAttempt: takeBackAttempt(deps),
})
