/** `agency` and `regional` are channels of one tenant, `shared` is a channel that people of several tenants read. */
export const KINDS = ['personal', 'group', 'agency', 'regional', 'shared'] as const
export type Kind = (typeof KINDS)[number]
