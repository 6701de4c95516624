import { read, utils } from '@e965/xlsx'
import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import { exportAudit } from '../../src/safeguards/audit-export/export-audit.ts'
import { sealAudit } from '../../src/safeguards/seal-audit.ts'
import { readStatedSeal, verifyAudit } from '../../src/safeguards/verify-audit.ts'
import { FIELD_KEY } from '../children/a-child.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openAuditDesk, type AuditDesk } from './support/audit-desk.ts'
import { sql } from 'kysely'

const LEICS = AGENCIES.LEICS.id
const OURS = 'FF-7K3Q0'

let database: TestDatabase
let desk: AuditDesk
let guard: Actor
let priya: Actor
let cora: Actor

beforeAll(async () => {
  database = await openTestDatabase()
  desk = await openAuditDesk(database)
})
afterAll(async () => {
  await desk.close()
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  desk.setClock('2026-11-22T10:00:00Z')
  guard = await aWorker(database, { name: 'Ines Guard', roles: ['information-governance'] })
  priya = await aWorker(database, { name: '=HYPERLINK("https://x.example")' })
  cora = await aWorker(database, { name: 'Cora City', agency: 'CITY' })
})

const sheetsOf = (bytes: Uint8Array) => {
  const book = read(bytes)
  const rows = (name: string): string[][] => {
    const sheet = book.Sheets[name]
    if (!sheet) throw new Error(`No sheet ${name}.`)
    return utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
  }
  return { book, facts: new Map(rows('About this export').map(([what, value]) => [what, value])), lines: rows('Audit') }
}
const exported = async (body: object = {}, person = guard) => {
  const response = await desk.send(person, 'audit/export', body)
  return { response, ...sheetsOf(new Uint8Array(await response.arrayBuffer())) }
}

test('what the search finds, with who asked what and when, as a file that no spreadsheet runs', async () => {
  await desk.did(priya, 'child.read', LEICS, '2026-11-20T10:00:00.123Z', [OURS])
  await desk.did(cora, 'child.read', LEICS, '2026-07-20T10:00:00Z', [OURS])
  await desk.did(priya, 'setting.changed', LEICS, '2026-11-20T11:00:00Z')
  const { response, book, facts, lines } = await exported({ about: OURS, did: 'saw' })
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="family-finding-audit-leics-2026-11-22.xlsx"')
  expect(Object.fromEntries(facts)).toMatchObject({
    Agency: 'Leicestershire County Council',
    'Exported by': 'Ines Guard',
    'Exported at (UTC)': '2026-11-22T10:00:00.000Z',
    'Asked for: about': OURS,
    'Asked for: did': 'saw',
    Lines: 2,
  })
  expect(lines.slice(1).map((cells) => cells.slice(0, 10))).toEqual([
    [
      '20 Nov 2026, 10:00:00',
      '2026-11-20T10:00:00.123000Z',
      `'=HYPERLINK("https://x.example")`,
      'Leicestershire County Council',
      'family finder',
      'opened a child',
      'child.read',
      'done',
      OURS,
      1,
    ],
    ['20 Jul 2026, 11:00:00', '2026-07-20T10:00:00.000000Z', 'Cora City', 'Leicester City Council', '', 'opened a child', 'child.read', 'done', OURS, 1],
  ])
  const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as unknown[])
  const formulas = cells.filter((cell) => Object.hasOwn(cell as object, 'f'))
  expect(formulas).toEqual([])
})

test('the seal in the file tells whether the audit up to that export is still as it was', async () => {
  await desk.did(priya, 'child.read', LEICS, '2026-11-20T10:00:00Z', [OURS])
  const { facts } = await exported()
  const stated = readStatedSeal(facts.get('Seal') ?? '')
  if (!stated) throw new Error('The file states no seal.')
  await desk.did(cora, 'child.read', LEICS, '2026-11-22T11:00:00Z', [OURS])
  const check = async () => (await verifyAudit({ database, fieldKey: FIELD_KEY, stated })).findings
  expect(await check()).toEqual([])
  await asInspector(database, (trx) => sql`update audit set actor = 'Somebody Else' where verb = 'child.read'`.execute(trx))
  expect(await check()).toEqual([expect.stringContaining('was changed after it was sealed')])
})

test('an export is in the audit, with whom or what it was about; the next one finds it', async () => {
  await exported({ person: priya.workerId })
  expect(await rowsOf(database, 'select verb, outcome, worker_id, subjects from audit order by id')).toEqual([
    { verb: 'audit.exported', outcome: 'done', worker_id: guard.workerId, subjects: [priya.workerId] },
  ])
  expect((await exported({ did: 'exported' })).lines.slice(1).map((cells) => [cells[2], cells[5]])).toEqual([['Ines Guard', 'exported the audit']])
})

test('a long list is whole in one cell as far as one holds it, and says how many more there are', async () => {
  const many = Array.from({ length: 4000 }, (_, index) => `FF-${index.toString().padStart(5, '0')}`)
  await desk.did(cora, 'waiting.listed', LEICS, '2026-11-20T10:00:00Z', many)
  const [, [, , , , , , , , about, count] = []] = (await exported()).lines
  expect(count).toBe(4000)
  const named = about?.replace(/ and \d+ more$/u, '').split(', ') ?? []
  expect(named).toEqual(many.slice(0, named.length))
  expect(about).toMatch(new RegExp(` and ${(4000 - named.length).toString()} more$`, 'u'))
})

test('more pages than one are one file, each line once; above the most there is a sentence and no file', async () => {
  await database.inAgency(LEICS, 1, (trx) =>
    sql`insert into audit (id, agency_id, subject_agency_id, at, worker_id, actor, verb, outcome, subjects)
      select gen_random_uuid(), ${LEICS}, ${LEICS}, '2026-11-20T10:00:00Z', ${priya.workerId}, 'Priya', 'child.read', 'done', array['FF-7K3Q0'] from generate_series(1, 2300)`.execute(
      trx,
    ),
  )
  const { lines } = await exported({ from: '2026-11-20', until: '2026-11-20' })
  expect(new Set(lines.slice(1).map((cells) => cells[11])).size).toBe(2300)
  const few = exportAudit({ register: desk.register, now: desk.now, seal: () => sealAudit({ database, fieldKey: FIELD_KEY }), most: 2299 })
  expect(await few(guard, { from: '2026-11-20', until: '2026-11-20' })).toEqual({
    ok: false,
    refusal: { kind: 'invalid', fields: { from: expect.stringContaining('more than 2,299 lines') as string } },
  })
  expect(await rowsOf(database, `select outcome from audit where verb = 'audit.exported' order by id`)).toEqual([{ outcome: 'done' }, { outcome: 'refused' }])
})

const MAY: readonly Role[] = ['practice-manager', 'information-governance']

test.each(ROLES)('a %s gets what the list says', async (role) => {
  const { status, text } = await desk.ask(await aWorker(database, { roles: [role] }), 'audit/export', {})
  expect([status, text.startsWith('PK')]).toEqual(MAY.includes(role) ? [200, true] : [403, false])
})

test.each([{ about: 'nobody' }, { person: 'priya' }, { from: '2026-11-22', until: '2026-11-21' }, { did: 'looked' }, { limit: 10 }, { cursor: 'x' }, []])(
  '%j is refused, and the audit keeps nothing of what was typed',
  async (body) => {
    expect((await desk.ask(guard, 'audit/export', body)).status).toBe(422)
    expect(await rowsOf(database, 'select id from audit')).toEqual([])
  },
)
