import type { DemoAgency } from '../demo-region/agencies.ts'
import type { DemoPerson } from '../demo-region/people.ts'
import type { GraphDirectory } from './graph-ports.ts'

interface Region {
  readonly agencies: readonly Pick<DemoAgency, 'id' | 'name' | 'tenantId' | 'servedBy' | 'mailbox'>[]
  readonly people: readonly Pick<DemoPerson, 'name' | 'tenantId' | 'objectId' | 'mail'>[]
}

/** The accounts of the region: everybody in their own tenant, each agency's mailbox in its tenant or in that of the agency that serves it. */
export const directoryOf = ({ agencies, people }: Region): GraphDirectory => ({
  people: people.map(({ name, tenantId, objectId, mail }) => ({ name, tenantId, objectId, mail })),
  mailboxes: agencies.flatMap(({ name, tenantId, servedBy, mailbox }) => {
    const owner = tenantId ?? agencies.find(({ id }) => id === servedBy)?.tenantId
    return owner === null || owner === undefined ? [] : [{ address: mailbox, tenantId: owner, name: `Family finding, ${name}` }]
  }),
})
