import { SEARCH_ROUTES, type RouteUse, type SearchRoute } from '../child-views.ts'
import type { Child } from '../child.ts'

type Searched = Pick<Child, 'journey' | 'routes'>

/** Every route in its usual order, tried or not. The profile is live on Link Maker (S003 §8): that is Link Maker's day, kept once. */
export const routeUses = ({ journey, routes }: Searched): readonly RouteUse[] =>
  SEARCH_ROUTES.map((route) => {
    const on = (route === 'Link Maker' ? journey.profileLive : null) ?? routes[route] ?? null
    return { route, isTried: on !== null || routes[route] === null, on }
  })

/** The names, which partners read: when a route was used stays with the agency (design 3.3). */
export const routesTried = (child: Searched): readonly SearchRoute[] => routeUses(child).flatMap(({ route, isTried }) => (isTried ? [route] : []))
