import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId, type ChildId } from '../../core/ids.ts'
import { yearsBetween, type PlainDate } from '../../core/plain-date.ts'
import { readDay } from '../../core/read-day.ts'
import { newReference, type ChildReference } from '../../core/reference.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import { isUniqueViolation, tryAgain } from '../../database/error-code.ts'
import { compared } from '../../trackers/clean.ts'
import type { ChangeDeps } from './change-child.ts'
import { mayAt } from '../child-access.ts'
import type { addChildCommand } from './child-commands-contract.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../child.ts'
import { journeyFaults } from '../journey/journey-faults.ts'
import { journeyFactsOf } from '../journey/journey-edits.ts'
import { NO_DATES } from '../journey/journey.ts'

type AddChildCommand = z.output<typeof addChildCommand>
export type AddChild = (actor: Actor, command: AddChildCommand) => Promise<Result<{ readonly reference: ChildReference }>>

type New = { readonly facts: Omit<Child, 'id' | 'agencyId' | 'reference' | 'version'>; readonly secrets: Secrets }

/** A day that may be left out: null then, and invalid when it is no real one or lies ahead. */
const dayOf = (field: string, text: string | undefined, today: PlainDate): Result<PlainDate | null> => {
  if (text === undefined) return ok(null)
  const day = readDay(field, text)
  return day.ok && day.value > today ? invalid(field, 'The day lies in the future.') : day
}

/** Another one was saved with the same local reference at this moment: done again, the command finds it. */
const tellsOfAnother = (error: unknown): never => {
  throw isUniqueViolation(error) ? tryAgain('This local reference was given at the same moment.', error) : error
}

const readNew = (command: AddChildCommand, today: PlainDate): Result<New> => {
  const { localReference, name, expectedBirth, sex } = command
  if (compared(localReference) === '') return invalid('localReference', 'Write the local reference.')
  const born = dayOf('born', command.born, today)
  if (!born.ok) return born
  const enteredCare = dayOf('enteredCare', command.enteredCare, today)
  if (!enteredCare.ok) return enteredCare
  if ((born.value === null) === (expectedBirth === undefined))
    return invalid('born', 'Give the date of birth, or, for an unborn child, the month in which the birth is due.')
  if (born.value === null && (name !== undefined || typeof sex === 'string'))
    return invalid('expectedBirth', 'Before the birth neither name nor sex is recorded.')
  if (born.value !== null && yearsBetween(born.value, today) >= 18) return invalid('born', 'This person is 18 or older.')
  const facts = { ...NOTHING_KNOWN, sex: sex ?? null, expectedBirth: expectedBirth ?? null, journey: { ...NO_DATES, enteredCare: enteredCare.value } }
  const [fault] = journeyFaults(journeyFactsOf(facts, born.value), today)
  if (fault) return invalid('enteredCare', fault.sentence)
  return ok({ facts, secrets: { name: name ?? null, born: born.value, localReference } })
}

/**
 * A child new to the agency's register, born or unborn. Refuses: not-allowed, also at the hub, which places no child; invalid where the
 * local reference is known already, or what is said of the child cannot be.
 */
export const addChild =
  ({ register, today }: Pick<ChangeDeps, 'register' | 'today'>): AddChild =>
  (actor, command) =>
    register.as(actor, { verb: 'child.added', key: command.key, command }, async ({ children, audit }): Promise<Result<{ reference: ChildReference }>> => {
      if (!mayAt(actor.roles, 'add', 'placing-agency') || actor.isHub) return refuse({ kind: 'not-allowed', action: 'add a child' })
      const read = readNew(command, today())
      if (!read.ok) return read
      const known = await children.ownByLocalReference(command.localReference)
      if (known) return invalid('localReference', `This local reference is in the register already, as ${known.child.reference}.`)
      const { facts, secrets } = read.value
      const wanted = { ...facts, id: newId<ChildId>(), agencyId: actor.agencyId, reference: newReference('FF'), version: 1 }
      const child = await children.add(wanted, secrets).catch(tellsOfAnother)
      await audit.record({ verb: 'child.added', subjectAgencyId: actor.agencyId, subjects: [child.reference] })
      return ok({ reference: child.reference })
    })
