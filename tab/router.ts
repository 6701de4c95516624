import { POST_LISTS } from '../src/posts/post-contract.ts'

export type PostList = (typeof POST_LISTS)[number]

/** The pages of the tab, each with an address of its own under /tab/. */
export type Route =
  /** whatever page comes first for the person who looks */
  | { readonly page: 'home' }
  | { readonly page: 'waiting'; readonly query: string }
  | { readonly page: 'child'; readonly reference: string }
  | { readonly page: 'posts'; readonly list: PostList }
  | { readonly page: 'meetings' }
  /** `section` as the address has it; undefined opens the first one of this person's */
  | { readonly page: 'administration'; readonly section: string | undefined }
  | { readonly page: 'unknown' }

const REFERENCE = /^FF-?([0-9A-Z]{5})$/iu

/** `ff7k3q0` as people type it, as the register writes it; undefined where it is no child's reference. */
export const referenceOf = (typed: string): string | undefined => {
  const body = REFERENCE.exec(typed.trim().replaceAll(/\s/gu, ''))?.[1]
  return body === undefined ? undefined : `FF-${body.toUpperCase()}`
}

/** Reads `child/FF-7K3Q0` or `waiting?sex=male`: what stands after /tab/, after a `#`, or in a host's deep link. */
export const routeOf = (place: string): Route => {
  const [path = '', query = ''] = place.replace(/^[#/]+/u, '').split('?')
  const [page = '', argument = ''] = path.split('/')
  if (page === '' || page === 'index.html') return { page: 'home' }
  if (page === 'waiting') return { page: 'waiting', query }
  if (page === 'posts') return { page: 'posts', list: POST_LISTS.find((list) => list === argument) ?? 'out' }
  if (page === 'meetings') return { page: 'meetings' }
  if (page === 'administration') return { page: 'administration', section: argument === '' ? undefined : argument }
  const reference = page === 'child' ? referenceOf(argument) : undefined
  return reference === undefined ? { page: 'unknown' } : { page: 'child', reference }
}

export const placeOf = (route: Route): string => {
  switch (route.page) {
    case 'home':
    case 'unknown':
      return ''
    case 'waiting':
      return route.query === '' ? 'waiting' : `waiting?${route.query}`
    case 'child':
      return `child/${route.reference}`
    case 'posts':
      return route.list === 'out' ? 'posts' : `posts/${route.list}`
    case 'meetings':
      return 'meetings'
    case 'administration':
      return route.section === undefined ? 'administration' : `administration/${route.section}`
  }
}
