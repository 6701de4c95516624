import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Me } from '../../api/shapes.ts'

export type Section = Me['administration'][number]

/** By the name on its tab. */
export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  people: 'People and roles',
  partners: 'Partner agencies',
  settings: 'Settings',
  import: 'Import',
  export: 'Export',
  audit: 'Audit',
}

/**
 * What each section draws, loaded when it is opened. One line for each that exists:
 * `audit: lazy(async () => ({ default: (await import('./audit/audit-section.tsx')).AuditSection })),`
 */
export const SECTION_PARTS: Readonly<Partial<Record<Section, ComponentType>>> = {}
