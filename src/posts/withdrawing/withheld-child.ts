import type { ChildReference } from '../../core/reference.ts'
import type { PostableChild } from '../ports.ts'

type AnonymousChild = PostableChild['child']

/** A card's barest form: which child and whom to ask, no fact at all. It replaces a card whose facts may not stay where they are. */
export const withheldChild = (reference: ChildReference, agency: AnonymousChild['agency'], isWaiting: boolean): AnonymousChild => ({
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
