import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { restoreBackup, writeBackup } from '../../src/database/embedded/backup.ts'
import { migrate } from '../../src/database/migrate.ts'
import { inDataFolder, openEmbeddedHere } from '../support/data-folder.ts'
import { seedPartnership } from '../support/partnership.ts'
import { prepared } from '../support/prepared.ts'
import { rowsOfOwner } from '../support/rows.ts'

jest.setTimeout(120_000)
const code = (): URL => pathToFileURL(join(prepared('FF_TEST_BUILD'), 'src/database/embedded/'))

test('a backup holds the register, and comes back in an empty folder only', async () => {
  await inDataFolder(async (folder) => {
    const [here, there, file] = [join(folder, 'here'), join(folder, 'there'), join(folder, 'register.tar.gz')]
    await expect(writeBackup(here, file, code())).rejects.toThrow(`There is no register in ${here}.`)
    const made = await openEmbeddedHere(here)
    await migrate(made)
    await seedPartnership(made)
    await expect(writeBackup(here, file, code())).rejects.toThrow(`DATA_DIR is in use by process ${process.pid.toString()}.`)
    await made.close()

    expect(await writeBackup(here, file, code())).toBeGreaterThan(100_000)
    await expect(writeBackup(here, file, code())).rejects.toThrow('is there already')
    await expect(restoreBackup(here, file, code())).rejects.toThrow('already holds a register')
    await restoreBackup(there, file, code())
    const restored = await openEmbeddedHere(there)
    expect(await rowsOfOwner(restored, 'select code from agency order by id limit 1')).toEqual([{ code: 'LEICS' }])
    expect(await migrate(restored)).toEqual([])
    await restored.close()
  })
})

test('what is no whole backup leaves nothing behind', async () => {
  await inDataFolder(async (folder) => {
    const data = join(folder, 'data')
    await expect(restoreBackup(data, join(folder, 'missing'), code())).rejects.toThrow('There is no file')
    await mkdir(data)
    const broken = join(folder, 'broken.tar.gz')
    writeFileSync(broken, readFileSync(__filename))
    await expect(restoreBackup(data, broken, code())).rejects.toThrow('it is no whole backup')
    expect(await readdir(data)).toEqual([])
  })
})
