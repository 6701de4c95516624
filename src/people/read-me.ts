import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { ok, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import type { SignInOf } from './identity.ts'
import { pagesOf, sectionsOf } from './people-access.ts'
import type { me } from './people-contract.ts'
import type { PeopleStore } from './people-store.ts'

export type ReadMe = (actor: Actor) => Promise<Result<z.input<typeof me>>>

export interface ReadMeDeps {
  readonly register: Register<{ people: PeopleStore }>
  readonly signIn: SignInOf
  /** true where the register holds the demo region */
  readonly demo: boolean
}

/** Who the app takes somebody for, and what they may open. Reads no child: nothing to audit. */
export const readMe =
  ({ register, signIn, demo }: ReadMeDeps): ReadMe =>
  async (actor) => {
    const found = await signIn(actor)
    return register.as(actor, { verb: 'me.read' }, async ({ people }) => {
      const agencies = await people.agencies()
      return ok({
        name: actor.name,
        agency: { code: actor.agencyCode, name: actor.agencyName, isHub: actor.isHub },
        roles: [...actor.roles],
        agencies: agencies.map(({ code, name }) => ({ code, name })),
        worksFor: found.kind === 'actor' ? found.worksFor.map(({ code, name }) => ({ code, name })) : [],
        pages: [...pagesOf(actor)],
        administration: [...sectionsOf(actor)],
        demo,
      })
    })
  }
