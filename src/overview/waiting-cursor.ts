import { hkdfSync } from 'node:crypto'
import * as z from 'zod'
import { plainDateColumn } from '../children/plain-date-column.ts'
import { openBytes, sealBytes } from '../safeguards/sealed-bytes.ts'
import type { Position } from './waiting-filter.ts'

/**
 * Where the next page begins. Sealed, because it travels in cards that a whole channel can read and holds the day on which a
 * wait began; and so that a forged one is told from a real one.
 */
export interface WaitingCursors {
  seal(position: Position): string
  /** Undefined for anything that this register did not seal. */
  open(cursor: string): Position | undefined
}

const PLACE = 'waiting-cursor'
const position = z.tuple([plainDateColumn, z.string()])

/** @param fieldKey FIELD_KEY, 32 bytes; the cursors have a key of their own derived from it */
export const waitingCursors = (fieldKey: Buffer): WaitingCursors => {
  const key = Buffer.from(hkdfSync('sha256', fieldKey, '', 'family-finding/waiting-cursor/1', 32))
  return {
    seal: ({ waitingFrom, reference }) => sealBytes(key, PLACE, Buffer.from(JSON.stringify([waitingFrom, reference]))).toString('base64url'),
    open: (cursor) => {
      try {
        const [waitingFrom, reference] = position.parse(JSON.parse(openBytes(key, PLACE, Buffer.from(cursor, 'base64url')).toString('utf8')))
        return { waitingFrom, reference }
      } catch {
        return undefined
      }
    },
  }
}
