import { v7 as uuidv7 } from 'uuid'

declare const brand: unique symbol
export type Branded<Name extends string, Base = string> = Base & { readonly [brand]: Name }

export type ChildId = Branded<'ChildId'>
export type WorkerId = Branded<'WorkerId'>
export type MeetingId = Branded<'MeetingId'>
export type PostId = Branded<'PostId'>
/** A small positive integer: it is written into `SET LOCAL app.agency`, so nothing but digits may reach it. */
export type AgencyId = Branded<'AgencyId', number>
export type PartnershipId = Branded<'PartnershipId', number>

/** A new time-ordered id (UUID v7), made here and not by the database, so that every engine sorts alike. */
export const newId = <Id extends string>(): Id => uuidv7() as Id
