import { useEffect, useState } from 'react'

/** What the page's address keeps, so that a reload and a link show the same again. */
export const VIEWS = ['chat', 'tab', 'calendar'] as const
export type View = (typeof VIEWS)[number]
export interface Place {
  /** object id */
  readonly person: string | undefined
  readonly view: View
  /** conversation id */
  readonly chat: string | undefined
  /** the tab's own path, for a card that opens it */
  readonly page: string | undefined
  /** words made ready in the personal chat, for a card or a page that leads there */
  readonly say: string | undefined
}

export const placeOf = (fragment: string): Place => {
  const hash = new URLSearchParams(fragment.slice(1))
  const asked = hash.get('view')
  return {
    person: hash.get('person') ?? undefined,
    view: VIEWS.find((view) => view === asked) ?? 'chat',
    chat: hash.get('chat') ?? undefined,
    page: hash.get('page') ?? undefined,
    say: hash.get('say') ?? undefined,
  }
}

const read = (): Place => placeOf(window.location.hash)

const write = (place: Place): void => {
  const hash = new URLSearchParams()
  for (const [name, value] of Object.entries(place)) if (typeof value === 'string') hash.set(name, value)
  window.location.hash = hash.toString()
}

export const usePlace = (): readonly [Place, (change: Partial<Place>) => void] => {
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const follow = (): void => {
      setPlace(read())
    }
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
    }
  }, [])
  return [
    place,
    (change) => {
      write({ ...read(), ...change })
    },
  ]
}
