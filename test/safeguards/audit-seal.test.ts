import { sql } from 'kysely'
import { openRegister } from '../../src/database/open-register.ts'
import { sealAudit } from '../../src/safeguards/seal-audit.ts'
import { readStatedSeal, verifyAudit } from '../../src/safeguards/verify-audit.ts'
import { AGENCIES, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { asInspector } from '../support/inspector.ts'

const fieldKey = Buffer.alloc(32, 7)
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const record = async (...verbs: string[]): Promise<void> => {
  const register = openRegister({ database, makeScope: () => ({}), now: () => new Date('2026-11-22T09:30:00.123Z') })
  await register.asJob(AGENCIES.LEICS.id, 'test', (scope) =>
    scope.audit.record(...verbs.map((verb) => ({ verb, subjectAgencyId: AGENCIES.CITY.id, subjects: ['FF-7K3Q0', 'a,"b"'], reason: 'why' }))),
  )
}
const seal = () => sealAudit({ database, fieldKey })
const verify = () => verifyAudit({ database, fieldKey })
const asOwner = (statement: string): Promise<void> =>
  asInspector(database, async (trx) => {
    await sql.raw(statement).execute(trx)
  })
const sealed = async (...verbs: string[]): Promise<readonly string[]> => {
  await record(...verbs)
  await seal()
  return (await rowsOf<{ id: string }>(database, 'select id from audit order by id')).map(({ id }) => id)
}

test('an empty audit and a sealed one are intact; rows since the last sealing wait for the next', async () => {
  expect(await verify()).toEqual({ intact: 0, waiting: 0, head: '', findings: [] })
  expect(await seal()).toEqual({ sealed: 0, seq: 0, head: '' })
  await record('a', 'b')
  const first = await seal()
  expect(first).toMatchObject({ sealed: 2, seq: 2 })
  expect(await seal()).toEqual({ ...first, sealed: 0 })
  await record('c')
  expect(await verify()).toEqual({ intact: 2, waiting: 1, head: first.head, findings: [] })
  expect(await seal()).toMatchObject({ sealed: 1, seq: 3 })
  expect(await verify()).toMatchObject({ intact: 3, waiting: 0, findings: [] })
})

test('more rows than one batch are sealed in one call, and two sealings at once leave one chain', async () => {
  for (let batch = 0; batch < 3; batch += 1) await record(...Array.from({ length: 400 }, (_, index) => `v${index.toString()}`))
  await Promise.all([seal(), seal(), seal()])
  expect(await verify()).toMatchObject({ intact: 1200, waiting: 0, findings: [] })
})

test.each([
  ["verb = 'z'", 'verb'],
  ["at = at + interval '1 microsecond'", 'time'],
  ["subjects = '{FF-7K3Q1}'", 'subject'],
  ['reason = null', 'reason'],
  ['automatic = true', 'mark'],
  ['agency_id = 3', 'agency'],
  ["outcome = 'refused'", 'outcome'],
])('a changed row is named: %s', async (change) => {
  const ids = await sealed('a', 'b', 'c')
  await asOwner(`update audit set ${change} where id = '${ids[1] ?? ''}'`)
  const { intact, findings } = await verify()
  expect(intact).toBe(2)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatch(new RegExp(`^Row 2 \\(.*${ids[1] ?? ''}\\) was changed after it was sealed\\.$`, 'u'))
})

test('a deleted row is named', async () => {
  const ids = await sealed('a', 'b', 'c')
  await asOwner(`delete from audit where id = '${ids[1] ?? ''}'`)
  expect((await verify()).findings).toEqual([`Row 2 (${ids[1] ?? ''}) is missing: it was sealed and has been deleted since.`])
})

test('a row deleted together with its seal is named', async () => {
  const ids = await sealed('a', 'b', 'c')
  await asOwner(`delete from audit where id = '${ids[1] ?? ''}'; delete from audit_seal where seq = 2`)
  const { findings } = await verify()
  expect(findings[0]).toBe('The seals 2 to 2 are missing.')
  expect(findings[1]).toMatch(/^Row 3 .* is out of place/u)
})

test('a row put in afterwards is named', async () => {
  await sealed('a', 'b')
  const early = '01000000-0000-7000-8000-000000000001'
  await asOwner(
    `insert into audit (id, agency_id, subject_agency_id, at, actor, verb, outcome) values ('${early}', 1, 1, '2026-11-22', 'x', 'child.read', 'done')`,
  )
  await seal()
  const { findings, intact } = await verify()
  expect(findings).toEqual([`Row ${early} has no seal although much later rows have: it was put in afterwards.`])
  expect(intact).toBe(2)
})

test('rows that changed places are named', async () => {
  await sealed('a', 'b', 'c')
  await asOwner(`update audit_seal set seq = seq + 100; update audit_seal set seq = case seq when 101 then 1 when 102 then 3 else 2 end`)
  const { findings } = await verify()
  expect(findings.map((finding) => finding.slice(0, 5))).toEqual(['Row 2', 'Row 3'])
  expect(findings.every((finding) => finding.includes('is out of place'))).toBe(true)
})

test('seals made with another key, or a seal that was overwritten, do not pass', async () => {
  await sealed('a', 'b')
  expect((await verifyAudit({ database, fieldKey: Buffer.alloc(32, 8) })).findings).toHaveLength(2)
  await asOwner(`update audit_seal set seal = decode(repeat('00', 64), 'hex') where seq = 1`)
  expect((await verify()).findings[0]).toMatch(/^Row 1 .* was changed/u)
})

test('the role that seals can read the audit and add seals, and nothing else', async () => {
  await sealed('a')
  for (const statement of [
    'delete from audit',
    'update audit set verb = verb',
    'delete from audit_seal',
    'update audit_seal set seq = seq',
    'select * from worker',
    'select * from child',
  ])
    await expect(database.asNamedJob('seal', (trx) => sql.raw(statement).execute(trx))).rejects.toThrow('permission denied')
})

test('a seal that an export stated is found again, and not once a row before it was changed or the newest were cut off', async () => {
  await sealed('a', 'b')
  const { seq, head } = await seal()
  const stated = readStatedSeal(`${seq.toString()}:${head}`)
  if (!stated) throw new Error('A seal is not read as it is written.')
  const check = async () => (await verifyAudit({ database, fieldKey, stated })).findings
  await sealed('c')
  expect(await check()).toEqual([])
  expect((await verifyAudit({ database, fieldKey, stated: { ...stated, seq: stated.seq + 1 } })).findings).toHaveLength(1)
  await asOwner(`delete from audit_seal where seq >= ${seq.toString()}`)
  await asOwner(`delete from audit where verb in ('b', 'c')`)
  expect(await check()).toEqual([expect.stringContaining('The seal that you gave is not in this audit')])
  expect(await verify()).toMatchObject({ intact: 1, findings: [] })
})

test.each(['', '12', ':', '0:00', `0:${'a'.repeat(64)}`, `1:${'g'.repeat(64)}`, `1:${'a'.repeat(63)}`, `-1:${'a'.repeat(64)}`])('%p is no seal', (text) => {
  expect(readStatedSeal(text)).toBeUndefined()
})
