import type { Actor } from '../core/actor.ts'

/** Who a verified token or a conversation's roster says is asking: the person's own tenant and object id, nothing else. */
export interface Identity {
  readonly tenantId: string
  readonly objectId: string
  /** true where the roster says that this account is a guest in the tenant that it signed in to */
  readonly isGuest?: boolean
}

/** What the app makes of an identity. Everything but an actor gets a sentence that says whom to ask, and nothing else. */
export type SignIn =
  | { readonly kind: 'actor'; readonly actor: Actor; readonly worksFor: readonly { readonly code: string; readonly name: string }[] }
  | { readonly kind: 'unknown-tenant' }
  | { readonly kind: 'guest' }
  | { readonly kind: 'no-role'; readonly agencyName: string }
  | { readonly kind: 'left'; readonly agencyName: string }
  /** works for several agencies and has not chosen yet */
  | { readonly kind: 'choose'; readonly worksFor: readonly { readonly code: string; readonly name: string }[] }

export type SignInOf = (identity: Identity) => Promise<SignIn>
/** Chooses the agency to work for from now on; false when the person has no role there. */
export type ChooseAgency = (identity: Identity, agencyCode: string) => Promise<boolean>
