import type { Actor, Role } from '../core/actor.ts'

export const PAGES = ['waiting', 'meetings'] as const
export type Page = (typeof PAGES)[number]

const SEES_CHILDREN: readonly Page[] = ['waiting', 'meetings']

/** Which pages of the tab a role opens. What a page shows is decided by the nouns; silence is no page at all. */
const PAGES_OF: Readonly<Record<Role, readonly Page[]>> = {
  'family-finder': SEES_CHILDREN,
  'practice-manager': SEES_CHILDREN,
  'childs-social-worker': SEES_CHILDREN,
  'adopters-social-worker': ['meetings'],
  'hub-coordinator': SEES_CHILDREN,
  'tracking-panel-chair': SEES_CHILDREN,
  'agency-decision-maker': SEES_CHILDREN,
  'senior-manager': SEES_CHILDREN,
  'performance-analyst': ['waiting'],
  'information-governance': [],
  administrator: [],
}

export const pagesOf = (actor: Pick<Actor, 'roles'>): readonly Page[] => PAGES.filter((page) => actor.roles.some((role) => PAGES_OF[role].includes(page)))
