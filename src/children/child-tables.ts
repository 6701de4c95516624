import type { Generated } from 'kysely'

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
    entered_care: string | null
    adm_decision: string | null
    placement_order: string | null
    early_permanence: string | null
    matched: string | null
    placed: string | null
    adoption_order: string | null
    plan_ended: string | null
    plan_ended_reason: string | null
    sibling_group: string | null
    sibling_plan: string | null
    sibling_count: Generated<number>
    age_years: number | null
    age_band: string
    worker_id: string | null
    routes: string[]
    next_step: string | null
    next_step_due: string | null
    next_step_whose: string | null
    changed_at: Date
  }
  child_key: { child_id: string; agency_id: number; wrapped: Uint8Array }
  child_need: { agency_id: number; child_id: string; category: string; grade: string }
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
    waiting_from: string
    adm_on: string | null
    order_on: string | null
    is_waiting: boolean
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
  }
}
