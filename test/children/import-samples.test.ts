import { sql } from 'kysely'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import { FINDING_CODES } from '../../src/trackers/finding-kinds.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOfQuery } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { clock } from './a-child.ts'
import { CHILDREN_SAMPLES, expectedOf, fixture, importRegister, load } from './an-import.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})
const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)

describe.each(CHILDREN_SAMPLES)('$file', ({ file, agency }) => {
  const expected = expectedOf(file)
  const { after } = expected
  const run = () => load(database, fixture(file), AGENCIES[agency].id)

  test('every column is taken for what it is', async () => {
    const { read } = await run()
    const columns = read.sheets.flatMap((sheet) => sheet.columns)
    expect(Object.fromEntries(columns.map(({ label, fields }) => [label, fields[0] ?? null]))).toEqual(expected.columns)
    expect(Object.fromEntries(columns.filter(({ fields }) => fields.length > 1).map(({ label, fields }) => [label, fields]))).toEqual(
      expected.columnsWithTwoFields,
    )
  })

  test('every row is counted once: in, rejected or left aside', async () => {
    const { read, added, rejected } = await run()
    expect({ rowsTotal: read.rowsTotal, added, rejected, ignored: read.rowsIgnored.map(({ row }) => row) }).toEqual({
      rowsTotal: expected.rowsTotal,
      added: expected.rowsImportable,
      rejected: expected.rowsRejected,
      ignored: expected.rowsIgnored.map(({ row }) => row),
    })
  })

  test('finding by finding, and none beside', async () => {
    const { findings } = await run()
    const found = findings.map(({ row, code }) => `${row.toString()} ${code} ${FINDING_CODES[code]}`)
    expect(found.toSorted()).toEqual(expected.rowsWithErrors.map(({ row, code, severity }) => `${row.toString()} ${code} ${severity}`).toSorted())
    for (const { row, code, column } of findings) {
      const same = expected.rowsWithErrors.filter((one) => one.row === row && one.code === code)
      expect(same.flatMap((one) => [one.column, ...one.otherColumns])).toContain(column)
    }
  })

  test('the register then holds the figures that are expected of it', async () => {
    await run()
    const manager = await aWorker(database, { agency, roles: ['practice-manager'] })
    const figures = await waitingFigures({ register: importRegister(database), ...clock() })(manager, { agencies: [], ageBands: [] })
    expect(figures).toMatchObject({
      ok: true,
      value: {
        total: after.waiting,
        longestDays: after.longestWaitDays,
        byStage: { placementOrder: after.waitingWithPlacementOrder, admDecision: after.waiting - after.waitingWithPlacementOrder },
      },
    })
    const [found] = await rowsOf(sql`select count(*)::int as children,
      (select json_object_agg(coalesce(sex, 'unknown'), n) from (select sex, count(*)::int as n from child group by 1) s) as sex,
      (count(*) filter (where disability))::int as disabled, (count(*) filter (where early_permanence is not null))::int as early,
      max(date '2026-11-22' - placement_order) filter (where is_waiting) as longest_from_order,
      (select json_object_agg(stage, n) from (select case when plan_ended is not null then 'planEnded' when adoption_order is not null then 'adoptionOrder'
        when placed is not null then 'placed' when matched is not null then 'matched' when placement_order is not null then 'placementOrder'
        when adm_decision is not null then 'admDecision' when born_enc is null and expected_birth is not null then 'unborn' when cpr_submitted is not null then 'cprSubmitted'
        when parallel_plan is not null then 'parallelPlan' when pack_a is not null then 'packA' else 'enteredCare' end as stage, count(*)::int as n from child group by 1) s) as stages,
      coalesce((select json_object_agg(size, n) from (select size, count(*)::int as n from (select count(*)::int as size from child where sibling_group is not null
        group by sibling_group having count(*) > 1) g group by size) sizes), '{}') as groups,
      (select json_object_agg(coalesce(ethnicity, 'unknown'), n) from (select ethnicity, count(*)::int as n from child group by 1) e) as ethnicities
      from child`)
    expect(found).toEqual({
      children: after.children,
      sex: after.childrenBySex,
      disabled: after.disabled,
      early: after.earlyPermanencePlaced,
      longest_from_order: after.longestWaitFromPlacementOrderDays,
      stages: after.childrenByStage,
      groups: after.siblingGroupSizes,
      ethnicities: after.childrenByEthnicity,
    })
  })

  test('the rows given as examples say what they should', async () => {
    const { read } = await run()
    for (const { row, ...sample } of expected.sampleRows) {
      const found = read.rows.find((one) => one.row === row)
      const said = {
        ...found?.dates,
        localRef: found?.localRef,
        sex: found?.sex === null ? undefined : found?.sex === 'female' ? 'F' : 'M',
        disability: found?.disability,
        expectedBirth: found?.due,
        planEndedReason: found?.planEndedReason,
        siblingGroup: found?.siblingGroup?.toUpperCase(),
        siblingPlan: found?.siblingPlan,
        earlyPermanenceRoute: found?.earlyPermanenceRoute === 'fostering-for-adoption' ? 'FfA' : found?.earlyPermanenceRoute,
        socialWorker: found?.socialWorker,
        familyFinder: found?.familyFinder,
      }
      const { ethnicity, ...rest } = sample
      expect({ row, ...said }).toMatchObject({ row, ...rest })
      if (typeof ethnicity === 'string') expect(await ethnicitiesOf(sample.localRef, file, agency)).toEqual([ethnicity])
    }
  })

  test('a second time nothing changes', async () => {
    await run()
    const before = await rowsOf(sql`select reference, version, changed_at from child order by reference`)
    expect(await run()).toMatchObject({ added: 0, changed: 0, unchanged: expected.rowsImportable, rejected: expected.rowsRejected })
    expect(await rowsOf(sql`select reference, version, changed_at from child order by reference`)).toEqual(before)
    expect(await rowsOf(sql`select count(*)::int as n from child_change`)).toEqual([{ n: expected.rowsImportable }])
  })
})

const ethnicitiesOf = async (localRef: string, file: string, agency: 'LINCS' | 'CITY') => {
  const register = importRegister(database)
  const child = await register.asJob(AGENCIES[agency].id, 'test', ({ children }) => children.ownByLocalReference(localRef))
  return child ? [child.child.ethnicity] : [`no ${localRef} of ${file}`]
}
