import { UnreadableFile } from './table.ts'

export interface DecodedText {
  readonly text: string
  /** as people call it */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** Text of two bytes per letter without a mark has a zero in every other byte wherever it is English. */
const zeros = (bytes: Uint8Array, parity: 0 | 1): number => {
  const sample = bytes.subarray(0, 4096)
  let found = 0
  for (let at = parity; at < sample.length; at += 2) if (sample[at] === 0) found += 1
  return sample.length === 0 ? 0 : found / (sample.length / 2)
}

const utf16 = (bytes: Uint8Array, ending: 'le' | 'be'): DecodedText => ({ text: new TextDecoder(`utf-16${ending}`).decode(bytes), encoding: 'UTF-16' })

const decode = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes, 'le')
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes, 'be')
  if (zeros(bytes, 1) > 0.6 && zeros(bytes, 0) < 0.1) return utf16(bytes, 'le')
  if (zeros(bytes, 0) > 0.6 && zeros(bytes, 1) < 0.1) return utf16(bytes, 'be')
  try {
    // takes a byte order mark away
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what tells text from other things
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

/** The letters of a text file, whatever program saved it: UTF-8, UTF-16 or the Windows code page of western Europe. Throws UnreadableFile for what is no text. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const decoded = decode(bytes)
  const strange = decoded.text.slice(0, 100_000).match(CONTROL)?.length ?? 0
  if (strange > 0 && (decoded.text.includes('\u0000') || strange > 20))
    throw new UnreadableFile('This is neither a workbook nor a text file. Save the tracker as .xlsx or as "CSV UTF-8" and choose that file.')
  return { ...decoded, text: decoded.text.replaceAll(CONTROL, '') }
}
