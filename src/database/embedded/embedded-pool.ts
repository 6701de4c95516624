import { Pool } from 'pg'
import { columnTypes } from '../column-types.ts'
import { Wire, type Exchange } from './wire.ts'

/** PGlite is one connection: the pool of one makes transactions wait for each other. */
export const embeddedPool = (exchange: Exchange): Pool =>
  new Pool({ max: 1, idleTimeoutMillis: 0, user: 'postgres', database: 'postgres', types: columnTypes, stream: () => new Wire(exchange) })
