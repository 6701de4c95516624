import { randomUUID } from 'node:crypto'
import type { Role } from '../../../src/core/actor.ts'
import { aChild, auditLines, saveChildren, type ChildTraits } from '../../children/a-child.ts'
import { aWorker, seedPartnership, type AgencyCode } from '../../support/partnership.ts'
import { rowsOf } from '../../support/rows.ts'
import { openTestDatabase } from '../../support/test-database.ts'
import { openWholeApi } from '../../walls/whole-api.ts'

/** The whole API on a real register, for texts and words to stop. */
export const aTextsDesk = async () => {
  const database = await openTestDatabase()
  const api = await openWholeApi(database)
  const ask = async (person: Parameters<typeof api.ask>[0], method: 'get' | 'post', path: string, body?: object) => {
    const { status, text } = await api.ask(person, method, path, body)
    const answer: unknown = JSON.parse(text)
    return { status, body: answer }
  }
  return {
    database,
    ask,
    post: (person: Parameters<typeof api.ask>[0], path: string, body: object) => ask(person, 'post', path, { key: randomUUID(), ...body }),
    worker: (role: Role, agency: AgencyCode = 'LEICS', name?: string) => aWorker(database, { roles: [role], agency, ...(name !== undefined && { name }) }),
    child: async (traits: ChildTraits = {}) => {
      const one = aChild(traits)
      await saveChildren(api.register, one)
      return one.child
    },
    audit: () => auditLines(database),
    rows: <Row>(statement: string): Promise<readonly Row[]> => rowsOf<Row>(database, statement),
    reset: async (): Promise<void> => {
      await database.truncate()
      await seedPartnership(database)
    },
    close: async (): Promise<void> => {
      await api.close()
      await database.close()
    },
  }
}
export type TextsDesk = Awaited<ReturnType<typeof aTextsDesk>>
