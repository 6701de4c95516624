import type { PlainDate } from '../../src/core/plain-date.ts'
import { parseReference, type ChildReference } from '../../src/core/reference.ts'
import type { AgencyName } from '../use-cases.ts'
import { parseSchedule, type ScheduleRead } from './parse-schedule.ts'
import { parseWaiting, type WaitingAsked } from './parse-waiting.ts'
import { suggestionsFor } from './suggestions.ts'
import { tidy } from './typed-text.ts'

/** What a person typed, read. One handler each. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'greeting' }
  | ({ readonly name: 'waiting' } & WaitingAsked)
  | { readonly name: 'child'; readonly reference: ChildReference }
  | { readonly name: 'post'; readonly reference: ChildReference; readonly conversation: string }
  | { readonly name: 'schedule'; readonly read: ScheduleRead }
  | { readonly name: 'meetings' }
  | { readonly name: 'work-as'; readonly agency: string }
  | { readonly name: 'who-am-i' }
  /** a command with something in it that cannot be read: the sentence says what to write instead */
  | { readonly name: 'unclear'; readonly sentence: string }
  | { readonly name: 'unknown'; readonly suggestions: readonly string[] }

export interface ParseContext {
  readonly agencies: readonly AgencyName[]
  readonly today: PlainDate
}

const GREETING =
  /^(?:hi|hiya|hello|hey|hallo|good (?:morning|afternoon|evening|day)|morning|afternoon|evening)\b[^a-z]*(?:there|all|bot|team|family finding)?[^a-z]*$/u
const HELP = /^(?:\?+$|(?:help|commands?|menu|what can (?:you|i) (?:do|type|say)|how does (?:this|it) work|info|about)\b)/u
const WHO_AM_I = /^(?:who ?am ?i|whoami|who i am|my roles?|me)\b/u
const WORK_AS = /^(?:work(?:ing)? (?:as|for)|switch to|change to|i work for|choose) (.+)$/u
const MEETINGS =
  /^(?:meetings?|my meetings|(?:show|list|see)(?: me)?(?: the| my| our)? meetings|when (?:is|are) (?:the |our )?(?:next )?(?:tracking )?meetings?)\b/u
const SCHEDULE = /^(?:please )?(?:schedule|book|arrange|set up|plan)\b/u
const WAITING = /\bwait(?:s|ing|ed)?\b|^(?:list|show)\b.*\b(?:children|child|kids|boys|girls|siblings?|brothers|sisters)\b/u
const CHILD = /^(?:child|open|show(?: me)?|see|find)\b/u
const POST = /^(?:please )?(?:post|share|send)\b/u
/** Something shaped like a reference: five characters after FF. */
const LIKE_A_REFERENCE = /\bff[\s-]?([a-z0-9]{5})\b/iu
const NEARLY_A_REFERENCE = /\bff[\s-]?[a-z0-9]*\b/iu

const wrongReference = (typed: string): Command => ({
  name: 'unclear',
  sentence: `${typed.trim().toUpperCase().slice(0, 20)} is not a reference. One looks like FF-7K3Q0: two letters and five characters, the last of which checks the rest. Look at it again, or type *waiting*.`,
})

const referenceIn = (text: string): ChildReference | undefined => {
  const found = LIKE_A_REFERENCE.exec(text)
  return found?.[1] === undefined ? undefined : parseReference('FF', `FF-${found[1]}`)
}

const readPost = (text: string): Command => {
  const reference = referenceIn(text)
  if (reference === undefined) {
    const nearly = NEARLY_A_REFERENCE.exec(text)
    return nearly ? wrongReference(nearly[0]) : { name: 'unclear', sentence: 'Which child? Say for example *post FF-7K3Q0 to #regional*.' }
  }
  const conversation =
    /\b(?:to|in|into|on)(?: the)? (#?[\p{L}\p{N}][\p{L}\p{N} '&().-]*|#[\p{L}\p{N}-]+)\s*$/u.exec(text)?.[1] ?? /#[\p{L}\p{N}-]+/u.exec(text)?.[0]
  if (conversation === undefined) return { name: 'unclear', sentence: `Where to? Say for example *post ${reference} to #regional*.` }
  return {
    name: 'post',
    reference,
    conversation: conversation
      .replace(/ (?:channel|please)$/u, '')
      .trim()
      .slice(0, 100),
  }
}

const readChild = (text: string): Command | undefined => {
  const reference = referenceIn(text)
  if (reference !== undefined) return { name: 'child', reference }
  const nearly = NEARLY_A_REFERENCE.exec(text)
  return nearly ? wrongReference(nearly[0]) : undefined
}

/** Reads plain words, tolerantly: any case, any order within a command. It never throws, whatever the text. */
export const parseCommand = (typed: string, { agencies, today }: ParseContext): Command => {
  const text = tidy(typed)
  const workAs = WORK_AS.exec(text)?.[1]
  if (text === '' || HELP.test(text)) return { name: 'help' }
  if (GREETING.test(text)) return { name: 'greeting' }
  if (WHO_AM_I.test(text)) return { name: 'who-am-i' }
  if (workAs !== undefined) return { name: 'work-as', agency: workAs }
  if (SCHEDULE.test(text)) return { name: 'schedule', read: parseSchedule(text, today) }
  if (MEETINGS.test(text)) return { name: 'meetings' }
  if (POST.test(text)) return readPost(text)
  const child = readChild(text)
  if (child !== undefined) return child
  if (WAITING.test(text)) return { name: 'waiting', ...parseWaiting(text, agencies) }
  if (CHILD.test(text)) return { name: 'unclear', sentence: 'Which child? Say for example *child FF-7K3Q0*.' }
  return { name: 'unknown', suggestions: suggestionsFor(text) }
}
