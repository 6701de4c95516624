import type { ChildReference } from '../../src/core/reference.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import type { ParseContext } from './parse-context.ts'
import { parseRecord, type RecordRead } from './parse-record.ts'
import { parseSchedule, type ScheduleRead } from './parse-schedule.ts'
import { readWaiting, type WaitingAsked } from './parse-waiting.ts'
import { takeReference } from './reference-words.ts'
import { suggestionsFor } from './suggestions.ts'
import { tidy } from './typed-text.ts'

/** What a person typed, read. One handler each. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'greeting' }
  | ({ readonly name: 'waiting' } & WaitingAsked)
  | { readonly name: 'child'; readonly reference: ChildReference }
  | { readonly name: 'post'; readonly reference: ChildReference; readonly conversation: string }
  | { readonly name: 'post-list'; readonly filter: WaitingFilter; readonly conversation: string }
  | { readonly name: 'record'; readonly read: RecordRead }
  | { readonly name: 'schedule'; readonly read: ScheduleRead }
  | { readonly name: 'meetings' }
  | { readonly name: 'work-as'; readonly agency: string }
  | { readonly name: 'who-am-i' }
  /** a command with something in it that cannot be read: the sentence says what to write instead */
  | { readonly name: 'unclear'; readonly sentence: string }
  | { readonly name: 'unknown'; readonly suggestions: readonly string[] }

const GREETING =
  /^(?:hi|hiya|hello|hey|hallo|good (?:morning|afternoon|evening|day)|morning|afternoon|evening)\b[^a-z]*(?:there|all|bot|team|family finding)?[^a-z]*$/u
const HELP = /^(?:\?+$|(?:help|commands?|menu|what can (?:you|i) (?:do|type|say)|how does (?:this|it) work|info|about)\b)/u
const WHO_AM_I = /^(?:who ?am ?i|whoami|who i am|my roles?|me)\b/u
const WORK_AS = /^(?:work(?:ing)? (?:as|for)|switch to|change to|i work for|choose) (.+)$/u
const MEETINGS =
  /^(?:meetings?|my meetings|(?:show|list|see)(?: me)?(?: the| my| our)? meetings|when (?:is|are) (?:the |our )?(?:next )?(?:tracking )?meetings?)\b/u
const RECORD = /^(?:please |can you |could you )?(?:record(?:ed)?|log|enter|note(?: down)?|put down|put in|write down|add|set(?! up\b)|mark)\b/u
const SCHEDULE = /^(?:please )?(?:schedule|book|arrange|set up|plan(?! (?:has |was )?(?:ended|changed)))\b/u
const WAITING = /\bwait(?:s|ing|ed)?\b|^(?:list|show)\b.*\b(?:children|child|kids|boys|girls|siblings?|brothers|sisters)\b/u
const CHILD = /^(?:child|open|show(?: me)?|see|find)\b/u
const POST = /^(?:please )?(?:post|share|send)\b/u
/** The channel as it was typed, without what only makes a sentence of it. */
const channelName = (typed: string): string =>
  typed
    .replace(/(?: channel)?(?: please)?$/u, '')
    .trim()
    .slice(0, 100)

const POST_LIST = /^(?<asked>.*)\b(?:to|into)(?: the)? (?<channel>#?[\p{L}\p{N}].*)$/u

/** What is posted is read by others: where a word of it was not understood, nothing is shown for posting. */
const readPostList = (text: string, context: ParseContext): Command => {
  const { asked = text, channel } = POST_LIST.exec(text)?.groups ?? {}
  const read = readWaiting(asked.replace(POST, ' '), context)
  if (read.kind === 'unclear') return { name: 'unclear', sentence: read.sentence }
  if (read.strange > 0)
    return { name: 'unclear', sentence: `${read.asked.notes.join(' ')} So nothing is posted. Say for example *post waiting girls to #regional*.` }
  if (channel === undefined) return { name: 'unclear', sentence: 'Where to? Say for example *post waiting to #regional*.' }
  return { name: 'post-list', filter: read.asked.filter, conversation: channelName(channel) }
}

const readPost = (text: string, context: ParseContext): Command => {
  const read = takeReference(text)
  if (read.kind === 'wrong') return { name: 'unclear', sentence: read.sentence }
  if (read.kind === 'none')
    return WAITING.test(text)
      ? readPostList(text, context)
      : { name: 'unclear', sentence: 'Which child? Say for example *post FF-7K3Q0 to #regional*, or *post waiting to #regional* for the list.' }
  const { reference } = read
  const conversation =
    /\b(?:to|in|into|on)(?: the)? (#?[\p{L}\p{N}][\p{L}\p{N} '&().-]*|#[\p{L}\p{N}-]+)\s*$/u.exec(text)?.[1] ?? /#[\p{L}\p{N}-]+/u.exec(text)?.[0]
  if (conversation === undefined) return { name: 'unclear', sentence: `Where to? Say for example *post ${reference} to #regional*.` }
  return { name: 'post', reference, conversation: channelName(conversation) }
}

const readChild = (text: string): Command | undefined => {
  const read = takeReference(text)
  if (read.kind === 'none') return undefined
  return read.kind === 'wrong' ? { name: 'unclear', sentence: read.sentence } : { name: 'child', reference: read.reference }
}

/** A list is asked for by its own words, or by nothing but words that narrow it: "boys under 5". */
const readList = (text: string, context: ParseContext): Command | undefined => {
  const read = readWaiting(text, context)
  if (read.kind === 'unclear') return { name: 'unclear', sentence: read.sentence }
  return WAITING.test(text) || (read.narrows && read.strange <= 1) ? { name: 'waiting', ...read.asked } : undefined
}

/** Reads plain words, tolerantly: any case, any order within a command. It never throws, whatever the text. */
export const parseCommand = (typed: string, context: ParseContext): Command => {
  const text = tidy(typed)
  const workAs = WORK_AS.exec(text)?.[1]
  if (text === '' || HELP.test(text)) return { name: 'help' }
  if (GREETING.test(text)) return { name: 'greeting' }
  if (WHO_AM_I.test(text)) return { name: 'who-am-i' }
  if (workAs !== undefined) return { name: 'work-as', agency: workAs }
  if (RECORD.test(text)) return { name: 'record', read: parseRecord(text.replace(RECORD, ' '), context.today) }
  if (SCHEDULE.test(text)) return { name: 'schedule', read: parseSchedule(text, context.today) }
  if (MEETINGS.test(text)) return { name: 'meetings' }
  if (POST.test(text)) return readPost(text, context)
  const child = readChild(text)
  if (child !== undefined) return child
  const list = readList(text, context)
  if (list !== undefined) return list
  if (CHILD.test(text)) return { name: 'unclear', sentence: 'Which child? Say for example *child FF-7K3Q0*.' }
  return { name: 'unknown', suggestions: suggestionsFor(text) }
}
