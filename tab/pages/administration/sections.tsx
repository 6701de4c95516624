import { lazy } from 'react'
import type { ComponentType, ReactElement } from 'react'
import type { Me } from '../../api/shapes.ts'

export type Section = Me['administration'][number]

/** By the name on its tab. */
export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  people: 'People and roles',
  partners: 'Partner agencies',
  settings: 'Settings',
  import: 'Import',
  export: 'Export',
  retention: 'Retention',
  audit: 'Audit',
}

const part = (load: () => Promise<ComponentType>): ReactElement => {
  const Part = lazy(async () => ({ default: await load() }))
  return <Part />
}

/** What each section draws. Each is loaded when it is opened. */
export const SECTION_PARTS: Readonly<Record<Section, ReactElement>> = {
  people: part(async () => (await import('./people/people-section.tsx')).PeopleSection),
  partners: part(async () => (await import('./partners/partners-section.tsx')).PartnersSection),
  settings: part(async () => (await import('./settings/settings-section.tsx')).SettingsSection),
  import: part(async () => (await import('./import/import-section.tsx')).ImportSection),
  export: part(async () => (await import('./export/export-section.tsx')).ExportSection),
  retention: part(async () => (await import('./retention/retention-section.tsx')).RetentionSection),
  audit: part(async () => (await import('./audit/audit-section.tsx')).AuditSection),
}
