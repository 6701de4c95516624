import { showChild } from '../show-child.ts'
import { childMoreVerb } from '../verbs/child-verbs.ts'
import { action } from './action.ts'

export const childMore = action(
  childMoreVerb,
  (deps) =>
    (turn, { reference }) =>
      showChild(deps)(turn, reference),
)
