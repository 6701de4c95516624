import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import { addDays, LONDON, type Today } from '../../core/plain-date.ts'
import type { JobHandlers, NewJob } from '../../database/job-queue.ts'
import type { Register, Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { ageInYears } from '../bands.ts'
import { agencyIdOf, childStore, type ChildStoreDeps } from '../child-store.ts'
import { NEED_CATEGORIES } from '../child-views.ts'
import { sharingOf, writeSharedRows } from './write-shared-rows.ts'
import { ageColumns } from '../changing/write-child.ts'

/** Ages and bands of an agency's children as of today, and which needs are rare. */
export interface AgeingStore {
  /** Puts right each age that a birthday has changed since; answers how many. */
  refreshAges(): Promise<number>
  /** Counts for each need how many waiting children of the partnership have it: the rarest is dropped first (shared-facts.ts). */
  countNeeds(): Promise<void>
}

const ageRow = z.strictObject({ id: z.uuid(), age_years: z.int().nullable() })

export const ageingStore = (trx: Transaction, who: Who, deps: ChildStoreDeps): AgeingStore => {
  const agencyId = agencyIdOf(who)
  const children = childStore(trx, who, deps)
  return {
    refreshAges: async () => {
      const { rows } = await sql`select id, age_years from child where agency_id = ${agencyId} and born_enc is not null and adoption_order is null`.execute(trx)
      const changed: ChildId[] = []
      for (const row of z.array(ageRow).parse(rows)) {
        const born = (await children.secrets(row.id as ChildId))?.born ?? null
        const age = ageColumns(ageInYears(born, deps.today()))
        if (age.age_years === row.age_years) continue
        await sql`update child set age_years = ${age.age_years}, age_band = ${age.age_band} where id = ${row.id} and agency_id = ${agencyId}`.execute(trx)
        changed.push(row.id as ChildId)
      }
      if (changed.length === 0) return 0
      await writeSharedRows({ trx, agencyId, ...deps }, await sharingOf(trx, agencyId), changed)
      return changed.length
    },
    countNeeds: async () => {
      const bits = NEED_CATEGORIES.map((category, index) => sql`(${category}, ${sql.lit(2 ** index)})`)
      await sql`insert into need_rarity (partnership_id, bit, waiting)
        select a.partnership_id, b.bit, (select count(*) from child_shared s where s.partnership_id = a.partnership_id and s.is_waiting and b.category = any(s.need_categories))
        from agency a, (values ${sql.join(bits)}) b (category, bit) where a.id = ${agencyId}
        on conflict (partnership_id, bit) do update set waiting = excluded.waiting`.execute(trx)
    },
  }
}

/** A quarter past midnight in London, so that birthdays hold when people come to work. */
const nextNight = (today: ReturnType<Today>): Date => {
  const at = Temporal.PlainDate.from(addDays(today, 1)).toZonedDateTime({ timeZone: LONDON, plainTime: '00:15' })
  return new Date(at.epochMilliseconds)
}

/** The job of the coming night for one agency; main.ts adds it where none is open. In no queue: an agency whose night goes wrong holds up no other. */
export const refreshSharedJob = (today: ReturnType<Today>): NewJob => ({
  kind: 'child.refresh-shared',
  payload: {},
  runAt: nextNight(today),
})

interface Deps {
  readonly register: Register<{ readonly ageing: AgeingStore }>
  readonly today: Today
}

/** Refreshes one agency, now; answers how many children had a birthday. */
export const refreshShared =
  ({ register }: Pick<Deps, 'register'>) =>
  (agencyId: AgencyId, next: readonly NewJob[] = []): Promise<number> =>
    register.asJob(agencyId, 'child.refresh-shared', async ({ ageing, jobs }) => {
      const changed = await ageing.refreshAges()
      await ageing.countNeeds()
      await jobs.add(...next)
      return changed
    })

/** The nightly job, which leaves the next night's behind in the same transaction; posted cards are drawn anew after it. */
export const childHandlers = (deps: Deps): JobHandlers => ({
  'child.refresh-shared': async (job) => {
    await refreshShared(deps)(job.agencyId, [refreshSharedJob(deps.today()), { kind: 'post.redraw', payload: {} }])
    return { kind: 'done' }
  },
})
