import { aWorker, seedPartnership } from '../support/partnership.ts'
import { openAdministrationDesk } from './support/administration-desk.ts'

let desk: Awaited<ReturnType<typeof openAdministrationDesk>>
beforeAll(async () => {
  desk = await openAdministrationDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.database.truncate()
  await seedPartnership(desk.database)
})

test('who can have a case: people at work here with a role for it, by name, each with those roles only', async () => {
  const { database, listCaseWorkers } = desk
  const finder = await aWorker(database, { name: 'Zoe Finder', roles: ['family-finder', 'administrator'] })
  const social = await aWorker(database, { name: 'amir social', roles: ['childs-social-worker'] })
  await aWorker(database, { name: 'Paula Analyst', roles: ['performance-analyst'] })
  await aWorker(database, { name: 'Gone Finder', leftOn: '2026-11-22' })
  await aWorker(database, { name: 'Later Finder', grantedOn: '2026-11-23' })
  await aWorker(database, { name: 'Their Finder', agency: 'CITY' })
  expect(await listCaseWorkers(finder)).toEqual({
    ok: true,
    value: {
      items: [
        { id: social.workerId, name: 'amir social', roles: ['childs-social-worker'] },
        { id: finder.workerId, name: 'Zoe Finder', roles: ['family-finder'] },
      ],
    },
  })
})

test.each(['hub-coordinator', 'agency-decision-maker', 'performance-analyst', 'administrator', 'senior-manager'] as const)(
  '%s gives out no case',
  async (role) => {
    const actor = await aWorker(desk.database, { roles: [role] })
    expect(await desk.listCaseWorkers(actor)).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
    expect((await desk.ask(actor, '/people/case-workers')).status).toBe(403)
  },
)
