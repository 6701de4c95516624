import { londonToday, type Now } from '../../core/plain-date.ts'
import type { JobHandlers, NewJob } from '../../database/job-queue.ts'
import type { BaseScope, Register } from '../../database/register.ts'
import type { SettingsStore } from '../../settings/settings-store.ts'
import type { Caseloads } from './ports.ts'
import type { ReadingKind } from './reading-alerts-contract.ts'
import type { Reader, ReadingsStore } from './readings-store.ts'
import { judge, kindsFor, WINDOW_OF } from './unusual-reading.ts'
import type { AgencyId } from '../../core/ids.ts'

interface WatchScope {
  readonly readings: ReadingsStore
  readonly caseloads: Caseloads
  readonly settings: SettingsStore
}
interface Deps {
  readonly register: Register<WatchScope>
  readonly now: Now
}

const MINUTES = 60_000
const EVERY = 15 * MINUTES
/** A transaction may be committed after later ones were looked at: so much is looked at again. */
const AGAIN = 10 * MINUTES
const DAY = 24 * 60 * MINUTES
/** An alert that still covers a reading began at most one window before it, and its own readings reach one more. */
const BACK = 2 * Math.max(...Object.values(WINDOW_OF))

/** The next quarter of an hour. Two processes that leave it behind leave one. */
export const watchReadingJob = (now: Date): NewJob => {
  const runAt = new Date((Math.floor(now.getTime() / EVERY) + 1) * EVERY)
  return { kind: 'reading.watch', payload: {}, runAt, once: runAt.toISOString() }
}

const judgeReader = async ({ readings, audit }: WatchScope & BaseScope, agencyId: AgencyId, reader: Reader, asked: Judging): Promise<void> => {
  for (const kind of kindsFor(reader.roles)) {
    const counted = kind === 'many-children' ? reader.readings : reader.readings.filter(({ child }) => !asked.own.has(child))
    const { raised, grown } = judge(counted, reader.alerts[kind], asked.thresholds[kind], WINDOW_OF[kind])
    for (const { id, ...now } of grown) await readings.grow(id, now)
    for (const unusual of raised)
      // whom it is about must not find it in the audit: the alert itself says who
      if (await readings.raise(reader, kind, unusual, asked.thresholds[kind]))
        await audit.record({ verb: 'alert.raised', subjectAgencyId: agencyId, subjects: [], reason: kind })
  }
}
interface Judging {
  readonly own: ReadonlySet<string>
  readonly thresholds: Readonly<Record<ReadingKind, number>>
}

/**
 * Looks at what an agency's own people opened since the last look, and raises alerts: all in one transaction, so that a crash leaves
 * neither half an alert nor a second one. The first look goes a day back.
 */
export const watchReading =
  ({ register, now }: Deps) =>
  (agencyId: AgencyId, next: readonly NewJob[] = []): Promise<void> =>
    register.asJob(agencyId, 'reading.watch', async (scope) => {
      const { readings, caseloads, settings, jobs } = scope
      const until = now()
      const watched = (await readings.watchedUntil())?.getTime() ?? until.getTime() - DAY
      const newFrom = Math.min(watched, until.getTime()) - AGAIN
      const today = londonToday(until)
      const values = await settings.valuesOn(today)
      const thresholds = { 'many-children': values.readingWithinHour.value, 'outside-caseload': values.readingOutsideCaseload.value }
      const readers = await readings.readers(new Date(newFrom), new Date(newFrom - BACK), today)
      const cases = await caseloads.of(readers.map(({ workerId }) => workerId))
      for (const reader of readers) await judgeReader(scope, agencyId, reader, { thresholds, own: cases.get(reader.workerId) ?? new Set() })
      await readings.setWatchedUntil(until)
      await jobs.add(...next)
    })

export const readingHandlers = (deps: Deps): JobHandlers => ({
  'reading.watch': async (job) => {
    await watchReading(deps)(job.agencyId, [watchReadingJob(deps.now())])
    return { kind: 'done' }
  },
})
