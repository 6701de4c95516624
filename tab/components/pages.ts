import type { Me } from '../api/shapes.ts'
import type { Route } from '../router.ts'

/** The pages that a role may open, by the name in the navigation. */
export const PAGES = {
  waiting: { name: 'Waiting list', to: { page: 'waiting', query: '' } },
  posts: { name: 'Posts', to: { page: 'posts', list: 'out' } },
  meetings: { name: 'Meetings', to: { page: 'meetings' } },
  administration: { name: 'Administration', to: { page: 'administration', section: undefined } },
} as const satisfies Record<Me['pages'][number], { readonly name: string; readonly to: Route }>

/** The page that opens when none is named; who administers sees no child, so it is not the waiting list for everybody. */
export const homeOf = ({ pages: [first] }: Pick<Me, 'pages'>): Route => (first === undefined ? { page: 'unknown' } : PAGES[first].to)
