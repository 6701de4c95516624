import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Today } from '../../core/plain-date.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { mayAdminister } from './administration-access.ts'
import type { partner, partners } from './administration-contract.ts'
import type { PartnerAgency, PartnerStore } from './partner-store.ts'

/** Where the bot is, as far as it was told: the room of the posts knows. */
interface BotChannels {
  agencyChannels(): Promise<readonly unknown[]>
  regionalChannels(): Promise<readonly { readonly agencyId: number }[]>
}
export interface PartnerDeps {
  readonly register: Register<{ readonly partners: PartnerStore; readonly posts: BotChannels }>
  readonly today: Today
  /** where an administrator of a tenant approves the app; without the tenant's id Entra asks which one. Null in the demo. */
  readonly consentLink: ((tenantId: string | null) => string) | null
}
export type ReadPartners = (actor: Actor) => Promise<Result<z.input<typeof partners>>>

/** What is told of every agency, and of one's own alone: a partner's tenant id, administrators and conversations are its own. */
const partnerView = (
  agency: PartnerAgency,
  own: Pick<z.input<typeof partner>, 'botInstalled' | 'administrators'> | undefined,
  consentLink: PartnerDeps['consentLink'],
) => {
  const hasTenant = agency.tenantId !== null
  return {
    code: agency.code,
    name: agency.name,
    isHub: agency.isHub,
    isYours: own !== undefined,
    hasTenant,
    tenantId: own === undefined ? null : agency.tenantId,
    servedBy: agency.servedBy,
    consent: hasTenant ? ('not-known-here' as const) : ('not-needed' as const),
    consentLink: hasTenant && consentLink !== null ? consentLink(own === undefined ? null : agency.tenantId) : null,
    sharesFrom: agency.sharesFrom,
    botInstalled: own?.botInstalled ?? null,
    administrators: own?.administrators ?? null,
  }
}

/** The agencies of the partnership: who takes part, from when each shares, and how far one's own is set up. */
export const readPartners =
  ({ register, today, consentLink }: PartnerDeps): ReadPartners =>
  async (actor) =>
    register.as(actor, { verb: 'partners.read' }, async (scope) => {
      if (!mayAdminister(actor, 'read-partners', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see how the partner agencies are set up' })
      const channels = [
        ...(await scope.posts.agencyChannels()),
        ...(await scope.posts.regionalChannels()).filter(({ agencyId }) => agencyId === actor.agencyId),
      ]
      const own = { botInstalled: channels.length > 0, administrators: [...(await scope.partners.administrators(today()))] }
      const changes = await scope.partners.sharingChanges()
      return ok({
        items: (await scope.partners.list()).map((agency) => partnerView(agency, agency.id === actor.agencyId ? own : undefined, consentLink)),
        changes: changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
        mayChangeSharing: mayAdminister(actor, 'change-sharing', actor.agencyId),
        demo: consentLink === null,
      })
    })
