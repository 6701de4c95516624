import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId, type Branded } from '../../core/ids.ts'
import { parsePlainDate, type PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import { tryAgain } from '../../database/error-code.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { setSiblingsCommand } from './child-commands-contract.ts'
import { readChildReference } from '../child-reference.ts'
import type { ChildStore } from '../child-store.ts'
import type { OwnChildDetail } from '../child-views.ts'
import type { Child } from '../child.ts'

type SetSiblingsCommand = z.output<typeof setSiblingsCommand> & { readonly reference: string }
export type SetSiblings = (actor: Actor, command: SetSiblingsCommand) => Promise<Result<OwnChildDetail>>

type Group = Pick<Child, 'siblingGroup' | 'siblingPlan' | 'siblingPlanOn'>
const ALONE: Group = { siblingGroup: null, siblingPlan: null, siblingPlanOn: null }

const planOf = ({ siblings, plan, decidedOn }: SetSiblingsCommand, today: PlainDate): Result<Omit<Group, 'siblingGroup'>> => {
  if (siblings.length === 0 && (plan !== null || decidedOn !== null)) return invalid('plan', 'A plan for siblings needs at least one brother or sister.')
  if (decidedOn === null) {
    return plan === 'together' || plan === 'apart' ? invalid('decidedOn', 'Say when it was decided.') : ok({ siblingPlan: plan, siblingPlanOn: null })
  }
  const on = parsePlainDate(decidedOn)
  if (on === undefined || on > today) return invalid('decidedOn', 'The day of the decision must be a real day, and not ahead.')
  if (plan === null || plan === 'undecided') return invalid('decidedOn', 'There is no decision yet, and so no day for it.')
  return ok({ siblingPlan: plan, siblingPlanOn: on })
}

/** The named others, each a child of the own agency; a hidden child answers as one that does not exist. */
const named = async (children: ChildStore, references: readonly string[], self: Child): Promise<Result<readonly Child[]>> => {
  const found: Child[] = []
  for (const typed of new Set(references)) {
    const reference = readChildReference(typed)
    const record = reference.ok ? await children.own(reference.value) : undefined
    if (!record) return invalid('siblings', `There is no child ${typed} at your agency. Brothers and sisters placed by another agency cannot be joined here.`)
    if (record.child.id === self.id) return invalid('siblings', 'A child is not their own sibling.')
    if (!found.some(({ id }) => id === record.child.id)) found.push(record.child)
  }
  return ok(found)
}

/** A group that is made up of others than before is a new one: so each of its children is another now, and whoever looks at one is told. */
const groupOf = (child: Child, others: readonly Child[], leaving: readonly Child[]): string =>
  child.siblingGroup !== null && leaving.length === 0 && others.every(({ siblingGroup }) => siblingGroup === child.siblingGroup)
    ? child.siblingGroup
    : newId<Branded<'SiblingGroup'>>()

/** Those who were in a group with any of these and are not named now. */
const left = async (children: ChildStore, group: readonly Child[]): Promise<readonly Child[]> => {
  const groups = [...new Set(group.flatMap(({ siblingGroup }) => (siblingGroup === null ? [] : [siblingGroup])))]
  const members = await children.ofSiblingGroups(groups)
  return members.filter(({ id }) => !group.some((one) => one.id === id))
}

/** A race with somebody who changes one of the others at this moment ends in a retry of this command. */
const save = async (children: ChildStore, was: Child, group: Group): Promise<void> => {
  if (was.siblingGroup === group.siblingGroup && was.siblingPlan === group.siblingPlan && was.siblingPlanOn === group.siblingPlanOn) return
  if (!(await children.replace(was, { ...was, ...group }))) throw tryAgain(`${was.reference} was changed at the same moment.`)
}

/**
 * Says who is brother or sister of a child, and whether they are placed together, apart or it is undecided (Together Apart, S000 ¶2),
 * for the whole group at once. Whoever is not named leaves it. Refuses as `changeChild` does, and invalid for a plan without siblings, a
 * decision without its day, or a child that is not of the own agency.
 */
export const setSiblings =
  (deps: ChangeDeps): SetSiblings =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.siblings-set',
      permission: 'edit',
      action: 'change the siblings of this child',
      edit: async ({ child }, _secrets, { children, audit }) => {
        const plan = planOf(command, deps.today())
        if (!plan.ok) return plan
        await children.lockSiblings()
        const others = await named(children, command.siblings, child)
        if (!others.ok) return others
        const leaving = await left(children, [child, ...others.value])
        const group: Group = others.value.length === 0 ? ALONE : { ...plan.value, siblingGroup: groupOf(child, others.value, leaving) }
        for (const other of others.value) await save(children, other, group)
        for (const former of leaving) await save(children, former, ALONE)
        const touched = [...others.value, ...leaving].map(({ reference }) => reference)
        if (touched.length > 0) await audit.record({ verb: 'child.siblings-set', subjectAgencyId: child.agencyId, subjects: touched })
        return ok({ child: { ...child, ...group } })
      },
    })
