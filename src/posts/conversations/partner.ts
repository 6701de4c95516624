import type { AgencyId } from '../../core/ids.ts'

/** An agency of the partnership, with the tenant its people sign in to; null for one that is served by another's people. */
export interface Partner {
  readonly id: AgencyId
  readonly code: string
  readonly name: string
  readonly tenantId: string | null
}
