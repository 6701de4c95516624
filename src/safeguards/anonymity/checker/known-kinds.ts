export const KNOWN_KINDS = ['name', 'place', 'school'] as const
export type KnownKind = (typeof KNOWN_KINDS)[number]
