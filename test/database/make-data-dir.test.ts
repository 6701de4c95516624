import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDataDir } from '../../src/database/embedded/make-data-dir.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'data-dir-'))
})
afterEach(() => rmSync(home, { recursive: true }))

test('DATA_DIR is made with the folders above it, and may be there already', () => {
  const wanted = join(home, 'a', 'b')
  makeDataDir(wanted)
  makeDataDir(wanted)
  expect(existsSync(wanted)).toBe(true)
})

test('a file, a folder under a file and a place where nothing can be made are answered at once, by name', () => {
  const file = join(home, 'file')
  writeFileSync(file, '')
  for (const wrong of [file, join(file, 'below'), '/proc/nope']) expect(() => makeDataDir(wrong)).toThrow(`DATA_DIR cannot be used: ${wrong} is no folder`)
})
