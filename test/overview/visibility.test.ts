import fc from 'fast-check'
import { sql } from 'kysely'
import { mayAt } from '../../src/children/child-access.ts'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import { newId } from '../../src/core/ids.ts'
import { addDays } from '../../src/core/plain-date.ts'
import { newReference } from '../../src/core/reference.ts'
import { listWaiting } from '../../src/overview/list-waiting.ts'
import { waitingCursors } from '../../src/overview/waiting-cursor.ts'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import { clock, FIELD_KEY, registerOn, TODAY } from '../children/a-child.ts'
import { AGENCIES, aWorker, PARTNERSHIP, seedPartnership, type AgencyCode } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { asInspector } from '../support/inspector.ts'

const CODES = ['LEICS', 'CITY', 'NCT', 'RUTLAND'] as const satisfies readonly AgencyCode[]

interface Row {
  readonly reference: string
  readonly agency: (typeof CODES)[number]
  readonly isWaiting: boolean
  readonly isShared: boolean
}
/** Each agency has a child of each kind. */
const ROWS: readonly Row[] = CODES.flatMap((agency) =>
  [true, false].flatMap((isWaiting) => [true, false].map((isShared) => ({ reference: newReference('FF'), agency, isWaiting, isShared }))),
)

let database: TestDatabase
const actors = new Map<string, Actor>()
beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
  await asInspector(database, async (trx) => {
    for (const [index, { reference, agency, isWaiting, isShared }] of ROWS.entries()) {
      const id = newId()
      const on = addDays(TODAY, -10 * index - 1)
      await sql`insert into child (id, agency_id, reference, adm_decision, matched, changed_at)
        values (${id}, ${AGENCIES[agency].id}, ${reference}, ${on}, ${isWaiting ? null : TODAY}, now())`.execute(trx)
      if (isShared)
        await sql`insert into child_shared (child_id, agency_id, partnership_id, reference, age_band, stage, waiting_from, is_waiting, changed_at)
          values (${id}, ${AGENCIES[agency].id}, ${PARTNERSHIP}, ${reference}, '1–2', 'admDecision', ${on}, ${isWaiting}, now())`.execute(trx)
    }
  })
  for (const code of [...CODES, 'HUB'] as const) actors.set(code, await aWorker(database, { agency: code, roles: [] }))
})
afterAll(() => database.close())

test('in list, total, pages and figures an actor has exactly the rows that the access table allows', async () => {
  const deps = { register: registerOn(database), cursors: waitingCursors(FIELD_KEY), ...clock() }
  const somebody = fc.record({
    code: fc.constantFrom(...CODES, 'HUB' as const),
    roles: fc.subarray([...ROLES], { maxLength: 3 }),
    limit: fc.integer({ min: 1, max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(somebody, async ({ code, roles, limit }) => {
      const worker = actors.get(code)
      if (!worker) throw new Error('no such worker')
      const actor: Actor = { ...worker, roles }
      const visible = ROWS.filter(
        (row) => row.isWaiting && (row.agency === code ? mayAt(roles, 'read', 'placing-agency') : row.isShared && mayAt(roles, 'read', 'partner-agency')),
      ).map(({ reference }) => reference)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listWaiting(deps)(actor, { filter: { agencies: [], ageBands: [] }, limit, ...(cursor === undefined ? {} : { cursor }) })
        if (!page.ok) {
          expect(page.refusal.kind).toBe('not-allowed')
          expect(visible).toEqual([])
          return
        }
        expect(page.value.total).toBe(visible.length)
        for (const { view, agency } of page.value.items) expect(view).toBe(agency.code === code ? 'own' : 'shared')
        seen.push(...page.value.items.map(({ reference }) => reference))
        cursor = page.value.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(new Set(seen)).toEqual(new Set(visible))
      expect(seen).toHaveLength(visible.length)
      expect(await waitingFigures(deps)(actor, { agencies: [], ageBands: [] })).toMatchObject({ ok: true, value: { total: visible.length } })
    }),
    { numRuns: 40, seed: 20_261_122 },
  )
}, 240_000)
