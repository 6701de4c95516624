import { expect, test } from '@jest/globals'
import { DEMO_AGENCIES, DEMO_TENANTS } from '../../../src/local/demo-region/agencies.ts'
import { DEMO_PEOPLE } from '../../../src/local/demo-region/people.ts'
import { directoryOf } from '../../../src/local/graph/demo-directory.ts'

test('every agency of the demo region has a mailbox, Rutland’s and the hub’s in Lincolnshire’s tenant', () => {
  const { mailboxes, people } = directoryOf({ agencies: DEMO_AGENCIES, people: DEMO_PEOPLE })
  expect(mailboxes.map(({ address }) => address)).toEqual(DEMO_AGENCIES.map(({ mailbox }) => mailbox))
  const inLincolnshire = mailboxes.filter(({ tenantId }) => tenantId === DEMO_TENANTS.LINCS)
  expect(inLincolnshire).toHaveLength(3)
  expect(people).toHaveLength(DEMO_PEOPLE.length)
})
