import { Link } from '@fluentui/react-components'
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { placeOf, routeOf } from './router.ts'
import type { Route } from './router.ts'

const BASE = import.meta.env.BASE_URL
const MOVED = 'family-finding:moved'

const currentPlace = (): string => {
  const { hash, pathname, search } = window.location
  return hash.length > 1 ? hash : `${pathname.startsWith(BASE) ? pathname.slice(BASE.length) : ''}${search}`
}

const subscribe = (listener: () => void): (() => void) => {
  const events = ['popstate', 'hashchange', MOVED]
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    for (const event of events) window.removeEventListener(event, listener)
  }
}

export const addressOf = (route: Route): string => `${BASE}${placeOf(route)}`

/** `replace` for a change within a page, such as a filter, so that Back leaves the page. */
export const go = (route: Route, replace = false): void => {
  if (replace) window.history.replaceState(null, '', addressOf(route))
  else window.history.pushState(null, '', addressOf(route))
  window.dispatchEvent(new Event(MOVED))
}

const RouteContext = createContext<Route>({ page: 'home' })

/** Gives every page the route that the address names. */
export const Navigation = ({ children }: { readonly children: ReactNode }) => {
  const place = useSyncExternalStore(subscribe, currentPlace)
  const route = useMemo(() => routeOf(place), [place])
  return <RouteContext.Provider value={route}>{children}</RouteContext.Provider>
}

export const useRoute = (): Route => useContext(RouteContext)

interface RouteLinkProps {
  readonly to: Route
  readonly children: ReactNode
  readonly className?: string
  readonly current?: boolean
}

/** A real link: it opens in a new tab where the host lets it, and otherwise moves without reloading. */
export const RouteLink = ({ to, children, className, current }: RouteLinkProps) => {
  const follow = useCallback(
    (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      go(to)
    },
    [to],
  )
  return (
    <Link href={addressOf(to)} onClick={follow} {...(className !== undefined && { className })} {...(current === true && { 'aria-current': 'page' as const })}>
      {children}
    </Link>
  )
}
