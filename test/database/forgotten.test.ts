import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { restoreBackup, writeBackup } from '../../src/database/embedded/backup.ts'
import type { EmbeddedDatabase } from '../../src/database/embedded/open-embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { placeLedger } from '../../src/retention/place-ledger.ts'
import { saveChildren } from '../children/a-child.ts'
import { anAdoptedChild, retentionDesk, valueOf } from '../retention/retention-desk.ts'
import { inDataFolder, openEmbeddedHere } from '../support/data-folder.ts'
import { seedPartnership } from '../support/partnership.ts'
import { prepared } from '../support/prepared.ts'
import { rowsOfOwner } from '../support/rows.ts'

jest.setTimeout(180_000)
const code = (): URL => pathToFileURL(join(prepared('FF_TEST_BUILD'), 'src/database/embedded/'))

/** The files of a folder in which one of these runs of bytes lies. */
const filesWith = (folder: string, needles: readonly Buffer[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return needles.some((needle) => bytes.includes(needle))
    })

const WORDS = ['Marigold', 'Quillfeather', 'LCS-48151623', 'Mosaic 99-7731'].map((word) => Buffer.from(word))

/** What would still say something with FIELD_KEY in hand: the wrapped key and what it opens. */
const sealedBytes = async (database: EmbeddedDatabase): Promise<readonly Buffer[]> => {
  const [row] = await rowsOfOwner<{ wrapped: Uint8Array; name_enc: Uint8Array; local_ref_enc: Uint8Array; born_enc: Uint8Array }>(
    database,
    'select k.wrapped, c.name_enc, c.local_ref_enc, c.born_enc from child_key k join child c on c.id = k.child_id',
  )
  if (!row) throw new Error('There is no key.')
  return [row.wrapped, row.name_enc, row.local_ref_enc, row.born_enc].map((bytes) => Buffer.from(bytes))
}

test('after a purge neither the database, its log, its dump nor its files hold a word about the child, sealed or not; and a restored backup is purged again', async () => {
  await inDataFolder(async (folder) => {
    const [here, there, before, after] = [join(folder, 'here'), join(folder, 'there'), join(folder, 'before.tar.gz'), join(folder, 'after.tar.gz')]
    const child = anAdoptedChild()
    const { reference } = child.child

    const made = await openEmbeddedHere(here)
    await migrate(made)
    await seedPartnership(made)
    await saveChildren(retentionDesk(made).register, child)
    const sealed = await sealedBytes(made)
    await made.close()
    expect(filesWith(here, sealed).length).toBeGreaterThan(0)
    await writeBackup(here, before, code())

    const database = await openEmbeddedHere(here)
    const desk = retentionDesk(database)
    const { manager, officer } = await desk.people()
    await desk.file(manager, reference)
    valueOf(await desk.ask(officer, reference))
    const worker = desk.worker()
    await worker.runDue()
    await worker.stop()
    expect(desk.faults).toEqual([])
    expect(filesWith(here, [...WORDS, ...sealed])).toEqual([])
    await expect(database.forgetRemoved?.(['child; drop table child'])).rejects.toThrow('no name of a table')
    await database.close()
    expect(filesWith(here, [...WORDS, ...sealed])).toEqual([])
    await writeBackup(here, after, code())
    const dump = gunzipSync(readFileSync(after))
    expect([...WORDS, ...sealed].filter((needle) => dump.includes(needle))).toEqual([])

    await restoreBackup(there, before, code())
    const restored = await openEmbeddedHere(there)
    const again = retentionDesk(restored)
    cpSync(desk.ledgerFile, again.ledgerFile)
    const words = () => again.register.asJob(child.child.agencyId, 'test', ({ children }) => children.secrets(child.child.id))
    // the backup alone opens with its key: this is what the ledger is for
    expect(await words()).toMatchObject({ name: 'Marigold Quillfeather' })
    expect(await again.replay()).toBe(1)
    expect(await words()).toBeUndefined()
    expect(await rowsOfOwner(restored, 'select reference, requested_by from purged_child')).toEqual([{ reference, requested_by: null }])
    expect(await again.replay()).toBe(0)
    await restored.close()
    expect(filesWith(there, [...WORDS, ...sealed])).toEqual([])
    desk.close()
    again.close()
  })
})

test('a backup is restored only with the list of what was purged, or by somebody who says that nothing was', async () => {
  await inDataFolder(async (folder) => {
    const [data, kept] = [join(folder, 'data'), join(folder, 'kept.jsonl')]
    const ledger = join(data, 'erased.jsonl')
    const place = (more: Partial<Parameters<typeof placeLedger>[0]>) => () => {
      placeLedger({ ledger, erased: undefined, nothingErased: false, ...more })
    }
    expect(place({})).toThrow('--erased')
    expect(place({ erased: kept })).toThrow(`There is no file ${kept}.`)
    expect(place({ nothingErased: true })).not.toThrow()
    writeFileSync(kept, 'lines\n')
    expect(place({ erased: kept })).not.toThrow()
    expect(readFileSync(ledger, 'utf8')).toBe('lines\n')
    expect(place({ erased: kept })).toThrow('is there already')
    expect(place({})).not.toThrow()
    return Promise.resolve()
  })
})
