import type { Database } from '../../../src/database/database.ts'

/** A process's view of the register: from the moment it dies, nothing that it asks for is done or answered. */
export const mortal = (database: Database) => {
  let isDead = false
  let tell: () => void = () => undefined
  const died = new Promise<void>((resolve) => {
    tell = resolve
  })
  const living = <T>(work: () => Promise<T>): Promise<T> => (isDead ? new Promise<T>(() => undefined) : work())
  const view: Database = {
    ...database,
    inAgency: (agencyId, partnershipId, work) => living(() => database.inAgency(agencyId, partnershipId, work)),
    inOwnPartnership: (agencyId, work) => living(() => database.inOwnPartnership(agencyId, work)),
    asNamedJob: (job, work) => living(() => database.asNamedJob(job, work)),
  }
  return {
    database: view,
    die: (): void => {
      isDead = true
      tell()
    },
    isDead: (): boolean => isDead,
    died,
  }
}
