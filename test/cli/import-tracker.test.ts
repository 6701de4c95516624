import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importAsJob } from '../../src/children/importing/import-children.ts'
import { importTracker } from '../../src/cli/import-tracker.ts'
import { listAgencies } from '../../src/people/people-store.ts'
import { clock } from '../children/a-child.ts'
import { importRegister } from '../children/an-import.ts'
import { seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'family-finding-import-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const run = (...args: readonly string[]) =>
  importTracker({
    importAsJob: importAsJob({ register: importRegister(database), ...clock() }),
    agencies: () => database.asNamedJob('sign-in', listAgencies),
  })(args)
const SAMPLE = 'test/fixtures/lincolnshire-annex-a-list-10.csv'

test('prints figures in plain words, and the second time that nothing changed', async () => {
  expect(await run('--agency', 'LINCS', SAMPLE)).toBe(
    [
      'Lincolnshire County Council: 44 rows read (csv, UTF-8, separated by commas).',
      '44 added, 0 changed, 0 unchanged, 0 rejected.',
      'Of these 44 children, 27 waiting, the longest 805 days.',
      'Columns that were not imported: Family identifier, Age of Child (Years).',
    ].join('\n'),
  )
  expect(await run('--agency', 'lincs', SAMPLE)).toContain('0 added, 0 changed, 44 unchanged, 0 rejected.')
})

test('names row, column and sentence of what was rejected, and not what stood in the cell', async () => {
  const file = join(folder, 'one.csv')
  await writeFile(file, 'Child Unique ID,Gender,Date of Decision that Child Should be Placed for Adoption,Shoe size\nQ-77,b) Male,31/02/2026,24\n')
  const words = await run('--agency', 'LINCS', file)
  expect(words).toContain('row 2, Date of Decision that Child Should be Placed for Adoption: rejected. There is no such day.')
  expect(words).toContain('Shoe size')
  expect(words).not.toMatch(/Q-77|31\/02/u)
})

test('a dry run says the same and saves nothing', async () => {
  expect(await run('--agency', 'LINCS', '--dry-run', SAMPLE)).toContain('44 added')
  expect(await run('--agency', 'LINCS', SAMPLE)).toContain('44 added')
})

test('a workbook, and a column that the person names', async () => {
  const words = await run('--agency', 'CITY', '--map', 'Ethnicity=', 'test/fixtures/leicester-city-tracker.xlsx')
  expect(words).toContain('59 added, 0 changed, 0 unchanged, 16 rejected.')
  expect(words).toContain('Ethnicity (as you chose)')
  expect(words).toContain('Tracker, row 82, PO granted: rejected. The date lies in the future, but this has happened.')
  expect(words).not.toMatch(/LC\/2|Delwyn|White British/u)
})

test.each([
  ['no agency', [SAMPLE], 'npm run import'],
  ['an option that there is not', ['--agency', 'LINCS', '--force', SAMPLE], 'npm run import'],
  ['an unknown agency', ['--agency', 'NOWHERE', SAMPLE], 'LEICS'],
  ['the hub, which places nobody', ['--agency', 'HUB', SAMPLE], 'no placing agency'],
  ['a file that is not there', ['--agency', 'LINCS', 'nowhere.csv'], 'cannot be opened'],
  ['a list of adopters', ['--agency', 'NCT', 'test/fixtures/northamptonshire-adopters-list-11.xlsx'], 'list of adopters'],
  ['a field that there is not', ['--agency', 'LINCS', '--map', 'Ethnicity=shoeSize', SAMPLE], 'enteredCare'],
])('%s is refused with a sentence that says what to do', async (_what, args, words) => {
  await expect(run(...args)).rejects.toThrow(words)
})
