import { inflateRawSync } from 'node:zlib'
import { MAX_PARTS, MAX_UNPACKED_BYTES } from './limits.ts'
import { UnreadableFile } from './table.ts'

/** The parts of a workbook by their path, `xl/workbook.xml`. */
export type Parts = ReadonlyMap<string, Uint8Array>

const DAMAGED = 'The workbook is damaged or was not fully copied. Open it in Excel, save it again as .xlsx and choose that file.'
const TOO_MUCH = 'The workbook unpacks to far more than a tracker holds. It was not read.'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 0x2041
/** what the directory's end may be followed by */
const LONGEST_COMMENT = 0xffff + 22

const endOfDirectory = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new UnreadableFile(DAMAGED)
}

/** One packed part, unpacked into at most `budget` bytes: what the directory says of its size is not believed. */
const unpack = (packed: Uint8Array, method: number, budget: number): Uint8Array => {
  if (method === 0) {
    if (packed.byteLength > budget) throw new UnreadableFile(TOO_MUCH)
    return packed
  }
  if (method !== 8) throw new UnreadableFile(DAMAGED)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    const isTooLarge = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableFile(isTooLarge ? TOO_MUCH : DAMAGED)
  }
}

const readParts = (bytes: Uint8Array, wanted: (path: string) => boolean): Parts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_PARTS) throw new UnreadableFile(TOO_MUCH)
  const parts = new Map<string, Uint8Array>()
  let budget = MAX_UNPACKED_BYTES
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new UnreadableFile(DAMAGED)
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0)
      throw new UnreadableFile('The workbook is protected with a password. Save it without one and choose that file.')
    const method = view.getUint16(at + 10, true)
    const packedBytes = view.getUint32(at + 20, true)
    const nameBytes = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const path = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameBytes))
      .replaceAll('\\', '/')
      .replace(/^\//u, '')
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (!wanted(path)) continue
    if (view.getUint32(local, true) !== LOCAL || parts.has(path)) throw new UnreadableFile(DAMAGED)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packedBytes > bytes.byteLength) throw new UnreadableFile(DAMAGED)
    const part = unpack(bytes.subarray(start, start + packedBytes), method, budget)
    budget -= part.byteLength
    parts.set(path, part)
  }
  return parts
}

/**
 * Opens the zip file that a workbook is, under a budget. Throws UnreadableFile: damaged, protected, a bomb. Reads outside the file
 * are a RangeError of DataView, which says the same: damaged.
 */
export const openPackage = (bytes: Uint8Array, wanted: (path: string) => boolean): Parts => {
  try {
    return readParts(bytes, wanted)
  } catch (error) {
    throw error instanceof RangeError ? new UnreadableFile(DAMAGED) : error
  }
}
