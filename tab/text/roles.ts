import { ROLES } from '../../src/core/actor.ts'
import type { WorkerRole } from '../api/administration-queries.ts'
import { dateWords } from './dates.ts'

type Role = WorkerRole['role']

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'family-finder': 'Family finder',
  'practice-manager': 'Practice manager',
  'childs-social-worker': 'Child’s social worker',
  'adopters-social-worker': 'Adopters’ social worker',
  'hub-coordinator': 'Regional coordinator',
  'tracking-panel-chair': 'Tracking panel chair',
  'agency-decision-maker': 'Agency decision maker (ADM)',
  'senior-manager': 'Senior manager',
  'performance-analyst': 'Performance analyst',
  'information-governance': 'Information governance',
  administrator: 'Administrator',
}

/** For a choice of one. */
export const ROLE_CHOICES = ROLES.map((role) => ({ value: role, words: ROLE_WORDS[role] }))
export const isRole = (value: string): value is Role => ROLES.some((role) => role === value)

/** `Family finder since 5 Jan 2026, until 1 Dec 2026`. A role ends with the day before its first day without it. */
export const heldWords = ({ role, grantedOn, endedOn, state }: WorkerRole): string => {
  const begins = `${ROLE_WORDS[role]} ${state === 'to-come' ? 'from' : 'since'} ${dateWords(grantedOn)}`
  if (endedOn === null) return begins
  return state === 'ended' ? `${ROLE_WORDS[role]}, ended ${dateWords(endedOn)}` : `${begins}; ends ${dateWords(endedOn)}`
}
