import { route, type Route } from '../http/route.ts'
import { me } from './people-contract.ts'
import type { ReadMe } from './read-me.ts'

export const peopleRoutes = ({ readMe }: { readonly readMe: ReadMe }): readonly Route[] => [
  route({ method: 'get', path: '/me', summary: 'Who you are here, and what you may open', answer: me, handle: readMe }),
]
