import { sql } from 'kysely'
import type { Now, Today } from '../core/plain-date.ts'
import type { Database } from '../database/database.ts'
import type { ChooseAgency } from './identity.ts'
import { findPerson } from './membership-rows.ts'
import { rolesOn } from './people.ts'
import { canonical } from './sign-in.ts'

/** Somebody who works for several agencies works for this one from now on, wherever they ask next. */
export const chooseAgency =
  ({ database, today, now }: { readonly database: Pick<Database, 'asNamedJob'>; readonly today: Today; readonly now: Now }): ChooseAgency =>
  async (given, agencyCode) =>
    database.asNamedJob('sign-in', async (trx) => {
      const identity = canonical(given)
      if (identity.isGuest === true) return false
      const person = await findPerson(trx, identity)
      const chosen = person?.memberships.find((membership) => membership.actor.agencyCode === agencyCode && rolesOn(membership, today()).length > 0)
      if (chosen === undefined) return false
      await sql`update worker set chosen_at = ${now()} where agency_id = ${chosen.actor.agencyId} and id = ${chosen.actor.workerId}`.execute(trx)
      return true
    })
