import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import { parsePlainDate, type PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { describeChildCommand } from './child-commands-contract.ts'
import type { ChildStore } from '../child-store.ts'
import type { OwnChildDetail } from '../child-views.ts'
import type { Child } from '../child.ts'
import { isEthnicityCode } from '../ethnicity.ts'
import { unlessFaulty } from '../journey/journey-edits.ts'
import type { OwnRecord } from '../own-child-row.ts'

export type DescribeChildCommand = z.output<typeof describeChildCommand> & { readonly reference: string }
export type DescribeChild = (actor: Actor, command: DescribeChildCommand) => Promise<Result<OwnChildDetail>>
type Facts = DescribeChildCommand['facts']

const isDay = (text: string | null | undefined): text is PlainDate => typeof text === 'string' && parsePlainDate(text) !== undefined

/** Why facts cannot be; undefined where they can. */
const whyNot = (facts: Facts, record: OwnRecord, today: PlainDate): { readonly field: keyof Facts; readonly sentence: string } | undefined => {
  const { ethnicity, expectedBirth, sex, legalAdviceOn, nextStepDue } = facts
  if (typeof ethnicity === 'string' && !isEthnicityCode(ethnicity)) return { field: 'ethnicity', sentence: 'Choose one of the groups of the list.' }
  if (expectedBirth !== undefined && !record.isUnborn)
    return { field: 'expectedBirth', sentence: 'Only an unborn child has a month in which the birth is due.' }
  if (record.isUnborn && typeof sex === 'string') return { field: 'sex', sentence: 'Before the birth no sex is recorded.' }
  if (typeof legalAdviceOn === 'string' && (!isDay(legalAdviceOn) || legalAdviceOn > today))
    return { field: 'legalAdviceOn', sentence: 'The day of the advice must be a real day, and not ahead.' }
  if (typeof nextStepDue === 'string' && !isDay(nextStepDue)) return { field: 'nextStepDue', sentence: 'Write the date as 2026-11-22.' }
  return undefined
}

/** Needs in the order in which the register keeps them, so that the same ones are no change. */
const described = (child: Child, { needs, ...facts }: Facts): Child => ({
  ...child,
  ...(needs && { needs: needs.toSorted((one, other) => (one.category < other.category ? -1 : 1)) }),
  ...(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Child>),
})

const strangers = async (facts: Facts, children: ChildStore): Promise<'workerId' | 'socialWorkerId' | undefined> => {
  for (const field of ['workerId', 'socialWorkerId'] as const) {
    const id = facts[field]
    if (typeof id === 'string' && !(await children.worksHere(id as WorkerId))) return field
  }
  return undefined
}

/**
 * Changes what is known of a child beside the dates; what is left out stays. Refuses as `changeChild` does, and invalid for what
 * cannot be: somebody who does not work here, a sex before birth, legal advice taken away under a live profile.
 */
export const describeChild =
  (deps: ChangeDeps): DescribeChild =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.described',
      permission: 'edit',
      action: 'change what is recorded of this child',
      edit: async (record, { born }, { children }) => {
        const { facts } = command
        const wrong = whyNot(facts, record, deps.today())
        if (wrong) return invalid(wrong.field, wrong.sentence)
        const stranger = await strangers(facts, children)
        if (stranger) return invalid(stranger, 'Choose somebody who works for your agency.')
        const child = unlessFaulty(record.child, described(record.child, facts), born, deps.today(), 'legalAdviceOn')
        return child.ok ? ok({ child: child.value }) : child
      },
    })
