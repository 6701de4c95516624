import { sql } from 'kysely'
import { commitImport, previewImport } from '../../src/children/importing/import-children.ts'
import { planImport } from '../../src/children/importing/import-plan.ts'
import { recordDate } from '../../src/children/changing/record-date.ts'
import type { Role } from '../../src/core/actor.ts'
import type { ColumnChoices } from '../../src/trackers/match-columns.ts'
import { readTracker } from '../../src/trackers/read-tracker.ts'
import { AGENCIES, aWorker, seedPartnership, type AgencyCode } from '../support/partnership.ts'
import { rowsOfQuery } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { auditLines, clock, holidays, newKey, registerOn } from './a-child.ts'
import { bytesOf, fixture, importRegister, load as loadInto, NO_CHOICES } from './an-import.ts'

const sample = Buffer.from(fixture('lincolnshire-annex-a-list-10.csv')).toString('utf8')

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
const load = (text: string, agency = LINCS) => loadInto(database, text, agency)
const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)
const table = (...lines: readonly string[]): string => lines.join('\r\n')

test('the same file again changes nothing, not even when a row moved', async () => {
  await load(sample)
  const before = await rowsOf(sql`select reference, version, changed_at from child order by reference`)
  const [heading = '', ...rows] = sample.trimEnd().split('\r\n')
  expect(await load(table(heading, ...rows.reverse()))).toMatchObject({ added: 0, changed: 0, unchanged: 44 })
  expect(await rowsOf(sql`select reference, version, changed_at from child order by reference`)).toEqual(before)
})

test('a changed row is changed in place, keeps its reference, and posted cards are told', async () => {
  await load(sample)
  const before = await rowsOf(sql`select reference from child order by reference`)
  const ended = sample.replace('27/04/2026,20/05/2026,,,,,', '27/04/2026,20/05/2026,,,,10/11/2026,RD1')
  expect(ended).not.toBe(sample)
  const outcome = await load(ended)
  expect(outcome).toMatchObject({ added: 0, changed: 1, unchanged: 43, changes: [{ row: 2, fields: ['planEnded', 'planEndedReason'] }] })
  expect(await rowsOf(sql`select kind from job`)).toEqual([{ kind: 'post.child-changed' }])
  expect(await rowsOf(sql`select count(*)::int as n from child_shared where is_waiting`)).toEqual([{ n: 26 }])
  expect(await rowsOf(sql`select version, reference = ${outcome.changes[0]?.reference ?? ''} as same from child where version > 1`)).toEqual([
    { version: 2, same: true },
  ])
  expect(await rowsOf(sql`select what from child_change where what <> array['added']`)).toEqual([{ what: ['planEnded', 'planEndedReason'] }])
  expect(await rowsOf(sql`select reference from child order by reference`)).toEqual(before)
})

test('another agency with the same local references keeps its own rows', async () => {
  await load(sample)
  expect(await load(sample, AGENCIES.NLINCS.id)).toMatchObject({ added: 44 })
  expect(await rowsOf(sql`select agency_id, count(*)::int as n from child group by agency_id order by agency_id`)).toEqual([
    { agency_id: 3, n: 44 },
    { agency_id: 4, n: 44 },
  ])
})

test('the audit names the job and the references that it wrote', async () => {
  await load(sample)
  const lines = await auditLines(database)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ verb: 'child.imported', outcome: 'done', agency_id: 3, subject_agency_id: 3 })
  expect(lines[0]?.subjects).toHaveLength(44)
})

const HEADING = sample.split('\r\n')[0] ?? ''
const row = (id: string, born: string, care: string, adm: string, order: string, placed = '', adopted = '', ended = '', reason = '', ethnicity = 'a) WBRI') =>
  `${id},,b) Male,${ethnicity},${born},2,b) No,${care},${adm},${order},,${placed},${adopted},${ended},${reason},`

test('wrong rows stay out with a finding each, and the others go in', async () => {
  const outcome = await load(
    table(
      HEADING,
      row('1', '01/01/2024', '02/02/2024', '01/01/2024', ''),
      row('2', '01/01/2024', '02/02/2024', '', '03/03/2025'),
      row('3', '01/01/2024', '02/02/2024', '02/03/2025', '', '01/01/2026'),
      row('4', '01/01/2024', '02/02/2024', '02/03/2025', '03/03/2025', '', '01/01/2026', '02/01/2026', 'RD1'),
      row('5', '01/01/2024', '02/02/2024', '31/02/2025', '03/03/2025'),
      row('6', '01/01/2024', '02/02/2024', '02/03/2027', ''),
      row('7', '01/01/2004', '02/02/2014', '02/03/2015', ''),
      row('8', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('8', '01/01/2024', '02/02/2024', '03/03/2025', ''),
      row('9', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('9', '01/01/2024', '02/02/2024', '02/03/2025', ''),
      row('10', '01/01/2024', '02/02/2024', '02/03/2025', '', '', '', '', '', 'q) WXYZ'),
    ),
  )
  expect(outcome).toMatchObject({ added: 2, rejected: 9, read: { rowsTotal: 12, rowsIgnored: [{ row: 12 }] } })
  expect(outcome.findings.map(({ row: at, code }) => `${at.toString()} ${code}`)).toEqual([
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
    expect(sample).toContain(heading)
    expect(await load(sample.replace(heading, 'Something else'))).toMatchObject({ added: 0, changed: 0, unchanged: 44, waiting: 27, longestWaitDays: 805 })
    expect(await rowsOf(journeys)).toEqual(before)
  },
)

test('a blank cell clears nothing', async () => {
  await load(sample)
  const [heading = '', first = ''] = sample.split('\r\n')
  const blank = `${first.split(',')[0] ?? ''}${','.repeat(heading.split(',').length - 1)}`
  expect(await load(table(heading, blank, sample.split('\r\n')[2] ?? ''))).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('a decision that the register has is not changed by a file; the row is told so, and its other cells go in', async () => {
  await load(sample)
  const other = sample.replace('21/09/2025,27/04/2026,20/05/2026', '21/09/2025,28/04/2026,21/05/2026')
  expect(other).not.toBe(sample)
  const outcome = await load(other)
  expect(outcome.changes).toMatchObject([{ row: 2, fields: ['placementOrder'] }])
  expect(outcome.findings).toMatchObject([{ code: 'register-differs', row: 2, column: 'Date of Decision that Child Should be Placed for Adoption' }])
})

const LIST_10 =
  'Child Unique ID,Date of Birth,Date the Child Entered Care,Date of Decision that Child Should be Placed for Adoption,Date of Placement Order,Date of Matching Child and Prospective Adopters'

test('next month’s file brings the decisions that were made since, to children whom the register knows', async () => {
  await load(table(LIST_10, 'L/1,01/02/2024,03/03/2025,,,'))
  expect(await load(table(LIST_10, 'L/1,01/02/2024,03/03/2025,10/09/2025,20/10/2025,10/11/2026'))).toMatchObject({
    changed: 1,
    changes: [{ row: 2, fields: ['admDecision', 'placementOrder', 'matched'] }],
    findings: [],
  })
})

test('a decision that was taken away does not come back by a file', async () => {
  const file = table(LIST_10, 'L/1,01/02/2024,03/03/2025,10/09/2025,20/10/2025,10/11/2026')
  await load(file)
  const register = registerOn(database)
  const maker = await aWorker(database, { agency: 'LINCS', roles: ['agency-decision-maker'] })
  const [child] = (await rowsOf(sql`select reference from child`)) as readonly { readonly reference: string }[]
  const taken = await recordDate({ register, holidays, ...clock() })(maker, {
    reference: child?.reference ?? '',
    date: 'matched',
    on: null,
    version: 1,
    key: newKey(),
  })
  expect(taken).toMatchObject({ ok: true, value: { isWaiting: true } })
  const outcome = await load(file)
  expect(outcome.changes).toEqual([])
  expect(outcome.findings).toMatchObject([
    { code: 'register-differs', row: 2, column: 'Date of Matching Child and Prospective Adopters', sentence: expect.stringContaining('taken away') as string },
  ])
  expect(await rowsOf(sql`select matched, is_waiting from child`)).toEqual([{ matched: null, is_waiting: true }])
})

test('a reference that nobody sees or that is too long keeps its row out', async () => {
  const text = table(
    'Child ref,DOB,Came into care',
    '\u200B\u200E,01/02/2024,03/03/2025',
    `${'9'.repeat(41)},01/02/2024,03/03/2025`,
    `${'9'.repeat(40)},01/02/2024,03/03/2025`,
  )
  const outcome = await load(text)
  expect(outcome).toMatchObject({ added: 1, rejected: 2 })
  expect(outcome.findings.map(({ row: at, code }) => `${at.toString()} ${code}`)).toEqual(['2 missing-id', '3 long-id'])
})

test('rows of another agency are errors, Rutland’s are Lincolnshire’s, and a short name that fits several is not guessed', async () => {
  const heading = 'Child ref,LA,DOB,Came into care'
  const of = (agency: string, at: number) => `R${at.toString()},${agency},01/02/2024,03/03/2025`
  const names = ['Lincolnshire', 'Lincs', 'LINCS', 'Lincolnshire County Council', 'Rutland', '', 'North Lincolnshire', 'Derby City', 'Leicester', 'L']
  const outcome = await load(table(heading, ...names.map(of)))
  expect(outcome).toMatchObject({ added: 6, rejected: 4 })
  expect(outcome.findings.map(({ row: at, code }) => `${names[at - 2] ?? ''} ${code}`)).toEqual([
    'North Lincolnshire other-agency',
    'Derby City other-agency',
    'Leicester unclear-agency',
    'L unclear-agency',
  ])
})

describe('brothers and sisters', () => {
  const heading = 'Child ref,DOB,Came into care,Sib group,Tog / apart'
  const members = ['A1,01/02/2021,03/03/2025,SG1,Together', 'A2,01/02/2022,03/03/2025,sg1 ,Together']
  const groups = sql`select sibling_group is not null as grouped, sibling_count, sibling_plan, count(*)::int as n from child group by 1, 2, 3`

  test('are one group by its label, and stay so', async () => {
    expect(await load(table(heading, ...members))).toMatchObject({ added: 2, findings: [] })
    expect(await rowsOf(groups)).toEqual([{ grouped: true, sibling_count: 1, sibling_plan: 'together', n: 2 }])
    expect(await load(table(heading, ...members))).toMatchObject({ unchanged: 2 })
  })

  test('one who comes later joins, and the others’ number follows', async () => {
    await load(table(heading, ...members))
    expect(await load(table(heading, ...members, 'A3,01/02/2023,03/03/2025,SG1,Together'))).toMatchObject({ added: 1, unchanged: 2 })
    expect(await rowsOf(groups)).toEqual([{ grouped: true, sibling_count: 2, sibling_plan: 'together', n: 3 }])
  })

  test('one who changes to another group leaves the first, and only that row is changed', async () => {
    const rowOf = (reference: string, group: string): string => `${reference},01/02/2021,03/03/2025,${group},`
    await load(table(heading, rowOf('A1', 'G1'), rowOf('A2', 'G1'), rowOf('A3', 'G2')))
    const moved = table(heading, rowOf('A1', 'G1'), rowOf('A2', 'G2'), rowOf('A3', 'G2'))
    const outcome = await load(moved)
    expect(outcome).toMatchObject({ changed: 1, unchanged: 2, changes: [{ row: 3, fields: ['siblingGroup'] }] })
    expect(await rowsOf(sql`select sibling_count, count(*)::int as n from child group by 1 order by 1`)).toEqual([
      { sibling_count: 0, n: 1 },
      { sibling_count: 1, n: 2 },
    ])
    expect(await load(moved)).toMatchObject({ changed: 0, unchanged: 3 })
  })

  test('a group goes with most of its members, and the label that they left makes another one', async () => {
    const rowOf = (reference: string, group: string): string => `${reference},01/02/2021,03/03/2025,${group},`
    await load(table(heading, rowOf('A1', 'G1'), rowOf('A2', 'G1'), rowOf('A3', 'G1')))
    const renamed = table(heading, rowOf('A1', 'G2'), rowOf('A2', 'G2'), rowOf('A3', 'G1'), rowOf('A4', 'G1'))
    expect(await load(renamed)).toMatchObject({ added: 1, changed: 1, unchanged: 2, changes: [{ row: 4 }, { row: 5, reference: null }] })
    expect(await rowsOf(sql`select count(*)::int as n from child group by sibling_group`)).toEqual([{ n: 2 }, { n: 2 }])
    expect(await load(renamed)).toMatchObject({ changed: 0, unchanged: 4 })
  })

  test('a row without a label stays in its group, and one who is new joins by the label', async () => {
    await load(table(heading, ...members))
    await load(table(heading, 'A1,01/02/2021,03/03/2025,,', 'A3,01/02/2021,03/03/2025,SG1,'))
    expect(await rowsOf(sql`select count(distinct sibling_group)::int as n from child`)).toEqual([{ n: 1 }])
  })

  test('the same label of another agency is another group', async () => {
    await load(table(heading, ...members))
    await load(table(heading, ...members), AGENCIES.NCT.id)
    expect(await rowsOf(sql`select count(distinct sibling_group)::int as n from child`)).toEqual([{ n: 2 }])
  })
})

test('workers are matched by name or by initial and family name; nobody is invented', async () => {
  await aWorker(database, { agency: 'LINCS', name: 'Priya Lundy' })
  await aWorker(database, { agency: 'LINCS', name: 'Tom Aske' })
  await aWorker(database, { agency: 'NCT', name: 'Ruth Sellick' })
  const outcome = await load(
    table('Child ref,DOB,Came into care,Family finder,SW', 'B1,01/02/2021,03/03/2025,p. lundy,Tom  Aske', 'B2,01/02/2021,03/03/2025,Ruth Sellick,T. Nobody'),
  )
  expect(
    await rowsOf(
      sql`select w.name, s.name as social from child c left join worker w on w.id = c.worker_id left join worker s on s.id = c.social_worker_id order by w.name nulls last`,
    ),
  ).toEqual([
    { name: 'Priya Lundy', social: 'Tom Aske' },
    { name: null, social: null },
  ])
  expect(outcome.notes).toMatchObject([expect.stringContaining('2 workers’ names were not recognised')])
})

test('a full name shared by two workers is nobody, and so is an initial that fits two', async () => {
  for (const name of ['Ann Day', 'Ann Day', 'Amy Vale', 'Abel Vale', 'Cher']) await aWorker(database, { agency: 'LINCS', name })
  const names = ['Ann Day', 'A. Vale', 'Amy Vale', 'C. Cher', 'cher', 'A Day']
  const outcome = await load(table('Child ref,DOB,Came into care,Family finder', ...names.map((name, at) => `B${at.toString()},01/02/2021,03/03/2025,${name}`)))
  expect(outcome.added).toBe(6)
  expect(await rowsOf(sql`select w.name from child c join worker w on w.id = c.worker_id order by 1`)).toEqual([{ name: 'Amy Vale' }, { name: 'Cher' }])
})

describe('from the tab', () => {
  const manager = (agency: AgencyCode = 'LINCS', roles: readonly Role[] = ['practice-manager']) => aWorker(database, { agency, roles })
  const preview = (who: Awaited<ReturnType<typeof manager>>, text: string, choices: ColumnChoices = NO_CHOICES) =>
    previewImport({ register: importRegister(database), ...clock() })(who, { bytes: bytesOf(text), choices })
  const commit = (who: Awaited<ReturnType<typeof manager>>, text: string, digest: string, key = newKey(), choices: ColumnChoices = NO_CHOICES) =>
    commitImport({ register: importRegister(database), ...clock() })(who, { bytes: bytesOf(text), choices }, { key, digest })
  const digestOf = (result: Awaited<ReturnType<typeof preview>>): string => (result.ok ? result.value.digest : 'refused')

  test('a preview saves nothing; what was previewed is then saved, once', async () => {
    const who = await manager()
    const seen = await preview(who, sample)
    expect(seen).toMatchObject({ ok: true, value: { added: 44, changed: 0, rejected: 0 } })
    expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 0 }])
    const key = newKey()
    const done = { ok: true, value: { added: 44, changed: 0, unchanged: 0, rejected: 0 } }
    expect(await commit(who, sample, digestOf(seen), key)).toEqual(done)
    expect(await commit(who, sample, digestOf(seen), key)).toEqual(done)
    expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 44 }])
  })

  test.each([
    ['another file', sample.replace('3104200', '3104201'), NO_CHOICES],
    ['other columns', sample, new Map([['Ethnicity', null]])],
  ])('%s than the one that was previewed is refused, and nothing is saved', async (_what, text, choices) => {
    const who = await manager()
    const seen = await preview(who, sample)
    expect(await commit(who, text, digestOf(seen), newKey(), choices)).toEqual({ ok: false, refusal: { kind: 'conflict', reason: 'stale-version' } })
    expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 0 }])
  })

  test('a register that changed since the preview is looked at again', async () => {
    const who = await manager()
    const seen = await preview(who, sample)
    await load(table(HEADING, sample.split('\r\n')[1] ?? ''))
    expect(await commit(who, sample, digestOf(seen))).toMatchObject({ ok: false, refusal: { kind: 'conflict' } })
  })

  test('two imports of the same new children at once: one goes in, the other is to be looked at again', async () => {
    const who = await manager()
    const digest = digestOf(await preview(who, sample))
    const both = await Promise.all([commit(who, sample, digest), commit(who, sample, digest)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { kind: 'conflict', reason: 'stale-version' } }])
    expect(await rowsOf(sql`select count(*)::int as n from child`)).toEqual([{ n: 44 }])
  })

  test('a reference that another import saved meanwhile is a change meanwhile, and no fault', async () => {
    await load(sample)
    const read = await readTracker(bytesOf(sample), NO_CHOICES, clock().today())
    const register = importRegister(database)
    const again = register.asJob(LINCS, 'test', ({ childImport }) =>
      childImport.save(planImport(read, { agencyId: LINCS, agencies: [], workers: [], childOf: () => undefined }, clock().today()).rows),
    )
    await expect(again).rejects.toMatchObject({ code: '40001' })
  })

  test('what a person says of a column wins over the heading', async () => {
    const text = table('Kennung,Came in,Order', 'X1,03/03/2025,04/04/2025', 'X2,03/03/2025,04/04/2025')
    const who = await manager()
    const guessed = await preview(who, text)
    expect(guessed).toMatchObject({ ok: true, value: { added: 0, read: { kind: 'unknown' } } })
    const choices: ColumnChoices = new Map([
      ['Kennung', 'localRef'],
      ['Came in', 'enteredCare'],
      ['Order', 'parallelPlan'],
    ])
    expect(await preview(who, text, choices)).toMatchObject({ ok: true, value: { added: 2, findings: [] } })
  })

  test.each([['family-finder'], ['childs-social-worker'], ['administrator'], ['agency-decision-maker'], ['performance-analyst']] as const)(
    '%s may not',
    async (role) => {
      const who = await manager('LINCS', [role])
      expect(await preview(who, sample)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
      expect(await commit(who, sample, 'x')).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
    },
  )

  test('the hub, which places nobody, may not', async () => {
    expect(await preview(await manager('HUB'), sample)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
  })

  test('a list of adopters is recognised and answered with a sentence', async () => {
    const who = await manager('NCT')
    const file = { bytes: fixture('northamptonshire-adopters-list-11.xlsx'), choices: NO_CHOICES }
    const seen = await previewImport({ register: importRegister(database), ...clock() })(who, file)
    expect(seen).toEqual({ ok: false, refusal: { kind: 'invalid', fields: { file: expect.stringContaining('list of adopters') as string } } })
  })
})
