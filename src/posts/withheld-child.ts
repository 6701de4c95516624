import type { AgencyContact, AnonymousChild } from '../children/child-views.ts'
import type { ChildReference } from '../core/reference.ts'

/** A card's barest form: which child and whom to ask, no fact at all. It replaces a card whose facts may not stay where they are. */
export const withheldChild = (reference: ChildReference, agency: AgencyContact, isWaiting: boolean): AnonymousChild => ({
  view: 'anonymous',
  reference,
  agency,
  isWaiting,
  ageBand: null,
  waitingBand: null,
  stage: null,
  sex: null,
  siblings: null,
  needs: [],
})
