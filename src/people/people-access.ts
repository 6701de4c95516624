import type { Actor, Role } from '../core/actor.ts'

export const PAGES = ['waiting', 'posts', 'meetings', 'administration'] as const
export type Page = (typeof PAGES)[number]

/** The parts of the administration page, in their order there. */
export const SECTIONS = ['people', 'partners', 'settings', 'import', 'export', 'retention', 'audit'] as const
export type Section = (typeof SECTIONS)[number]

interface Opens {
  readonly pages: readonly Page[]
  readonly administration: readonly Section[]
}

const SEES_CHILDREN: Opens = { pages: ['waiting', 'posts', 'meetings'], administration: [] }

/**
 * Which pages of the tab a role opens, and which parts of its administration. What a page shows and takes is decided again by the
 * rooms; silence is nothing at all. People who administer see no child.
 */
const OPENED_BY: Readonly<Record<Role, Opens>> = {
  'family-finder': SEES_CHILDREN,
  'practice-manager': { pages: SEES_CHILDREN.pages, administration: ['people', 'partners', 'settings', 'import', 'export', 'retention', 'audit'] },
  'childs-social-worker': SEES_CHILDREN,
  'adopters-social-worker': { pages: ['meetings'], administration: [] },
  'hub-coordinator': SEES_CHILDREN,
  'tracking-panel-chair': SEES_CHILDREN,
  'agency-decision-maker': SEES_CHILDREN,
  'senior-manager': { pages: SEES_CHILDREN.pages, administration: ['people', 'partners', 'settings', 'audit'] },
  'performance-analyst': { pages: ['waiting', 'posts'], administration: ['settings', 'export'] },
  'information-governance': { pages: [], administration: ['people', 'partners', 'settings', 'retention', 'audit'] },
  administrator: { pages: [], administration: ['people', 'partners', 'settings', 'audit'] },
}

type Held = Pick<Actor, 'roles'>

export const sectionsOf = (actor: Held): readonly Section[] =>
  SECTIONS.filter((section) => actor.roles.some((role) => OPENED_BY[role].administration.includes(section)))

export const pagesOf = (actor: Held): readonly Page[] =>
  PAGES.filter((page) => (page === 'administration' ? sectionsOf(actor).length > 0 : actor.roles.some((role) => OPENED_BY[role].pages.includes(page))))
