import * as z from 'zod'
import { plainDay } from '../http/common-contract.ts'

/** Where a page of what goes by time ends: the instant to the microsecond, and the row. */
export interface AtPosition {
  readonly at: string
  readonly id: string
}

const position = z.tuple([z.iso.datetime().refine((at) => plainDay.safeParse(at.slice(0, 10)).success), z.uuid()])

export const cursorOf = ({ at, id }: AtPosition): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** Undefined for what no page gave. */
export const positionIn = (cursor: string): AtPosition | undefined => {
  try {
    const [at, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at, id }
  } catch {
    return undefined
  }
}
