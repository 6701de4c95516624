import { MAX_SHEETS, MAX_SMALL_PART_BYTES } from './limits.ts'
import type { Parts } from './open-package.ts'
import { UnreadableFile } from './table.ts'

const attribute = (tag: string, name: RegExp): string | undefined => name.exec(tag)?.[1]

/** Which part each relationship names: its folder and file, as `worksheets/sheet1.xml`. */
const targetsOf = (parts: Parts): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>()
  for (const [path, part] of parts) {
    if (!path.startsWith('xl/_rels/')) continue
    for (const [tag] of new TextDecoder().decode(part).matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/gu)) {
      const [id, target] = [attribute(tag, /\sId\s*=\s*["']([^"']*)["']/u), attribute(tag, /\sTarget\s*=\s*["']([^"']*)["']/u)]
      if (id !== undefined && target !== undefined) targets.set(id, target.split('/').slice(-2).join('/').toLowerCase())
    }
  }
  return targets
}

/**
 * Before the library reads: the lists of what a workbook holds are short, and each sheet of the list is a part of its own. A list that
 * names one large part a thousand times would have it read a thousand times. Throws UnreadableFile.
 */
export const checkSheetList = (parts: Parts): void => {
  for (const [path, part] of parts)
    if (!path.startsWith('xl/worksheets/') && !path.startsWith('xl/sharedStrings') && part.byteLength > MAX_SMALL_PART_BYTES)
      throw new UnreadableFile('The workbook has more formats or names than any tracker. Copy the tracker into a new workbook and choose that file.')
  const targets = targetsOf(parts)
  const seen = new Set<string>()
  let sheets = 0
  for (const [path, part] of parts) {
    if (!/^xl\/workbook[^/]*\.xml$/u.test(path)) continue
    for (const [tag] of new TextDecoder().decode(part).matchAll(/<(?:\w+:)?sheet\s[^<>]*>/gu)) {
      sheets += 1
      if (sheets > MAX_SHEETS) throw new UnreadableFile(`The workbook has more than ${MAX_SHEETS.toString()} sheets. Keep the one with the tracker.`)
      const target = targets.get(attribute(tag, /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/u) ?? '')
      // written in a way that hides which part is meant, or named twice
      if (target !== undefined && (seen.has(target) || /[&%\\]|\p{Cc}/u.test(target)))
        throw new UnreadableFile('The workbook cannot be read. Open it in Excel, save it again as .xlsx and choose that file.')
      if (target !== undefined) seen.add(target)
    }
  }
}
