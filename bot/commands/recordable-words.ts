import type { PlanEndedReason } from '../../src/children/child-views.ts'
import type { Recordable } from '../recordable.ts'

/** How people name what they record, most particular first: an "ADM match" is a match, a "placement order" no placement. */
const NAMES: readonly (readonly [RegExp, Recordable])[] = [
  [/\b(?:(?:placement )?disrupt(?:ed|ion|ing|s)?(?: of the placement)?|(?:placement )?(?:broke|broken|breakdown|break) ?down)\b/u, 'disrupted'],
  [/\b(?:decided again|new (?:adm )?decision|second decision|adoption again)\b/u, 'decidedAgain'],
  [
    /\b(?:revo(?:cation|ke)\w* (?:was )?(?:applied(?: for)?|application|asked for)|appli(?:ed|cation) (?:for|to) (?:the )?revo(?:cation|ke)\w*)\b/u,
    'revocationApplied',
  ],
  [/\b(?:(?:placement )?(?:order|po) )?(?:was )?(?:revoked|revocation (?:was )?granted|discharged)\b/u, 'revoked'],
  [/\bplan (?:for adoption )?(?:has |was )?(?:ended?|changed|over|stopped)|(?:end|change) of (?:the )?(?:adoption )?plan\b/u, 'planEnded'],
  [/\b(?:shobpa|should be placed(?: for adoption)?|best interests? decision)\b/u, 'admDecision'],
  [/\bpack[ -]?a\b(?: (?:was )?(?:requested|request|asked for))?/u, 'packA'],
  [/\b(?:parallel[ -]plan(?:ned|ning)?|twin[ -]track(?:ed|ing)?)\b(?: (?:agreed|made))?/u, 'parallelPlan'],
  [/\b(?:plan for permanence|permanence plan|permanency plan|plan of permanence)\b(?: (?:was )?(?:ratified|agreed))?|\bratified\b/u, 'permanencePlan'],
  [/\b(?:cpr|child'?s permanence report) (?:was |is )?(?:submitted|sent|signed off|finished|completed?)|submitted (?:the )?cpr\b/u, 'cprSubmitted'],
  [
    /\b(?:cpr|child'?s permanence report) (?:was |is )?(?:quality[ -]?(?:checked|assured|check|assurance)|qa'?d?|q\.a\.|checked)|(?:checked|qa'?d) (?:the )?cpr\b/u,
    'cprQualityChecked',
  ],
  [/\b(?:cpr|child'?s permanence report) (?:was |is )?(?:drafted|draft|written)|(?:draft(?:ed)?|first) (?:the )?cpr\b/u, 'cprDrafted'],
  [/\b(?:cpr|child'?s permanence report) (?:was |is )?(?:requested|request|asked for|commissioned)|requested (?:the )?cpr\b/u, 'cprRequested'],
  [/\b(?:on |shared (?:on|at) )?link ?maker\b(?: profile)?(?: (?:is |was |went )?live)?/u, 'profileLive'],
  [/\b(?:at (?:a |the |our )?)?local (?:family[ -]finding |tracking )?meeting\b/u, 'Local meeting'],
  [/\b(?:at (?:a |the )?)?regional (?:family[ -]finding |tracking )?meeting\b/u, 'Regional meeting'],
  [/\b(?:at (?:a |the )?)?discovery(?: (?:event|day))?\b/u, 'Discovery event'],
  [/\b(?:at (?:an |the )?)?exchange(?: (?:event|day))?\b/u, 'Exchange event'],
  [/\b(?:at (?:an |the )?)?(?:regional )?(?:fal )?activity[ -]days?\b/u, 'Activity day'],
  [/\b(?:on (?:the |our )?)?(?:fal )?web ?site\b/u, 'Website'],
  [/\b(?:search(?:ed)? |looked )?(?:out[ -]of[ -](?:the[ -])?region|outside (?:of )?(?:the |our )?region)\b/u, 'Outside the region'],
  [/\b(?:match(?:ing)? panel|panel match|panel)\b/u, 'matchPanel'],
  [/\b(?:adm )?match(?:ed|ing)?(?: (?:decision|agreed|approved|adm))?\b/u, 'matched'],
  [/\b(?:adoption order|order of adoption|ao|adopted|order adoption)\b/u, 'adoptionOrder'],
  [
    /\b(?:early permanence|fostering (?:for|to) adopt(?:ion)?|foster (?:for|to) adopt(?:ion)?|ffa|fta|concurren(?:cy|t)|ep)\b(?: placement| placed| began| start(?:ed)?)?/u,
    'earlyPermanence',
  ],
  [/\b(?:placement order|po|order(?: (?:granted|made))?)\b/u, 'placementOrder'],
  [/\b(?:adm|agency decision(?: maker)?(?:'s)?|decision for adoption|decision)\b(?: decision)?/u, 'admDecision'],
  [/\b(?:parent(?:al|s'?|'s)? consent(?:ed)?(?: to placement)?(?: \(?s\.? ?19\)?)?|consent(?:ed)?|section 19|s\.? ?19)(?!\w)/u, 'parentalConsent'],
  [/\b(?:profile (?:was |has been )?(?:updated|refreshed|rewritten|update)|updated (?:the )?profile)\b/u, 'profileUpdated'],
  [
    /\b(?:profile (?:is |was |went |goes |has gone )?(?:live|published|up|shared|ready|done)|live profile|published (?:the )?profile|profile)\b/u,
    'profileLive',
  ],
  [/\b(?:link (?:is |was )?(?:being )?explor(?:ed|ing)|explor(?:ing|ed) (?:a |the )?link|link exploring|exploring)\b/u, 'linkExploring'],
  [/\b(?:linked|link (?:was )?(?:agreed|made|confirmed))\b/u, 'linked'],
  [/\b(?:introductions?|intros?)\b(?: (?:began|begun|started|start))?/u, 'introductions'],
  [/\b(?:placed(?: for adoption)?|placement(?: for adoption| made| began)?|pfa|moved in)\b/u, 'placed'],
  [/\b(?:entered care|came into care|into care|in care(?: since)?|became looked after|start of care)\b/u, 'enteredCare'],
  [/\b(?:(?:last |latest )?(?:lac|cla|looked[ -]after|statutory)? ?review(?:ed)?)\b/u, 'lastReview'],
]

const REASONS: readonly (readonly [RegExp, PlanEndedReason])[] = [
  [/\b(rd ?[1-4])\b/u, 'RD4'],
  [/\b(?:needs? (?:have |has )?changed|change of needs?)\b/u, 'RD1'],
  [
    /\b(?:(?:court )?(?:did not|didn't|refused to) (?:make|grant)(?: (?:an|the|a))?(?: placement)? order|no (?:placement )?order|order (?:was )?(?:refused|not made))\b/u,
    'RD2',
  ],
  [/\b(?:no (?:adopters?|family|families|match)(?: (?:were |was |could be )?found)?|adopters? (?:could )?not (?:be )?found)\b/u, 'RD3'],
  [/\bother reasons?\b/u, 'RD4'],
]

/** Takes why a plan ended out of a text, and what is left. */
export const takeReason = (text: string): { readonly reason?: PlanEndedReason; readonly rest: string } => {
  for (const [pattern, reason] of REASONS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const code = found[1]?.replace(' ', '').toUpperCase() as PlanEndedReason | undefined
    return { reason: code ?? reason, rest: text.replace(found[0], ' ') }
  }
  return { rest: text }
}

/** Everything that a text says to have happened, in the order of the table, each part of the text read once. */
export const takeRecordables = (text: string): { readonly named: readonly Recordable[]; readonly rest: string } => {
  const named: Recordable[] = []
  let rest = text
  for (const [pattern, what] of NAMES) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, ' ')
    if (!named.includes(what)) named.push(what)
  }
  return { named, rest }
}
