import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { parsePlainDate, type PlainDate, type Today } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { mayAt, mayChild, permissionToRecord } from './child-access.ts'
import type { recordDateCommand } from './child-contract.ts'
import { readChildReference } from './child-reference.ts'
import type { ChildStore } from './child-store.ts'
import type { OwnChild } from './child-views.ts'
import type { Child } from './child.ts'
import { DATE_WORDS, journeyFaults } from './journey.ts'
import { presentOwnChild } from './own-child-row.ts'
import { childChanged } from './child-changed.ts'

interface Deps {
  readonly register: Register<{ readonly children: ChildStore }>
  readonly today: Today
}
export type RecordDateCommand = z.output<typeof recordDateCommand> & { readonly reference: string }
export type RecordDate = (actor: Actor, command: RecordDateCommand) => Promise<Result<OwnChild>>

/** The child with this date; invalid when the journey could then not be right. */
const withDate = (child: Child, command: RecordDateCommand, on: PlainDate, born: PlainDate | null, today: PlainDate): Result<Child> => {
  const { date, reason } = command
  if (date === 'planEnded' && reason === undefined) return invalid('reason', 'Say why the plan ended: RD1, RD2, RD3 or RD4.')
  if (date !== 'planEnded' && reason !== undefined) return invalid('reason', 'A reason goes with the end of the plan only.')
  const journey = { ...child.journey, [date]: on }
  const before = new Set(journeyFaults(child.journey, born, today).map(({ code, date: at, with: other }) => `${code} ${at} ${other ?? ''}`))
  const fault = journeyFaults(journey, born, today).find(
    ({ code, date: at, with: other }) => at === date || other === date || !before.has(`${code} ${at} ${other ?? ''}`),
  )
  if (fault) return invalid('on', fault.sentence)
  return ok({ ...child, journey, planEndedReason: date === 'planEnded' ? (reason ?? null) : child.planEndedReason })
}

/**
 * Records or corrects one date of a child's journey. The ADM's own decisions (`admDecision`, `matched`) are recorded by an agency
 * decision maker of the placing agency only. Refuses: not-found, not-allowed, stale-version when somebody else was first, invalid
 * with a sentence when the dates could not be right. Where the stage changes, posted cards follow (job `post.child-changed`).
 */
export const recordDate =
  ({ register, today }: Deps): RecordDate =>
  async (actor, command) => {
    const parsed = readChildReference(command.reference)
    if (!parsed.ok) return parsed
    const on = parsePlainDate(command.on)
    if (on === undefined) return invalid('on', 'Write the date as 2026-11-22.')
    const reference = parsed.value
    const doing = { verb: 'child.date-recorded', subjects: [reference], key: command.key, command }
    const done = await register.as(actor, doing, async ({ children, audit, jobs }): Promise<Result<{ reference: ChildReference }>> => {
      const record = mayAt(actor.roles, 'read', 'placing-agency') ? await children.own(reference) : undefined
      const refused = refuse({ kind: 'not-allowed', action: `record the ${DATE_WORDS[command.date]} of this child` })
      if (!record) {
        const shared = await children.shared(reference)
        return shared && mayChild(actor, 'read', shared.agency_id) ? refused : notFound()
      }
      const was = record.child
      if (!mayChild(actor, permissionToRecord(command.date), was.agencyId)) return refused
      if (was.version !== command.version) return refuse({ kind: 'conflict', reason: 'stale-version' })
      const born = (await children.secrets(was.id))?.born ?? null
      const changed = withDate(was, command, on, born, today())
      if (!changed.ok) return changed
      if (!(await children.replace(was, changed.value))) return refuse({ kind: 'conflict', reason: 'stale-version' })
      await audit.record({ verb: 'child.date-recorded', subjectAgencyId: was.agencyId, subjects: [reference] })
      await jobs.add(...childChanged(was, changed.value))
      return ok({ reference })
    })
    // read afterwards and as a read of its own, so that a kept key holds nothing about the child and opens nothing later
    return done.ok ? readAgain({ register, today }, actor, reference) : done
  }

const readAgain = ({ register, today }: Deps, actor: Actor, reference: ChildReference): Promise<Result<OwnChild>> =>
  register.as(actor, { verb: 'child.read', subjects: [reference] }, async ({ children, audit }) => {
    const own = mayAt(actor.roles, 'read', 'placing-agency') ? await children.own(reference) : undefined
    if (!own) return notFound()
    await audit.record({ verb: 'child.read', subjectAgencyId: own.child.agencyId, subjects: [reference] })
    return ok(presentOwnChild(own, actor, today()))
  })
