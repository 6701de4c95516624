import type { Generated } from 'kysely'
import type { JourneyColumn } from './journey/journey-columns.ts'

/** The columns that the store writes; what is read is parsed by the schemas beside each query. */
export type ChildTables = {
  child: {
    id: string
    agency_id: number
    reference: string
    version: Generated<number>
    name_enc: Uint8Array | null
    local_ref_enc: Uint8Array | null
    born_enc: Uint8Array | null
    local_ref_hash: Uint8Array | null
    sex: string | null
    ethnicity: string | null
    disability: boolean | null
    expected_birth: string | null
    legal_status: string | null
    early_permanence_route: string | null
    foster_carer_adoption: boolean | null
    legal_advice_on: string | null
    plan_ended_reason: string | null
    attempts: string
    pauses: string
    standing: string
    sibling_group: string | null
    sibling_plan: string | null
    sibling_plan_on: string | null
    sibling_count: Generated<number>
    age_years: number | null
    age_band: string
    age_at_decision: number | null
    worker_id: string | null
    social_worker_id: string | null
    route_dates: string
    next_step: string | null
    next_step_due: string | null
    next_step_whose: string | null
    changed_at: Date
    changed_on: string
  } & Record<JourneyColumn, string | null>
  child_key: { child_id: string; agency_id: number; wrapped: Uint8Array }
  child_need: { agency_id: number; child_id: string; category: string; grade: string }
  child_change: { id: string; agency_id: number; child_id: string; at: Date; on_day: string; what: string[]; days: string; worker_id: string | null }
  child_shared: {
    child_id: string
    agency_id: number
    partnership_id: number
    reference: string
    age_years: number | null
    age_band: string
    sex: string | null
    sibling_count: number
    sibling_plan: string | null
    stage: string
    standing: string
    waiting_from: string
    adm_on: string | null
    order_on: string | null
    wait_ended_on: string | null
    is_waiting: boolean
    is_order_not_placed: boolean
    ethnicity_group: string | null
    disability: boolean | null
    harder_to_place: string[]
    need_categories: string[]
    need_grades: string
    routes: string[]
    next_step: string | null
    next_step_whose: string | null
    worker_name: string | null
    changed_at: Date
    changed_on: string
  }
}
