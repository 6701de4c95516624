import * as z from 'zod'
import { ROLES } from '../core/actor.ts'

/** `GET /api/v1/me`: who the app takes this person for, and what they may open. */
export const me = z.strictObject({
  name: z.string(),
  agency: z.strictObject({ code: z.string(), name: z.string(), isHub: z.boolean() }),
  roles: z.array(z.enum(ROLES)),
  /** every agency of the partnership, for filters */
  agencies: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** agencies this person works for, where there are several; `POST /api/v1/me/agency` chooses */
  worksFor: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  pages: z.array(z.enum(['waiting', 'posts', 'meetings', 'administration'])),
  /** the parts of the administration page that this person opens */
  administration: z.array(z.enum(['people', 'partners', 'settings', 'import', 'export', 'retention', 'audit'])),
  demo: z.boolean(),
})
export const chooseAgencyCommand = z.strictObject({ code: z.string().regex(/^[A-Z]{2,8}$/u) })
