/** What somebody did, in the groups that people ask by. An attempt that was refused is `refused`, whatever it was an attempt at. */
export const AUDIT_DID = ['saw', 'changed', 'posted', 'exported', 'administered', 'refused'] as const
export type AuditDid = (typeof AUDIT_DID)[number]
type Done = Exclude<AuditDid, 'refused'>

/** How each group is said after a person's name. */
export const DID_WORDS: Readonly<Record<AuditDid, string>> = {
  saw: 'saw',
  changed: 'changed',
  posted: 'posted',
  exported: 'exported',
  administered: 'administered',
  refused: 'was refused',
}

/** Every verb of AUDIT_VERBS belongs to one group and to no other. */
export const DID_VERBS: Readonly<Record<Done, readonly string[]>> = {
  saw: [
    'child.read',
    'child.private-read',
    'breakglass.opened',
    'breakglass.read',
    'breakglass.listed',
    'child.import-previewed',
    'waiting.listed',
    'waiting.counted',
    'figures.counted',
    'pipeline.counted',
    'post.previewed',
    'posts.listed',
    'conversations.listed',
    'meeting.listed',
    'meeting.read',
    'people.listed',
    'partners.read',
    'setting.listed',
    'alert.listed',
    'audit.searched',
    'me.read',
  ],
  changed: [
    'child.added',
    'child.born',
    'child.changed',
    'child.described',
    'child.date-recorded',
    'child.decided-again',
    'child.disruption-recorded',
    'child.attempt-taken-back',
    'child.paused',
    'child.resumed',
    'child.siblings-set',
    'child.imported',
    'meeting.scheduled',
    'meeting.booked',
    'meeting.booking-delayed',
    'meeting.booking-refused',
  ],
  posted: [
    'post.requested',
    'post.sent',
    'post.updated',
    'post.refused',
    'post.unreachable',
    'conversation.remembered',
    'conversation.closed',
    'conversation.unreachable',
  ],
  exported: ['child.exported', 'audit.exported'],
  administered: [
    'role.granted',
    'role.ended',
    'worker.added',
    'worker.left',
    'sharing.changed',
    'setting.changed',
    'alert.raised',
    'alert.acknowledged',
    'breakglass.acknowledged',
  ],
}
