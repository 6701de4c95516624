import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type ChildId } from '../../src/core/ids.ts'
import { newReference } from '../../src/core/reference.ts'
import { erasureLedger } from '../../src/retention/erasure-ledger.ts'
import { FIELD_KEY } from '../children/a-child.ts'
import { inDataFolder } from '../support/data-folder.ts'
import { AGENCIES } from '../support/partnership.ts'

const anErasure = () => ({ childId: newId<ChildId>(), agencyId: AGENCIES.LEICS.id, reference: newReference('FF'), at: new Date('2026-11-22T09:00:00Z') })

test('what is added is there afterwards, once, and a second process reads it', async () => {
  await inDataFolder(async (folder) => {
    const file = join(folder, 'data', 'erased.jsonl')
    const [one, two] = [anErasure(), anErasure()]
    const ledger = erasureLedger(file, FIELD_KEY)
    expect(ledger.all()).toEqual([])
    await ledger.add(one)
    await ledger.add(one, two)
    expect(erasureLedger(file, FIELD_KEY).all()).toEqual([one, two])
  })
})

test('a line that a crash cut off is written again, and what was whole stays', async () => {
  await inDataFolder(async (folder) => {
    const file = join(folder, 'erased.jsonl')
    const [one, two] = [anErasure(), anErasure()]
    const ledger = erasureLedger(file, FIELD_KEY)
    await ledger.add(one)
    appendFileSync(file, '{"childId":"0199')
    expect(ledger.all()).toEqual([one])
    await ledger.add(two)
    expect(ledger.all()).toEqual([one, two])
  })
})

test.each<[string, (text: string) => string]>([
  ['another child', (text) => text.replace(/"childId":"[^"]*"/u, `"childId":"${newId()}"`)],
  ['another agency', (text) => text.replace('"agencyId":1', '"agencyId":2')],
  ['another day', (text) => text.replace('2026', '2025')],
  ['no proof', (text) => text.replace(/,"proof":"[^"]*"/u, '')],
  ['an empty proof', (text) => text.replace(/"proof":"[^"]*"/u, '"proof":""')],
  ['one key more', (text) => text.replace('{', '{"name":"x",')],
  ['no JSON', () => 'erase everything\n'],
])('a line with %s removes nobody: the register does not open', async (_case, forge) => {
  await inDataFolder(async (folder) => {
    const file = join(folder, 'erased.jsonl')
    const ledger = erasureLedger(file, FIELD_KEY)
    await ledger.add(anErasure())
    writeFileSync(file, forge(readFileSync(file, 'utf8')))
    expect(() => ledger.all()).toThrow('Line 1 of')
    await expect(async () => ledger.add(anErasure())).rejects.toThrow('Line 1 of')
  })
})

test('a ledger that was written with another key is refused', async () => {
  await inDataFolder(async (folder) => {
    const file = join(folder, 'erased.jsonl')
    await erasureLedger(file, Buffer.alloc(32, 8)).add(anErasure())
    expect(() => erasureLedger(file, FIELD_KEY).all()).toThrow('was not written by this register')
  })
})
