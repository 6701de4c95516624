import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import * as z from 'zod'
import { importChildren } from '../../src/children/import-children.ts'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import { readChildren } from '../../src/trackers/read-children.ts'
import { readCsv } from '../../src/trackers/read-csv.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { auditLines, clock, registerOn } from './a-child.ts'
import { rowsOfQuery } from '../support/rows.ts'

const FILE = 'test/fixtures/lincolnshire-annex-a-list-10'
const sample = readFileSync(`${FILE}.csv`, 'utf8')
const { after } = z
  .object({
    after: z.object({
      children: z.int(),
      childrenBySex: z.record(z.string(), z.int()),
      childrenByStage: z.record(z.string(), z.int()),
      waiting: z.int(),
      longestWaitDays: z.int(),
      waitingWithPlacementOrder: z.int(),
      longestWaitFromPlacementOrderDays: z.int(),
      disabled: z.int(),
      earlyPermanencePlaced: z.int(),
      childrenByEthnicity: z.record(z.string(), z.int()),
    }),
  })
  .parse(JSON.parse(readFileSync(`${FILE}.expected.json`, 'utf8')))

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const { id: LINCS } = AGENCIES.LINCS
const load = (text: string, agency = LINCS) =>
  importChildren({ register: registerOn(database), ...clock() })(agency, readChildren(readCsv(new TextEncoder().encode(text))))
const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)

test('the sample tracker gives the figures that are expected of it', async () => {
  expect(await load(sample)).toMatchObject({
    rowsRead: after.children,
    imported: after.children,
    changed: 0,
    unchanged: 0,
    rejectedRows: [],
    findings: [],
    waiting: after.waiting,
    longestWaitDays: after.longestWaitDays,
  })
  const manager = await aWorker(database, { agency: 'LINCS', roles: ['practice-manager'] })
  const figures = await waitingFigures({ register: registerOn(database), ...clock() })(manager, { agencies: [], ageBands: [] })
  expect(figures).toMatchObject({
    ok: true,
    value: {
      total: after.waiting,
      longestDays: after.longestWaitDays,
      byStage: { placementOrder: after.waitingWithPlacementOrder, admDecision: after.waiting - after.waitingWithPlacementOrder },
      byAgency: [{ code: 'LINCS', name: 'Lincolnshire County Council', total: after.waiting }],
    },
  })
  const [found] = await rowsOf(sql`select count(*)::int as children,
    json_build_object('female', count(*) filter (where sex = 'female'), 'male', count(*) filter (where sex = 'male')) as sex,
    (count(*) filter (where disability))::int as disabled, (count(*) filter (where early_permanence is not null))::int as early,
    max(date '2026-11-22' - placement_order) filter (where is_waiting) as longest_from_order,
    (select json_object_agg(stage, n) from (select case when plan_ended is not null then 'planEnded' when adoption_order is not null then 'adoptionOrder' when placed is not null then 'placed'
      when matched is not null then 'matched' when placement_order is not null then 'placementOrder' else 'admDecision' end as stage, count(*) as n from child group by 1) s) as stages,
    (select json_object_agg(ethnicity, n) from (select ethnicity, count(*) as n from child group by 1) e) as ethnicities
    from child`)
  expect(found).toEqual({
    children: after.children,
    sex: after.childrenBySex,
    disabled: after.disabled,
    early: after.earlyPermanencePlaced,
    longest_from_order: after.longestWaitFromPlacementOrderDays,
    stages: after.childrenByStage,
    ethnicities: after.childrenByEthnicity,
  })
})

test('the same file again changes nothing, not even when a row moved', async () => {
  await load(sample)
  const before = await rowsOf(sql`select reference, version, changed_at from child order by reference`)
  const [heading = '', ...rows] = sample.trimEnd().split('\r\n')
  expect(await load([heading, ...rows.reverse()].join('\r\n'))).toMatchObject({ imported: 0, changed: 0, unchanged: after.children })
  expect(await rowsOf(sql`select reference, version, changed_at from child order by reference`)).toEqual(before)
})

test('a changed row is changed in place, keeps its reference, and posted cards are told', async () => {
  await load(sample)
  const matched = sample.replace(
    '3104200,,b) Male,a) WBRI,16/05/2024,2,b) No,21/09/2025,27/04/2026,20/05/2026,,',
    '3104200,AF999,b) Male,a) WBRI,16/05/2024,2,b) No,21/09/2025,27/04/2026,20/05/2026,10/11/2026,',
  )
  expect(matched).not.toBe(sample)
  expect(await load(matched)).toMatchObject({ imported: 0, changed: 1, unchanged: after.children - 1 })
  expect(await rowsOf(sql`select kind from job`)).toEqual([{ kind: 'post.child-changed' }])
  expect(await rowsOf(sql`select count(*)::int as n from child_shared where is_waiting`)).toEqual([{ n: after.waiting - 1 }])
})

test('another agency with the same local references keeps its own rows', async () => {
  await load(sample)
  expect(await load(sample, AGENCIES.NLINCS.id)).toMatchObject({ imported: after.children })
  expect(await rowsOf(sql`select agency_id, count(*)::int as n from child group by agency_id order by agency_id`)).toEqual([
    { agency_id: 3, n: after.children },
    { agency_id: 4, n: after.children },
  ])
})

test('the audit names the job and the references that it wrote', async () => {
  await load(sample)
  const lines = await auditLines(database)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ verb: 'child.imported', outcome: 'done', agency_id: 3, subject_agency_id: 3 })
  expect(lines[0]?.subjects).toHaveLength(after.children)
})

test('wrong rows stay out with a finding each, and the others go in', async () => {
  const heading = sample.split('\r\n')[0] ?? ''
  const row = (id: string, born: string, care: string, adm: string, order: string, placed = '', adopted = '', ended = '', reason = '', ethnicity = 'a) WBRI') =>
    `${id},,b) Male,${ethnicity},${born},2,b) No,${care},${adm},${order},,${placed},${adopted},${ended},${reason},`
  const summary = await load(
    [
      heading,
      row('1', '01/01/2024', '02/02/2024', '01/01/2024', ''),
      row('2', '01/01/2024', '02/02/2024', '', '03/03/2025'),
      row('3', '01/01/2024', '02/02/2024', '02/03/2025', '', '01/01/2026'),
      row('4', '01/01/2024', '02/02/2024', '02/03/2025', '03/03/2025', '', '01/01/2026', '02/01/2026', 'RD1'),
      row('5', '01/01/2024', '02/02/2024', '31/02/2025', ''),
      row('6', '01/01/2024', '02/02/2024', '02/03/2027', ''),
      row('7', '01/01/2004', '02/02/2014', '02/03/2015', ''),
      row('8', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('8', '01/01/2024', '02/02/2024', '03/03/2025', ''),
      row('9', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('9', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('10', '01/01/2024', '02/02/2024', '02/03/2025', '', '', '', '', '', 'q) WXYZ'),
    ].join('\r\n'),
  )
  expect(summary).toMatchObject({ rowsRead: 12, imported: 2, repeated: 1, rejectedRows: [2, 3, 4, 5, 6, 7, 8, 9, 10] })
  expect(summary.findings.map(({ row: at, code }) => `${at.toString()} ${code}`)).toEqual([
    '2 order',
    '3 po-without-adm',
    '4 placed-without-po',
    '5 adopted-and-ended',
    '6 impossible-date',
    '7 future-date',
    '8 over-18',
    '9 conflicting-duplicate',
    '10 conflicting-duplicate',
    '13 unknown-ethnicity',
  ])
})

test.each(['Date of Matching Child and Prospective Adopters', 'Date of Birth', 'Ethnicity', 'Date Placed for Adoption'])(
  'a file whose column “%s” is missing or misspelt takes nothing out of the register',
  async (heading) => {
    await load(sample)
    const journeys = sql`select reference, sex, ethnicity, born_enc is null as no_birth, matched, placed, is_waiting from child order by reference`
    const before = await rowsOf(journeys)
    const misspelt = sample.replace(new RegExp(heading, 'iu'), 'Something else')
    expect(misspelt).not.toBe(sample)
    expect(await load(misspelt)).toMatchObject({
      imported: 0,
      changed: 0,
      unchanged: after.children,
      waiting: after.waiting,
      longestWaitDays: after.longestWaitDays,
    })
    expect(await rowsOf(journeys)).toEqual(before)
  },
)
