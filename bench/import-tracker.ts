import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { importAsJob } from '../src/children/importing/import-children.ts'
import type { AgencyId } from '../src/core/ids.ts'
import { addDays, londonToday, type PlainDate } from '../src/core/plain-date.ts'
import type { OpenedRegister } from '../src/scope.ts'

const ROWS = 5_000
/** Lincolnshire's and Rutland's numbers in the demo region: one is imported into, the other takes the floor's bare rows. */
const [INTO, BARE] = [3 as AgencyId, 6 as AgencyId]

const HEADINGS = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Does the Child have a Disability',
  'Date the Child Entered Care',
  'Date of Decision that Child Should be Placed for Adoption',
  'Date of Placement Order',
]
const written = (day: PlainDate): string => day.split('-').reverse().join('/')

/** An Annex A List 10 of children who wait, each row another one. */
const tracker = (today: PlainDate): Uint8Array => {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const decided = addDays(today, -30 - (index % 700))
    const care = addDays(decided, -210)
    const cells = [
      `BENCH/${index.toString()}`,
      index % 2 === 0 ? 'a) Female' : 'b) Male',
      'a) WBRI',
      written(addDays(care, -(index % 1_500))),
      index % 9 === 0 ? 'a) Yes' : 'b) No',
    ]
    return [...cells, written(care), written(decided), index % 3 === 0 ? '' : written(addDays(decided, 25))].join(',')
  })
  return Buffer.from([HEADINGS.join(','), ...rows].join('\r\n'))
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

/** One bare statement for each row and table, in one transaction: no reading, no rules, no encryption, no audit. */
const bareRows = ({ database }: OpenedRegister, today: PlainDate): Promise<void> =>
  database.inAgency(BARE, 1, async (trx) => {
    for (let index = 0; index < ROWS; index += 1) {
      const [id, reference] = [randomUUID(), `FB-${index.toString()}`]
      await sql`insert into child (id, agency_id, reference, entered_care, adm_decision, changed_at) values (${id}, ${BARE}, ${reference}, ${today}, ${today}, now())`.execute(
        trx,
      )
      await sql`insert into child_key (child_id, agency_id, wrapped) values (${id}, ${BARE}, ${Buffer.alloc(60)})`.execute(trx)
      await sql`insert into child_shared (child_id, agency_id, partnership_id, reference, age_band, stage, waiting_from, is_waiting, changed_at)
        values (${id}, ${BARE}, 1, ${reference}, 'unknown', 'admDecision', ${today}, true, now())`.execute(trx)
    }
  })

export interface ImportTimes {
  readonly rows: number
  /** seconds: bare statements, the first import, the same file again */
  readonly bare: number
  readonly first: number
  readonly again: number
}

export const importTimes = async (opened: OpenedRegister): Promise<ImportTimes> => {
  const today = londonToday(new Date())
  const run = importAsJob({ register: opened.register, today: () => today })
  const file = { bytes: tracker(today), choices: new Map() }
  const bare = await secondsOf(() => bareRows(opened, today))
  const first = await secondsOf(() => run(INTO, file, false))
  const again = await secondsOf(() => run(INTO, file, false))
  return { rows: ROWS, bare, first, again }
}
