import { PAUSE_KINDS } from '../../../src/children/child-views.ts'
import type { EntitledChildDetail } from '../../api/shapes.ts'

/** The short forms that change a child's record. */
const CHILD_FORMS = [
  'record-date',
  'start-again',
  'disruption',
  'take-back',
  'pause',
  'resume',
  'facts',
  'needs',
  'sibling-plan',
  'next-step',
  'birth',
] as const
export type ChildForm = (typeof CHILD_FORMS)[number]

/** Which forms the service's answer offers this person for this child, as it stands now. */
export const formsOffered = (child: EntitledChildDetail): readonly ChildForm[] => {
  if (child.view !== 'own') return []
  const mayEdit = child.actions.includes('edit')
  const open = child.pauses.filter(({ until }) => until === null)
  const offered: Readonly<Record<ChildForm, boolean>> = {
    'record-date': child.recordable.length > 0,
    'start-again': child.mayDecideAgain,
    disruption: child.mayDisrupt,
    'take-back': child.mayTakeBack,
    pause: mayEdit && open.length < PAUSE_KINDS.length,
    resume: mayEdit && open.length > 0,
    birth: mayEdit && child.expectedBirth !== null,
    facts: mayEdit,
    needs: mayEdit,
    'sibling-plan': mayEdit,
    'next-step': mayEdit,
  }
  return CHILD_FORMS.filter((form) => offered[form])
}
