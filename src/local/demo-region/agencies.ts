/** The agencies of the demo region: Family Adoption Links as the council reports describe it. Tenant ids are invented. */
export interface DemoAgency {
  readonly id: number
  readonly code: string
  readonly name: string
  /** null where the agency has no Microsoft 365 tenant of its own */
  readonly tenantId: string | null
  /** the agency whose people serve it */
  readonly servedBy: number | null
  readonly isHub: boolean
  /** the shared mailbox on whose calendar its meetings are booked */
  readonly mailbox: string
}

export const DEMO_PARTNERSHIP = { id: 1, name: 'Family Adoption Links' } as const

export const DEMO_TENANTS = {
  LEICS: 'ed02c19f-d32e-4cf3-b630-ee52b4bfdbb2',
  CITY: '9eefed7c-6bae-45ff-a2a8-582e88cf9812',
  LINCS: 'a4194023-a601-4803-afd2-88daa8170916',
  NLINCS: 'ce027a67-6d5c-4ac4-bca7-c75759b5f337',
  NCT: '937e9755-692d-4be1-af0a-c785d558cfb3',
} as const

/** A tenant that no agency of the region has: its people are turned away with a sentence. */
export const UNKNOWN_TENANT = '8dc58105-3917-44bf-a87d-e5c8d26d3776'

export const DEMO_AGENCIES: readonly DemoAgency[] = [
  {
    id: 1,
    code: 'LEICS',
    name: 'Leicestershire County Council',
    tenantId: DEMO_TENANTS.LEICS,
    servedBy: null,
    isHub: false,
    mailbox: 'family-finding@leicestershire.example',
  },
  {
    id: 2,
    code: 'CITY',
    name: 'Leicester City Council',
    tenantId: DEMO_TENANTS.CITY,
    servedBy: null,
    isHub: false,
    mailbox: 'family-finding@leicester.example',
  },
  {
    id: 3,
    code: 'LINCS',
    name: 'Lincolnshire County Council',
    tenantId: DEMO_TENANTS.LINCS,
    servedBy: null,
    isHub: false,
    mailbox: 'family-finding@lincolnshire.example',
  },
  {
    id: 4,
    code: 'NLINCS',
    name: 'North Lincolnshire Council',
    tenantId: DEMO_TENANTS.NLINCS,
    servedBy: null,
    isHub: false,
    mailbox: 'family-finding@northlincs.example',
  },
  {
    id: 5,
    code: 'NCT',
    name: "Northamptonshire Children's Trust",
    tenantId: DEMO_TENANTS.NCT,
    servedBy: null,
    isHub: false,
    mailbox: 'family-finding@nctrust.example',
  },
  // Rutland has no tenant of its own: Lincolnshire's people serve it, and its shared mailbox is kept there
  { id: 6, code: 'RUTLAND', name: 'Rutland County Council', tenantId: null, servedBy: 3, isHub: false, mailbox: 'family-finding-rutland@lincolnshire.example' },
  // the hub is hosted by Lincolnshire: its coordinators sign in with Lincolnshire's tenant
  { id: 7, code: 'HUB', name: 'Family Adoption Links', tenantId: null, servedBy: 3, isHub: true, mailbox: 'family-finding-hub@lincolnshire.example' },
]
