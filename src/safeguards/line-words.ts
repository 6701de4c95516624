import { AUDIT_VERBS } from './audit-contract.ts'
import type { FoundLine } from './audit-search-store.ts'

const WORDS: ReadonlyMap<string, string> = new Map(Object.values(AUDIT_VERBS).flatMap((verbs) => Object.entries(verbs)))
export const verbWords = (verb: string): string => WORDS.get(verb) ?? verb

/** The name at that time; the app's own work is its own name's. */
export const actorName = ({ isPerson, actor }: Pick<FoundLine, 'isPerson' | 'actor'>): string => (isPerson ? actor : 'Family Finding')

/** Ids of rows and of Teams conversations. */
const TELLS_NOTHING = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|:/iu

/** References as they are and colleagues by name. Other ids tell a reader nothing, and a search about one child tells of that one alone. */
export const aboutOf = ({ subjects, names }: Pick<FoundLine, 'subjects' | 'names'>, asked: string | undefined): readonly string[] =>
  asked === undefined ? subjects.flatMap((subject) => names[subject] ?? (TELLS_NOTHING.test(subject) ? [] : [subject])) : [asked]
