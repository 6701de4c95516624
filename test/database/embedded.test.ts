import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate } from '../../src/database/migrate.ts'
import { inDataFolder, openEmbeddedHere } from '../support/data-folder.ts'
import { endEmbeddedChildren, startEmbeddedChild } from '../support/embedded-child.ts'
import { rowsOfOwner } from '../support/rows.ts'

jest.setTimeout(120_000)
afterEach(endEmbeddedChildren)

/** Making a register takes seconds: one is made, and tests that need one begin with a copy. */
let made: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'family-finding-made-'))
  const database = await openEmbeddedHere(made)
  await migrate(database)
  await database.close()
})
afterAll(() => rm(made, { recursive: true, force: true }))

const inRegister = (work: (folder: string) => Promise<void>): Promise<void> =>
  inDataFolder(async (folder) => {
    await cp(made, folder, { recursive: true })
    await work(folder)
  })

test('a kill at any moment loses nothing acknowledged, tears no transaction, and the dead process holds nothing up', async () => {
  await inRegister(async (folder) => {
    const acknowledged: string[] = []
    for (const commits of [1, 40, 150]) {
      const child = startEmbeddedChild(folder, 'write')
      await child.said(1 + commits)
      expect(child.lines[0]).toBe('open')
      await child.end('SIGKILL')
      acknowledged.push(...child.lines.slice(1).filter((line) => /^\d+ \d+$/u.test(line)))
    }
    const database = await openEmbeddedHere(folder)
    try {
      const found = await rowsOfOwner<{ id: string; halves: number }>(
        database,
        `select run || ' ' || id as id, count(*) as halves from written group by run, id`,
      )
      expect(acknowledged.length).toBeGreaterThan(190)
      expect(acknowledged.filter((id) => !found.some((row) => row.id === id))).toEqual([])
      expect(found.filter((row) => row.halves !== 2)).toEqual([])
    } finally {
      await database.close()
    }
  })
})

test('a second process on the same data is refused with a sentence, and may open it when the first has closed', async () => {
  await inRegister(async (folder) => {
    const first = startEmbeddedChild(folder, 'hold')
    await first.said(1)
    const second = startEmbeddedChild(folder, 'hold')
    await second.said(1)
    expect(second.lines).toEqual([`refused: DATA_DIR is in use by process ${first.pid.toString()}. Stop it, or set DATA_DIR to another folder.`])
    await expect(openEmbeddedHere(folder)).rejects.toThrow(`DATA_DIR is in use by process ${first.pid.toString()}.`)
    await first.end('SIGTERM')
    expect(existsSync(join(folder, 'register.lock'))).toBe(false)
    await (await openEmbeddedHere(folder)).close()
  })
})

test('what a first start left unfinished is removed, and nothing else in the folder is touched', async () => {
  await inDataFolder(async (folder) => {
    await mkdir(join(folder, 'register.unfinished-1234'))
    await writeFile(join(folder, 'field.key'), 'key')
    const database = await openEmbeddedHere(folder)
    await database.close()
    expect((await readdir(folder)).sort()).toEqual(['field.key', 'register'])
  })
})

test('a folder that is no register is not opened, and the lock is given back', async () => {
  await inDataFolder(async (folder) => {
    await mkdir(join(folder, 'register'))
    await writeFile(join(folder, 'register', 'PG_VERSION'), 'nonsense')
    await expect(openEmbeddedHere(folder)).rejects.toThrow()
    expect(existsSync(join(folder, 'register.lock'))).toBe(false)
  })
})

test('a long query does not hold up the main thread', async () => {
  await inRegister(async (folder) => {
    const database = await openEmbeddedHere(folder)
    let turns = 0
    const turn = setInterval(() => (turns += 1), 1)
    await database.asOwner((trx) => sql`select count(*) from generate_series(1, 2000000)`.execute(trx))
    clearInterval(turn)
    await database.close()
    expect(turns).toBeGreaterThan(5)
  })
})
