import { read, utils } from '@e965/xlsx'
import * as z from 'zod'
import { exportChildren } from '../../src/children/importing/export-children.ts'
import { neutral } from '../../src/safeguards/write-workbook.ts'
import { commitImport, previewImport } from '../../src/children/importing/import-children.ts'
import { importPreview } from '../../src/children/importing/import-contract.ts'
import { importRoutes } from '../../src/children/importing/import-routes.ts'
import type { Actor, Role } from '../../src/core/actor.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { aWorker, seedPartnership, type AgencyCode } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'
import { aChild, auditLines, clock, newKey, registerOn, saveChildren } from './a-child.ts'
import { bytesOf, expectedOf, fixture, importRegister } from './an-import.ts'

let database: TestDatabase
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
beforeAll(async () => {
  database = await openTestDatabase()
  issuer = await openIssuer(() => new Date())
  const deps = { register: importRegister(database), ...clock() }
  const routes = importRoutes({ previewImport: previewImport(deps), commitImport: commitImport(deps), exportChildren: exportChildren(deps) })
  web = await startWeb(issuer, signIn({ database, today: clock().today }), { routes })
})
afterAll(async () => {
  await web.close()
  await issuer.close()
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const worker = (agency: AgencyCode, role: Role = 'practice-manager') => aWorker(database, { agency, roles: [role] })
const call = async (who: Actor, path: string, file?: Uint8Array) =>
  fetch(`${web.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${await issuer.tokenFor(who)}`, ...(file && { 'content-type': 'application/octet-stream' }) },
    ...(file && { method: 'POST', body: new Blob([Buffer.from(file)]) }),
  })
const previewed = async (who: Actor, file: Uint8Array, choices?: object) => {
  const answer = await call(who, `/children/imports/preview${choices ? `?${new URLSearchParams({ choices: JSON.stringify(choices) }).toString()}` : ''}`, file)
  return importPreview.parse(await answer.json())
}
const commit = (who: Actor, file: Uint8Array, query: Record<string, string>) =>
  call(who, `/children/imports?${new URLSearchParams({ key: newKey(), ...query }).toString()}`, file)

const LEICESTER = fixture('leicester-city-tracker.xlsx')

test('a workbook is previewed finding by finding, imported, and the second time nothing changes', async () => {
  const who = await worker('CITY')
  const seen = await previewed(who, LEICESTER)
  const expected = expectedOf('leicester-city-tracker.xlsx')
  expect(seen.findings.map(({ row, code, severity }) => `${row.toString()} ${code} ${severity}`).toSorted()).toEqual(
    expected.rowsWithErrors.map(({ row, code, severity }) => `${row.toString()} ${code} ${severity}`).toSorted(),
  )
  expect(seen).toMatchObject({
    kind: 'children',
    rowsTotal: 80,
    added: 59,
    rejected: 16,
    sheetsIgnored: [{ sheet: 'Lookups' }],
    sheets: [{ name: 'Tracker', headerRows: [4] }],
  })
  const done = await commit(who, LEICESTER, { digest: seen.digest })
  expect([done.status, await done.json()]).toEqual([200, { added: 59, changed: 0, unchanged: 0, rejected: 16 }])
  expect(await previewed(who, LEICESTER)).toMatchObject({ added: 0, changed: 0, unchanged: 59 })
})

test('a preview tells nothing of what stands in the cells', async () => {
  const text = JSON.stringify(await previewed(await worker('CITY'), LEICESTER))
  expect(text).not.toMatch(/LC\/2\d|Delwyn|Pennant|H\.W\.|White British|=HYPERLINK|genetic/u)
})

test('what a column holds can be said by the person, and is then part of what was seen', async () => {
  const who = await worker('CITY')
  const choices = { Ethnicity: null }
  const seen = await previewed(who, LEICESTER, choices)
  expect(seen.findings.some(({ code }) => code === 'unknown-ethnicity')).toBe(false)
  expect((await commit(who, LEICESTER, { digest: seen.digest })).status).toBe(409)
  expect((await commit(who, LEICESTER, { digest: seen.digest, choices: JSON.stringify(choices) })).status).toBe(200)
})

test.each([
  ['no field', { Ethnicity: 'shoeSize' }],
  ['no object', 'x'],
])('choices that name %s are refused', async (_what, choices) => {
  const answer = await call(await worker('CITY'), `/children/imports/preview?choices=${encodeURIComponent(JSON.stringify(choices))}`, LEICESTER)
  expect(answer.status).toBe(422)
})

test('files that cannot be read are answered with a sentence about the file', async () => {
  const problem = z.object({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })
  const who = await worker('CITY')
  for (const [file, said] of [
    [bytesOf('%PDF-1.7'), 'PDF'],
    [fixture('northamptonshire-adopters-list-11.xlsx'), 'list of adopters'],
    [new Uint8Array(), 'empty'],
  ] as const) {
    const answer = await call(who, '/children/imports/preview', file)
    expect(answer.status).toBe(422)
    expect(problem.parse(await answer.json()).errors).toEqual([{ pointer: '/file', detail: expect.stringContaining(said) as string }])
  }
})

test('an analyst, who may not read birth dates and references, cannot find them by previewing guesses', async () => {
  const analyst = await worker('CITY', 'performance-analyst')
  expect((await call(analyst, '/children/imports/preview', LEICESTER)).status).toBe(403)
  expect((await commit(analyst, LEICESTER, { digest: '0'.repeat(64) })).status).toBe(403)
})

test('every preview is in the audit, also one that knows no child', async () => {
  const who = await worker('CITY')
  const previews = async () => (await auditLines(database)).filter(({ verb }) => verb === 'child.import-previewed')
  const seen = await previewed(who, LEICESTER)
  expect(await previews()).toMatchObject([{ outcome: 'done', agency_id: 2, subject_agency_id: 2, subjects: [] }])
  await commit(who, LEICESTER, { digest: seen.digest })
  await previewed(who, LEICESTER)
  expect((await previews()).map(({ subjects }) => subjects.length).toSorted((a, b) => a - b)).toEqual([0, 59])
})

test('a role that may not import is told so', async () => {
  expect((await call(await worker('CITY', 'family-finder'), '/children/imports/preview', LEICESTER)).status).toBe(403)
  expect((await call(await worker('CITY', 'family-finder'), '/children/export')).status).toBe(403)
})

describe('export', () => {
  const rowsOf = async (who: Actor) => {
    const answer = await call(who, '/children/export')
    expect(answer.status).toBe(200)
    const book = read(await answer.arrayBuffer(), { cellFormula: true })
    const sheet = book.Sheets['Children'] ?? {}
    return {
      rows: utils.sheet_to_json<Record<string, unknown>>(sheet),
      cells: Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, { f?: string; v: unknown }][],
      name: answer.headers.get('content-disposition'),
    }
  }

  test('the own agency’s children, every stage, and nobody else’s; without name, birth date and local reference', async () => {
    const own = [aChild({ localReference: 'L-77' }), aChild({ journey: {}, born: null, expectedBirth: '2027-02' })]
    await saveChildren(registerOn(database), ...own, aChild({ agency: 'NCT' }))
    const { rows, cells, name } = await rowsOf(await worker('LEICS'))
    expect(name).toBe('attachment; filename="family-finding-leics-2026-11-22.xlsx"')
    expect(rows.map((row) => row['Reference']).toSorted()).toEqual(own.map(({ child }) => child.reference).toSorted())
    expect(rows.map((row) => row['Stage']).toSorted()).toEqual(['placement order', 'unborn'])
    expect(JSON.stringify(cells)).not.toMatch(/Robin|2022-03-14|14\/03\/2022|L-77/u)
  })

  test('text that starts like a formula stays text', async () => {
    const steps = ['=HYPERLINK("http://example.invalid")', '+cmd|calc', '-2+3', '@SUM(1)', '\t=1']
    await saveChildren(registerOn(database), ...steps.map((nextStep) => aChild({ nextStep })))
    const { rows, cells } = await rowsOf(await worker('LEICS'))
    expect(rows.map((row) => row['Next step']).toSorted()).toEqual(steps.map((step) => `'${step}`).toSorted())
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([])
  })

  test.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '|a', '%0'])('%j is marked as text', (text) => {
    expect(neutral(text).startsWith("'")).toBe(true)
  })

  test.each(['\u0000=1', '\u0001\u0002+1', '\uFFFE@a', '\u200B=1', '\u200E\u0007\u2060-1', '\uFEFF=1', '\uD800=1'])(
    '%j is marked as text once what nobody sees is gone',
    (text) => {
      expect(neutral(text)).toMatch(/^'[=+@-]/u)
    },
  )

  test('a text is never longer than a cell of Excel may be', () => {
    expect(neutral('a'.repeat(40_000)).length).toBeLessThanOrEqual(32_767)
    expect(neutral('='.repeat(40_000))).toHaveLength(32_767)
    expect(neutral('\u{1F600}'.repeat(20_000))).toMatch(/^(?:\u{1F600})+$/u)
  })

  test('who exported which children is in the audit', async () => {
    const one = aChild()
    await saveChildren(registerOn(database), one)
    await rowsOf(await worker('LEICS'))
    expect((await auditLines(database)).filter(({ verb }) => verb === 'child.exported')).toMatchObject([
      { outcome: 'done', subject_agency_id: 1, subjects: [one.child.reference] },
    ])
  })
})
