import { sql } from 'kysely'
import type { Database } from '../src/database/database.ts'

/**
 * Brings the demo region up to so many children: a third of them waiting, spread over agencies, ages, stages and needs as the
 * demo's are. Plain rows without encrypted fields, which no list reads. Takes seconds where the use case would take minutes.
 */
export const fillTo = (database: Database, size: number): Promise<void> =>
  database.asOwner(async (trx) => {
    await sql`alter table child no force row level security; alter table child_shared no force row level security; alter table child_need no force row level security`.execute(
      trx,
    )
    await sql`
      insert into child (id, agency_id, reference, sex, disability, entered_care, pack_a, parallel_plan, cpr_submitted, adm_decision, placement_order, profile_live, matched, standing, ethnicity, legal_status, age_years, age_band, sibling_count, changed_at)
      select gen_random_uuid(), 1 + n % 5, 'FF-#' || n, case n % 2 when 0 then 'female' else 'male' end, n % 9 = 0,
        current_date - 1100 - n % 500, current_date - 1080 - n % 500, current_date - 1060 - n % 500, current_date - 730 - n % 100,
        current_date - 20 - n % 700, case n % 3 when 0 then null else current_date - n % 690 end,
        case n % 5 when 0 then null else current_date - n % 600 end,
        case when n % 3 = 1 then null when n % 7 = 0 then null else current_date - n % 20 end,
        (array['family-finding', 'family-finding', 'link-exploring', 'linked', 'on-hold'])[1 + n % 5], (array['WBRI', 'WBRI', 'MWBC', 'AIND'])[1 + n % 4], 'C1',
        n % 9, case when n % 9 = 0 then 'under 1' when n % 9 < 3 then '1–2' when n % 9 < 5 then '3–4' else '5–9' end, n % 4, now()
      from generate_series((select count(*)::int from child) + 1, ${size}::int) n`.execute(trx)
    await sql`
      insert into child_shared (child_id, agency_id, partnership_id, reference, age_years, age_band, sex, sibling_count, stage, standing, is_order_not_placed, waiting_from, adm_on, order_on, is_waiting, ethnicity_group, disability, need_categories, changed_at)
      select id, agency_id, 1, reference, age_years, age_band, sex, sibling_count,
        case when matched is not null then 'matched' when placement_order is not null then 'placementOrder' else 'admDecision' end,
        standing, is_order_not_placed, waiting_from, adm_decision, placement_order, is_waiting, 'White', disability,
        case when age_years % 3 = 0 then array['health', 'attachment'] when age_years % 3 = 1 then array['emotional'] else '{}'::text[] end, changed_at
      from child where reference like 'FF-#%'
      on conflict do nothing`.execute(trx)
    await sql`alter table child_change no force row level security`.execute(trx)
    await sql`insert into child_change (id, agency_id, child_id, at, on_day, what)
      select gen_random_uuid(), agency_id, id, now() - n * interval '20 days', current_date - n * 20, array['placementOrder']
      from child cross join generate_series(1, 3) n where reference like 'FF-#%'`.execute(trx)
    await sql`alter table child_change force row level security`.execute(trx)
    await sql`alter table child force row level security; alter table child_shared force row level security; alter table child_need force row level security`.execute(
      trx,
    )
    await sql`update child set reference = 'FF-' || substr(md5(reference), 1, 12) where reference like 'FF-#%'`.execute(trx)
    await sql`update child_shared s set reference = c.reference from child c where c.id = s.child_id and s.reference like 'FF-#%'`.execute(trx)
  })

/** What a server's autovacuum would have done by the next day. */
export const settle = (database: Database): Promise<void> =>
  database.asOwner(async (trx) => {
    await sql`analyze`.execute(trx)
  })
