import type { AgencyName } from '../../../bot/use-cases.ts'
import { parsePlainDate, type PlainDate } from '../../../src/core/plain-date.ts'

export const REGION: readonly AgencyName[] = [
  { code: 'LEICS', name: 'Leicestershire County Council' },
  { code: 'CITY', name: 'Leicester City Council' },
  { code: 'LINCS', name: 'Lincolnshire County Council' },
  { code: 'NLINCS', name: 'North Lincolnshire Council' },
  { code: 'NCT', name: "Northamptonshire Children's Trust", alsoCalled: ['Northants'] },
  { code: 'RUTLAND', name: 'Rutland County Council' },
  { code: 'HUB', name: 'Family Adoption Links' },
]

export const day = (text: string): PlainDate => {
  const date = parsePlainDate(text)
  if (date === undefined) throw new Error(`${text} is no day`)
  return date
}

/** A Sunday. */
export const TODAY = day('2026-11-22')
