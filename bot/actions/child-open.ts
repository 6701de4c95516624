import { showChild } from '../show-child.ts'
import { childOpenVerb } from '../verbs/child-verbs.ts'
import { action } from './action.ts'

export const childOpen = action(
  childOpenVerb,
  (deps) =>
    (turn, { reference }) =>
      showChild(deps)(turn, reference),
)
