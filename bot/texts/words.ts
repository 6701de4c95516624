import type { NeedCategory, NeedGrade, SiblingPlan, Stage } from '../../src/children/child-views.ts'
import type { Role } from '../../src/core/actor.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'

/** The sector's words for what the register keeps as codes: the same in every card. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  enteredCare: 'in care',
  admDecision: 'adoption decided, no placement order yet',
  placementOrder: 'placement order made',
  matched: 'matched',
  placed: 'placed',
  adoptionOrder: 'adopted',
  planEnded: 'plan ended',
}

export const NEED_WORDS: Readonly<Record<NeedCategory, string>> = {
  health: 'health',
  development: 'development',
  learning: 'learning',
  emotional: 'emotional',
  behaviour: 'behaviour',
  attachment: 'attachment',
  contact: 'contact with birth family',
  identity: 'identity',
  siblings: 'sibling relationships',
}

export const GRADE_WORDS: Readonly<Record<NeedGrade, string>> = { some: 'some', significant: 'significant', unknown: 'not yet known' }

export const SIBLING_PLAN_WORDS: Readonly<Record<SiblingPlan, string>> = {
  together: 'to be placed together',
  apart: 'to be placed apart',
  undecided: 'together or apart not yet decided',
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'family-finder': 'family finder',
  'practice-manager': 'practice manager',
  'childs-social-worker': "child's social worker",
  'adopters-social-worker': "adopter's social worker",
  'hub-coordinator': 'regional coordinator',
  'tracking-panel-chair': 'tracking panel chair',
  'agency-decision-maker': 'agency decision maker',
  'senior-manager': 'senior manager',
  'performance-analyst': 'performance analyst',
  'information-governance': 'information governance',
  administrator: 'administrator',
}

/** "1 child", "14 children" */
export const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "a, b and c" */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-03-12` as "12 Mar 2026" */
export const dayWords = (date: PlainDate | string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}
