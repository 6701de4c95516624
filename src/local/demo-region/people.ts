// One list of invented people, data rather than code: split it and nobody finds anybody.
import type { Role } from '../../core/actor.ts'
import { DEMO_TENANTS, UNKNOWN_TENANT } from './agencies.ts'

export interface DemoMembership {
  /** an agency's code */
  readonly agency: string
  readonly roles: readonly Role[]
}

/**
 * An invented person with an invented account. `standing` says what the app should make of them: somebody at work, somebody who left,
 * an account of a known tenant without a role, a guest in Lincolnshire's tenant, or an account of a tenant that no agency has.
 */
export interface DemoPerson {
  readonly name: string
  /** the first role; null for those who have none */
  readonly role: Role | null
  /** the code of the agency of that role, or of the tenant that the account belongs to */
  readonly agency: string | null
  readonly tenantId: string
  readonly objectId: string
  readonly mail: string
  readonly standing: 'works' | 'left' | 'no-role' | 'guest' | 'unknown-tenant'
  readonly memberships: readonly DemoMembership[]
}

const at = (agency: string, ...roles: readonly Role[]): DemoMembership => ({ agency, roles })

const person = (
  name: string,
  tenantId: string,
  objectId: string,
  mail: string,
  ...memberships: readonly [DemoMembership, ...DemoMembership[]]
): DemoPerson => ({
  name,
  role: memberships[0].roles[0] ?? null,
  agency: memberships[0].agency,
  tenantId,
  objectId,
  mail,
  standing: 'works',
  memberships,
})

const { LEICS, CITY, LINCS, NLINCS, NCT } = DEMO_TENANTS

/**
 * Leicestershire has one person for each role. Elsewhere a person also holds roles that open no more than their first one does,
 * so that whoever tries a role at any agency finds that role's limits.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('Priya Raman', LEICS, 'ef2e46b8-b400-4220-aba1-53c467798ba8', 'priya.raman@leicestershire.example', at('LEICS', 'family-finder')),
  person('Tom Whitlock', LEICS, 'd7f67383-5ef4-411c-8d15-a9fae57c36c1', 'tom.whitlock@leicestershire.example', at('LEICS', 'family-finder')),
  person('Margaret Osei', LEICS, 'd02558a2-cc91-4da9-a4dd-00c59981d958', 'margaret.osei@leicestershire.example', at('LEICS', 'practice-manager')),
  person('Daniel Achterberg', LEICS, 'e25ff21d-9c35-43c5-88a9-ffeb1f845680', 'daniel.achterberg@leicestershire.example', at('LEICS', 'childs-social-worker')),
  person('Kwame Boateng', LEICS, 'a0e4f699-ff7d-4c9e-875a-63ae71471f62', 'kwame.boateng@leicestershire.example', at('LEICS', 'adopters-social-worker')),
  person('Helen Marsh', LEICS, '056c0163-a8f1-4e4d-898f-d496d90afc5f', 'helen.marsh@leicestershire.example', at('LEICS', 'agency-decision-maker')),
  person('Gareth Pugh', LEICS, 'b2b37f49-d6ab-485b-aae8-1c90b4fb3f47', 'gareth.pugh@leicestershire.example', at('LEICS', 'tracking-panel-chair')),
  person('Ruth Adeyemi', LEICS, '82d67eae-6642-49ec-a2b8-42629efda34c', 'ruth.adeyemi@leicestershire.example', at('LEICS', 'senior-manager')),
  person('Colin Bexley', LEICS, 'c2ac54f2-1e49-4352-a203-de0db9b22ec1', 'colin.bexley@leicestershire.example', at('LEICS', 'performance-analyst')),
  person('Anneke de Vries', LEICS, '4120c8f4-3ae0-45bb-9746-347e20c1ceca', 'anneke.de.vries@leicestershire.example', at('LEICS', 'information-governance')),
  person('Josephine Tully', LEICS, '77ca8715-2f68-4596-a8f6-b34c564542f2', 'josephine.tully@leicestershire.example', at('LEICS', 'administrator')),
  person('Hassan Mirza', CITY, '4bb5780f-b943-421d-a640-1b26a454e612', 'hassan.mirza@leicester.example', at('CITY', 'family-finder')),
  person(
    'Bridget Callaghan',
    CITY,
    'e9813ab3-6aac-414f-bde0-983571bb15a4',
    'bridget.callaghan@leicester.example',
    at('CITY', 'practice-manager', 'tracking-panel-chair', 'senior-manager'),
  ),
  person(
    'Chidi Okonkwo',
    CITY,
    'b353f87d-7561-4387-845d-bb15c52302c5',
    'chidi.okonkwo@leicester.example',
    at('CITY', 'childs-social-worker', 'adopters-social-worker'),
  ),
  person(
    'Lakshmi Venkatesan',
    CITY,
    'd449e224-c217-48fd-987e-bf78ef414017',
    'lakshmi.venkatesan@leicester.example',
    at('CITY', 'agency-decision-maker', 'performance-analyst'),
  ),
  person(
    'Dominic Ferrar',
    CITY,
    '48c284a1-b957-441c-b473-7855dfa5b512',
    'dominic.ferrar@leicester.example',
    at('CITY', 'administrator', 'information-governance'),
  ),
  person('Eleanor Thackray', LINCS, 'ffb75c6a-e2f8-43b4-ab40-9dd9ff13e845', 'eleanor.thackray@lincolnshire.example', at('LINCS', 'family-finder')),
  person(
    'Piotr Zielinski',
    LINCS,
    '9861e193-428d-471f-98c3-530c5d2a1c6c',
    'piotr.zielinski@lincolnshire.example',
    at('LINCS', 'practice-manager', 'tracking-panel-chair', 'senior-manager'),
  ),
  person(
    'Abigail Norcross',
    LINCS,
    '162c850f-d548-4ae7-a8db-9696d88e084e',
    'abigail.norcross@lincolnshire.example',
    at('LINCS', 'childs-social-worker', 'adopters-social-worker'),
  ),
  person(
    'Martin Hallgarth',
    LINCS,
    '5a486297-49c5-4327-8502-6caf444ffcfa',
    'martin.hallgarth@lincolnshire.example',
    at('LINCS', 'agency-decision-maker', 'performance-analyst'),
  ),
  person(
    'Yetunde Bankole',
    LINCS,
    'f0279552-33b4-4b76-bb93-53ad76896f31',
    'yetunde.bankole@lincolnshire.example',
    at('LINCS', 'administrator', 'information-governance'),
  ),
  person('Sam Ollerton', NLINCS, 'acd1553d-21ad-429e-b18a-636a6f7e96e9', 'sam.ollerton@northlincs.example', at('NLINCS', 'family-finder')),
  person(
    'Fatima Choudhury',
    NLINCS,
    '20ad1ec4-1ed7-46bc-a702-19ec7963c196',
    'fatima.choudhury@northlincs.example',
    at('NLINCS', 'practice-manager', 'tracking-panel-chair', 'senior-manager'),
  ),
  person(
    'Rhys Llewellyn',
    NLINCS,
    'ece45af4-a939-4ac1-bbc2-2968f355baae',
    'rhys.llewellyn@northlincs.example',
    at('NLINCS', 'childs-social-worker', 'adopters-social-worker'),
  ),
  person(
    'Catherine Brackenbury',
    NLINCS,
    'f53d4777-1f57-47fc-aef4-a952211dab04',
    'catherine.brackenbury@northlincs.example',
    at('NLINCS', 'agency-decision-maker', 'performance-analyst'),
  ),
  person(
    'Ioana Petrescu',
    NLINCS,
    'd312842a-2f83-45c1-a738-a02cfda92136',
    'ioana.petrescu@northlincs.example',
    at('NLINCS', 'administrator', 'information-governance'),
  ),
  person('Naomi Fairclough', NCT, 'e71dfcc7-d3c9-458d-8b98-dde06f3fd4b3', 'naomi.fairclough@nctrust.example', at('NCT', 'family-finder')),
  person(
    'Leroy Campbell',
    NCT,
    '8351ac44-9cfe-4f4c-8cca-d7e08dcad8e8',
    'leroy.campbell@nctrust.example',
    at('NCT', 'practice-manager', 'tracking-panel-chair', 'senior-manager'),
  ),
  person(
    'Mei-Lin Tsang',
    NCT,
    'c4b67a6b-6703-4d78-905b-5b373510ca93',
    'mei-lin.tsang@nctrust.example',
    at('NCT', 'childs-social-worker', 'adopters-social-worker'),
  ),
  person(
    'Stuart Kettleborough',
    NCT,
    '2cbfe46c-8dde-4653-a080-c1d68e830752',
    'stuart.kettleborough@nctrust.example',
    at('NCT', 'agency-decision-maker', 'performance-analyst'),
  ),
  person('Zainab Hussein', NCT, '64cd814f-9aeb-40ab-884a-a1be344c1f66', 'zainab.hussein@nctrust.example', at('NCT', 'administrator', 'information-governance')),
  // serves Rutland too, and chooses for whom she is at work
  person(
    'Imogen Farrow',
    LINCS,
    '6a8b7fda-ebe6-4286-92f2-6a0a72ce1910',
    'imogen.farrow@lincolnshire.example',
    at('LINCS', 'family-finder'),
    at('RUTLAND', 'family-finder'),
  ),
  person(
    'Rosalind Peake',
    LINCS,
    '039da6e1-8b8f-40b1-b6ea-1f8295cf6d81',
    'rosalind.peake@lincolnshire.example',
    at('RUTLAND', 'practice-manager', 'tracking-panel-chair', 'senior-manager'),
  ),
  person(
    'Bartholomew Finch',
    LINCS,
    '9d18f380-0045-4565-961d-9b4c1892d229',
    'bartholomew.finch@lincolnshire.example',
    at('RUTLAND', 'agency-decision-maker', 'performance-analyst'),
  ),
  person(
    'Oluwaseun Grant',
    LINCS,
    'f097065a-e231-4a3d-a487-4863fbd0fe5f',
    'oluwaseun.grant@lincolnshire.example',
    at('RUTLAND', 'childs-social-worker', 'adopters-social-worker'),
  ),
  person('Verity Ashdown', LINCS, '942e7786-59b3-41c2-a2e9-00762ce09d5a', 'verity.ashdown@lincolnshire.example', at('HUB', 'hub-coordinator')),
  person('Matteo Ricci', LINCS, 'd5e7f6a3-6b54-4296-9ba3-250c386d8cd8', 'matteo.ricci@lincolnshire.example', at('HUB', 'hub-coordinator')),
  person(
    'Harriet Stanhope',
    LINCS,
    '08f4e211-f724-4877-afd2-e1aea9b584d4',
    'harriet.stanhope@lincolnshire.example',
    at('HUB', 'administrator', 'information-governance'),
  ),
  // left at the end of the summer; the account still exists
  {
    name: 'Nigel Farthingale',
    role: 'family-finder',
    agency: 'LEICS',
    tenantId: LEICS,
    objectId: 'bad6f78a-1d9b-43e6-9389-1e4ecab47cbe',
    mail: 'nigel.farthingale@leicestershire.example',
    standing: 'left',
    memberships: [at('LEICS', 'family-finder')],
  },
  // an account of a known tenant, but nobody has granted a role
  {
    name: 'Jordan Blackwood',
    role: null,
    agency: 'CITY',
    tenantId: CITY,
    objectId: 'ce712eed-1088-4a64-9bac-56b3efce6dc3',
    mail: 'jordan.blackwood@leicester.example',
    standing: 'no-role',
    memberships: [],
  },
  // a guest in Lincolnshire's tenant, where the regional channel is
  {
    name: 'Aurelie Fontaine',
    role: null,
    agency: 'LINCS',
    tenantId: LINCS,
    objectId: 'd0ea2137-ce20-4d64-8832-fba0f128d93b',
    mail: 'aurelie.fontaine@charity.example',
    standing: 'guest',
    memberships: [],
  },
  // signs in with a tenant that no agency of the region has
  {
    name: 'Casper Nyholm',
    role: null,
    agency: null,
    tenantId: UNKNOWN_TENANT,
    objectId: '62efecda-fbd7-4ee5-b4bc-d8d7162863cc',
    mail: 'casper.nyholm@elsewhere.example',
    standing: 'unknown-tenant',
    memberships: [],
  },
]
