import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import { deriveKey } from '../safeguards/keys.ts'

/** A record that was purged: ids and a time, no word about the child. */
export interface Erasure {
  readonly childId: ChildId
  readonly agencyId: AgencyId
  readonly reference: ChildReference
  readonly at: Date
}

/** What was purged, kept outside the register and its backups, so that one that is restored can be purged again (docs/decisions/0014). */
export interface ErasureLedger {
  /** On the disk when it answers. Adding what is there already adds nothing. */
  add(...erasures: readonly Erasure[]): Promise<void>
  /** Throws a sentence for a line that this register did not write: a forged one would remove a child. */
  all(): readonly Erasure[]
}

const line = z.strictObject({
  childId: z.uuid().transform((id) => id as ChildId),
  agencyId: z.int().transform((id) => id as AgencyId),
  reference: z.string().transform((text) => text as ChildReference),
  at: z.iso.datetime().transform((text) => new Date(text)),
  proof: z.base64(),
})

const proofOf = (key: Buffer, { childId, agencyId, reference, at }: Erasure): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([childId, agencyId, reference, at.toISOString()]))
    .digest()

/** @param file one JSON object a line @param fieldKey FIELD_KEY, 32 bytes */
export const erasureLedger = (file: string, fieldKey: Buffer): ErasureLedger => {
  const key = deriveKey(fieldKey, 'erasure-ledger')

  const parseLine = (text: string, number: number): Erasure => {
    const wrong = new Error(
      `Line ${number.toString()} of ${file} was not written by this register with this FIELD_KEY. Put the right file back: records are removed by it.`,
    )
    let read
    try {
      read = line.safeParse(JSON.parse(text))
    } catch {
      throw wrong
    }
    if (!read.success) throw wrong
    const { proof, ...erasure } = read.data
    const expected = proofOf(key, erasure)
    const given = Buffer.from(proof, 'base64')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw wrong
    return erasure
  }

  /** A last line without an end was cut off by a crash; its gravestone is in the register, and the line is written again. */
  const read = (): { readonly text: string; readonly erasures: readonly Erasure[] } => {
    const whole = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const text = whole.slice(0, whole.lastIndexOf('\n') + 1)
    return { text, erasures: text.split('\n').flatMap((one, at) => (one === '' ? [] : [parseLine(one, at + 1)])) }
  }

  return {
    all: () => read().erasures,
    add: (...erasures) => {
      const { text, erasures: known } = read()
      const fresh = erasures.filter(({ childId }) => !known.some((one) => one.childId === childId))
      if (fresh.length === 0) return Promise.resolve()
      const lines = fresh.map((erasure) => `${JSON.stringify({ ...erasure, proof: proofOf(key, erasure).toString('base64') })}\n`).join('')
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      // a remainder of a line is written over; nothing that was whole is touched
      const opened = openSync(file, existsSync(file) ? 'r+' : 'wx', 0o600)
      try {
        writeSync(opened, lines, Buffer.byteLength(text), 'utf8')
        fsyncSync(opened)
      } finally {
        closeSync(opened)
      }
      return Promise.resolve()
    },
  }
}
