import { agencyReader, type KnownAgency } from '../../src/children/importing/import-agency.ts'
import type { AgencyId } from '../../src/core/ids.ts'

const agencies: readonly KnownAgency[] = [
  { code: 'CITY', name: 'Leicester City Council' },
  { code: 'LEICS', name: 'Leicestershire County Council' },
  { code: 'LINCS', name: 'Lincolnshire County Council' },
  { code: 'NLINCS', name: 'North Lincolnshire Council' },
  { code: 'NCT', name: "Northamptonshire Children's Trust" },
].map((agency, at) => ({ ...agency, id: (at + 1) as AgencyId, isHub: false, servedBy: null }))
const readAs = (code: string) => agencyReader(agencies.find((agency) => agency.code === code)?.id ?? (0 as AgencyId), agencies)

test.each([
  ['LEICS', 'Leics CC'],
  ['LEICS', 'Leicestershire CC'],
  ['LEICS', 'Leicestershire C.C.'],
  ['LEICS', 'LEICESTERSHIRE COUNTY COUNCIL'],
  ['LEICS', 'Leics County Council'],
  ['LEICS', 'Leicestershire County'],
  ['LEICS', 'Leicestershire Social Care'],
  ['LEICS', 'Leicestershire Local Authority'],
  ['CITY', 'Leicester City'],
  ['CITY', 'Leicester City CC'],
  ['CITY', 'City of Leicester'],
  ['CITY', 'Leicester City Unitary Authority'],
  ['LINCS', 'Lincs CC'],
  ['NLINCS', 'N. Lincs Council'],
  ['NLINCS', 'North Lincolnshire MBC'],
  ['NLINCS', 'North Lincolnshire Borough'],
  ['NCT', 'Northants Trust'],
  ['NCT', 'Northamptonshire Childrens Trust'],
  ['NCT', 'Northants Children and Families Services'],
])('%s is called %s', (code, said) => {
  expect(readAs(code)(said)).toBe('own')
  for (const other of agencies) if (other.code !== code) expect(readAs(other.code)(said)).toBe('other')
})

test.each(['Leicester', 'Leicester CC', 'LCC', 'CC', 'Council'])('%s fits several and is not guessed', (said) => {
  expect(readAs('LEICS')(said)).toBe('unclear')
})

test.each(['Derby City Council', 'Derbyshire CC', 'Nottingham', 'Sandwell MBC'])('%s is another agency', (said) => {
  expect(readAs('LEICS')(said)).toBe('other')
})
