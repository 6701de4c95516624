import * as z from 'zod'
import { ROLES } from '../core/actor.ts'
import { plainDay, plainText } from '../http/common-contract.ts'
import { AUDIT_DID } from './audit-did-contract.ts'

/** Every verb of the audit in plain words, as they stand after a person's name, under the heading that the filter shows. */
export const AUDIT_VERBS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Children: {
    'child.read': 'opened a child',
    'child.private-read': 'opened name, birth date and local reference',
    'breakglass.opened': 'opened a partner’s record in an emergency',
    'breakglass.read': 'read a partner’s record in an emergency',
    'breakglass.listed': 'saw what was opened in an emergency',
    'breakglass.acknowledged': 'took note of an opening in an emergency',
    'child.added': 'added a child',
    'child.born': 'recorded a birth',
    'child.changed': 'changed a child',
    'child.described': 'changed what is said of a child',
    'child.date-recorded': 'recorded a date',
    'child.decided-again': 'recorded a new decision',
    'child.disruption-recorded': 'recorded a disruption',
    'child.attempt-taken-back': 'took back how an attempt ended',
    'child.paused': 'paused a plan',
    'child.resumed': 'ended a pause',
    'child.siblings-set': 'changed a sibling group',
    'child.import-previewed': 'looked at an import',
    'child.imported': 'imported children',
    'child.exported': 'exported children',
  },
  'Lists and figures': {
    'waiting.listed': 'saw in the waiting list',
    'waiting.counted': 'saw the figures of the waiting list',
    'figures.counted': 'saw the figures of a period',
    'pipeline.counted': 'saw the figures of the pipeline',
  },
  Posts: {
    'post.previewed': 'looked at a card before posting',
    'post.requested': 'asked for a post',
    'post.sent': 'posted a card',
    'post.updated': 'brought a posted card up to date',
    'post.refused': 'did not post a card',
    'post.unreachable': 'could not reach a channel with a card',
    'post.manager-told': 'told managers about a card',
    'post.reviewed': 'recorded what a meeting said of a card',
    'post.withdrawal-asked': 'took a posted card back',
    'post.withdrawn': 'replaced a card that was taken back',
    'post.deleted': 'deleted a posted card',
    'post.found-deleted': 'found that a posted card had been deleted',
    'posts.listed': 'saw where a child was posted',
    'conversations.listed': 'saw the channels',
    'conversation.remembered': 'learnt of a channel or chat',
    'conversation.closed': 'was taken out of a channel or chat',
    'conversation.unreachable': 'could not reach a channel',
  },
  Texts: {
    'text.checked': 'had a text checked',
    'text.submitted': 'submitted a text',
    'text.confirmed': 'confirmed what was marked in a text',
    'text.overridden': 'let a stopped text go',
    'texts.listed': 'saw the texts that wait',
    'stop-words.added': 'entered words to stop',
    'stop-words.counted': 'saw how many words to stop there are',
    'stop-words.removed': 'removed words to stop',
  },
  Meetings: {
    'meeting.listed': 'saw the meetings',
    'meeting.read': 'opened a meeting',
    'meeting.scheduled': 'scheduled a meeting',
    'meeting.booked': 'put a meeting into the calendar',
    'meeting.booking-delayed': 'could not put a meeting into the calendar yet',
    'meeting.booking-refused': 'could not put a meeting into the calendar',
  },
  Retention: {
    'retention.listed': 'saw which records are to be filed and purged',
    'retention.read': 'saw how long a record is kept',
    'retention.exported': 'exported a record for the agency’s own record',
    'retention.filed': 'confirmed that a record is filed',
    'retention.purge-requested': 'asked for a record to be purged',
    'retention.purge-refused': 'did not purge a record',
    'retention.purged': 'purged a record',
    'retention.purged-again': 'purged a record that a restored backup had brought back',
    'hold.set': 'held a record',
    'hold.lifted': 'lifted a hold',
    'record.given-to-officer': 'exported a record for the information officer',
    'person.given-to-officer': 'exported what is kept about a colleague',
  },
  Administration: {
    'role.granted': 'gave a role',
    'role.ended': 'ended a role',
    'worker.added': 'added somebody to the people',
    'worker.left': 'marked somebody as having left',
    'people.listed': 'saw people and roles',
    'partners.read': 'saw the partner agencies',
    'sharing.changed': 'changed from when the agency shares',
    'setting.changed': 'changed a setting',
    'setting.listed': 'saw the settings',
    'alert.raised': 'noticed unusual reading',
    'alert.listed': 'saw the alerts on unusual reading',
    'alert.acknowledged': 'looked into an alert on unusual reading',
    'audit.searched': 'searched the audit',
    'audit.exported': 'exported the audit',
    'me.read': 'opened Family Finding',
  },
}

export const AUDIT_OUTCOMES = ['done', 'refused'] as const

/** What the audit is asked for. Days are days in London, both included. */
export const auditFilter = z.strictObject({
  /** a child's reference: who saw or changed this child of your agency */
  about: plainText(40).min(1).optional(),
  /** a colleague's id from `GET /api/v1/people`: what this person opened and did */
  person: z.uuid().optional(),
  from: plainDay.optional(),
  until: plainDay.optional(),
  /** what was done, in groups; an attempt that was refused is `refused` and nothing else */
  did: z.enum(AUDIT_DID).optional(),
  verb: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/u)
    .max(60)
    .optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
})

/** `GET /api/v1/audit`, newest first. */
export const auditAsked = auditFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})

const auditLine = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** the name at that time; the app's own work is its own name's */
  actor: z.strictObject({
    kind: z.enum(['person', 'app']),
    name: z.string(),
    agency: z.string(),
    /** held on that day; null for somebody of another agency, whose roles are its own */
    roles: z.array(z.enum(ROLES)).nullable(),
  }),
  verb: z.string(),
  words: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  /** what it was about: references, and colleagues by name; ten at most of `aboutCount` */
  about: z.array(z.string()),
  aboutCount: z.int(),
  /** a card that refreshed itself, not a person who pressed */
  automatic: z.boolean(),
})
/** `total` counts to 1,000 and no further: then `more` is true. */
export const auditPage = z.strictObject({ items: z.array(auditLine), nextCursor: z.string().nullable(), total: z.int(), more: z.boolean() })
