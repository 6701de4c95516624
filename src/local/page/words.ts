import type { Chat, Person } from './api.ts'

const ROLES: Readonly<Record<string, string>> = {
  'family-finder': 'family finder',
  'practice-manager': 'practice manager',
  'childs-social-worker': 'child’s social worker',
  'adopters-social-worker': 'adopters’ social worker',
  'hub-coordinator': 'regional coordinator',
  'tracking-panel-chair': 'tracking panel chair',
  'agency-decision-maker': 'agency decision maker',
  'senior-manager': 'senior manager',
  'performance-analyst': 'performance analyst',
  'information-governance': 'information governance',
  administrator: 'administrator',
}
const STANDINGS: Readonly<Record<Person['standing'], string | undefined>> = {
  works: undefined,
  left: 'has left',
  'no-role': 'no role yet',
  guest: 'guest',
  'unknown-tenant': 'unknown organisation',
}

export const roleOf = ({ role, standing }: Person): string => STANDINGS[standing] ?? (role === null ? 'no role yet' : (ROLES[role] ?? role))

/** The name that the list of chats shows, and that tells one chat of a person from the others. */
export const chatName = ({ kind, name }: Chat): string =>
  kind === 'agency' || kind === 'regional' ? `#${name}` : kind === 'shared' ? '#regional (shared)' : name

const KINDS: Readonly<Record<Chat['kind'], string>> = {
  personal: 'You and the bot',
  group: 'Group chat',
  agency: 'Your agency’s channel',
  regional: 'Regional channel, your organisation’s copy',
  shared: 'Regional channel, shared by all organisations',
}
export const chatKind = ({ kind }: Chat): string => KINDS[kind]

const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric' })
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long' })
export const timeText = (instant: string | Date): string => TIME.format(new Date(instant))
export const dayText = (instant: string | Date): string => DAY.format(new Date(instant))
export const weekdayText = (instant: string | Date): string => WEEKDAY.format(new Date(instant))
