import type { ChildField } from './column-kinds.ts'
import { headingWords, respelled } from './heading-words.ts'

/** Null: known, and not imported. Undefined: nobody knows it. */
type Meaning = ChildField | null | undefined

const EARLY = /\b(?:early permanence|fostering for adoption|conc|concurren\w*)\b/u
const ADM = /\badm\b|\bagency decision\b|\bbest interest|\bshould be placed\b/u
const CARE = /\b(?:care|looked after|accommodated)\b/u

/**
 * What a heading means, by its words (heading-words.ts). The first line that fits wins, so what is special stands before what is
 * general. The words are those of Annex A, the national returns and the agencies' own trackers (domain E).
 */
const MEANINGS: readonly (readonly [ChildField | null, RegExp, RegExp?])[] = [
  // never imported: who the child or the adopters are, and what can be worked out
  [
    null,
    /\b(?:initials?|forenames?|surname|firstname|lastname|first name|last name|full name|name of child|child(?:s|rens)? names?|known as|nickname)\b|^(?:names?|child)$/u,
  ],
  [null, /\b(?:address|postcode|school|nhs|upn|phone|telephone|email|e mail|photo)\b/u],
  [null, /\b(?:mother|father|parents? names?|birth (?:mother|father|family|parents?))\b/u, /consent/u],
  [null, /^(?:current )?ages?\b|\bage (?:of|at|in|now|today|group|band|years)\b/u],
  [
    null,
    /\bfamily (?:reference|number|no|code)\b|\badopter\w* (?:reference|number|no|names?|code|family)\b|^(?:prospective )?adopters?(?: family| household)?$|\bhousehold\b/u,
  ],
  [null, /^(?:no|nr|number|row|line|item|ser|seq\w*|serial(?: number| no)?|row (?:no|number)|\+|s no)$/u],
  [
    null,
    /\b(?:days|weeks|months|working days) (?:since|from|waiting|waited|to|between|in|after)\b|\bhow long\b|\btimescales?\b|\brag\b|^a(?:1|2|3|10|20)\b|\b(?:days|weeks) wait/u,
  ],
  [null, /\blife (?:story|journey)\b|\blater life\b|\bletterbox\b|\blsb\b|\bmedical\b|\bhealth assessment\b|\bmeeting\b|\breview\b|\breg 36\b/u],

  [
    'planEndedReason',
    /\b(?:why|reason)\b.*\b(?:no longer|end|ended|ceased|changed?|reversal|revoked|rescinded|plan|decision)\b|\b(?:no longer|end|ended|ceased|changed?|reversal|revoked|rescinded)\b.*\b(?:why|reason)\b|\brd (?:code|reason)\b|\breason rd\b/u,
  ],
  [
    'needs',
    /\bwaits? (?:for )?longer\b|\bwaiting longer\b|\bhard(?:er)? to place\b|\bpriority (?:group|child\w*|reason)\b|\breasons? (?:for |why )?(?:the )?(?:wait\w*|delay)\b|\bneeds\b|\bcharacteristics\b/u,
  ],
  [
    'planEnded',
    /\bno longer\b|\b(?:plan|decision) (?:for adoption |of adoption )?(?:end|ended|changed?|ceased|rescinded|revoked|altered|to change)\b|\bchange of (?:care )?plan\b|\b(?:ended|ceased|changed|reversal|rescinded)\b.*\b(?:plan|decision)\b|\breversal\b|\bdate (?:plan )?(?:ceased|ended)\b|^(?:decision )?changed(?: date)?$|\bplaced ceased\b/u,
  ],

  [
    'localRef',
    /\b(?:mosaic|liquid ?logic|lcs|ics|carefirst|care first|protocol|eclipse|swift|azeus|case|child|childs|childrens?|client|yp|young person|person|ll|upi|system|local|unique|looked after|ssd ?a?903|service user|record|file|swis|ssid)\b.*\b(?:reference|number|no|code)\b|^(?:our |unique |case |system )?reference(?: number| no| code)?$|^(?:mosaic|liquid ?logic|lcs|ics|ssid|swift|eclipse|carefirst)$|^p number$|^urn$|\burn\b.*\b(?:child|unique)\b|\b(?:child|unique)\b.*\burn\b/u,
    /\b(?:sibling|family|adopter|group|provider|placement|ofsted|date|authority|worker|children in)\b/u,
  ],
  [
    'siblingPlan',
    /\btogether\b|\bapart\b|\bseparate(?:ly)?\b|\bt (?:or )?a\b|\bsibling\w* (?:care )?(?:plan|placement|assessment|decision|outcome)\b|\bplan for sibling/u,
    /\bdate\b/u,
  ],
  ['siblingGroup', /\bsibling\w*\b|\bfamily group\b|\bsister/u, /\bnumber of\b|\bhow many\b|\bcount\b|\bdate\b|\badopted\b/u],
  [null, /\bsibling/u],

  ['adoptedByFosterCarer', /\b(?:foster )?carer\w*\b.*\badopt|\badopt\w*\b.*\bcarer|\bfoster carer (?:y n|interest\w*)\b/u],
  [
    'earlyPermanencePlaced',
    new RegExp(
      `(?:${EARLY.source}).*\\b(?:placed|date|placement|moved?|start\\w*|from|since)\\b|\\b(?:placed|date|moved?|start\\w*)\\b.*(?:${EARLY.source})`,
      'u',
    ),
    /\b(?:type|route|approved|considered|y n)\b/u,
  ],
  ['earlyPermanenceRoute', EARLY, /\b(?:date|agreed|decision)\b/u],

  [
    'expectedBirth',
    /\bexpected\b.*\b(?:birth|delivery|month)\b|\b(?:due|expected|estimated) (?:date|month|birth|delivery)\b|\bunborn\b|\bbaby due\b|^due$/u,
    /(?<!\b(?:expected|estimated) )\bdate of birth\b|\b(?:panel|order|match|placement)\b/u,
  ],
  ['dateOfBirth', /\bdate of birth\b|\bbirth ?date\b|\bborn\b|^birth(?:day)?$/u],
  ['sex', /^(?:childs? )?sex(?: of child)?\b|\bm f\b|\bmale\b.*\bfemale\b|\bboy\b.*\bgirl\b/u],
  ['ethnicity', /\bethnicity\b|\bethnicit|\bethnic\b|\bheritage\b|\bethnic(?:ity)? (?:origin|group|background|code)\b/u],
  ['disability', /\bdisability\b|\bdisab/u],
  [
    'enteredCare',
    new RegExp(
      `\\b(?:entered|entering|entry|enter|came|come|coming|became|becoming|start\\w*|began|into|since|taken|admitted|received|in|first|latest|date)\\b.*(?:${CARE.source})|(?:${CARE.source}).*\\b(?:start\\w*|entry|entered|from|since|began|date|commenced)\\b|^accommodated\b|\\bpoc start\\b|^in care$`,
      'u',
    ),
    /\b(?:left|leaving|ceased|review|plan|order|carer)\b/u,
  ],
  [
    'packA',
    /\bpack a\b|\bearly alert\b|\binitial request\b|\brequest to consider\b|\badoption (?:referral|alert)\b|\breferral (?:date|received)\b|^referr(?:al|ed)(?: date)?$/u,
  ],
  ['parallelPlan', /\b(?:parallel|twin|triple|dual|contingency)(?: \w+)? ?(?:plan\w*|track\w*)\b|\btwin track|\bparallel\b/u],
  ['cprRequested', /\bcpr\b.*\b(?:request\w*|asked|commissioned|allocated)\b|\brequest\w*\b.*\bcpr\b/u],
  [null, /\bcpr\b.*\b(?:draft\w*|qa|quality|author|checked|due)\b/u],
  ['cprSubmitted', /\bcpr\b|\bpermanence report\b/u],

  [
    'matchPanel',
    /\bmatch\w*\b.*\bpanel\b|\bpanel\b.*\bmatch|^(?:adoption )?panel(?: date)?$|\bdate (?:of|to) (?:adoption )?panel\b|\bpanel (?:booked|heard|date)\b/u,
  ],
  [
    'linkExploring',
    /\blinks?\b.*\b(?:explor\w*|considered|consideration|potential|possible|being|looked at)\b|\bexploring\b|\bpotential (?:links?|match\w*|family)\b/u,
  ],
  ['profileLive', /\blink maker\b|\bprofiles?\b|\bprofiled\b|\blive on\b|\bwent live\b/u, /\b(?:updated|refreshed|quality|reference|number)\b/u],
  [
    'linked',
    /^(?:date )?link(?:ed|s)?(?: (?:date|agreed|made|identified|confirmed|chosen|on|approved))?$|\blink (?:agreed|chosen|confirmed|identified)\b|\b(?:family|families|adopters?) (?:identified|chosen|selected|linked)\b|\bdate linked\b|\bshortlist/u,
  ],
  ['matched', /\bmatch(?:ed|es|ing)?\b/u, /\b(?:meeting|plan|considerations?|who|with$|with whom|report|criteria|score)\b/u],
  [
    'placementOrder',
    /\bplacement order\b|\bcourt (?:authority|order)\b|\bauthority to place\b|\bfreeing\b|\border to place\b/u,
    /\b(?:applied|application|revo\w*|hearing|issued|days)\b/u,
  ],
  [
    'adoptionOrder',
    /\badoption order\b|\bfinal order\b|\badopted\b|\border (?:granted|made)\b|\badoption (?:granted|finalised|made|date)\b|\blegally adopted\b|^order(?: date)?$/u,
    /\b(?:applied|application|hearing|lodged|issued|celebration|placed|adm|plan)\b/u,
  ],
  [
    'admDecision',
    new RegExp(
      `(?:${ADM.source})|\\bplan (?:of|for) adoption\\b|\\badoption (?:plan|decision)(?: \\w+)?\\b|\\bdecision\\b.*\\badoption\\b|\\bplan agreed\\b`,
      'u',
    ),
    /\b(?:panel|sent|paper\w*|booked)\b/u,
  ],
  ['parentalConsent', /\bconsent\w*\b|\bsection 19\b|\brelinquish/u, /\b(?:photo|video|media|medical)\b/u],
  ['introductions', /\bintroductions?\b|\btransitions?\b/u],
  [
    'placed',
    /\bplaced\b|\bplacement (?:date|start\w*|made|began)\b|\bdate of (?:adoptive |adoption )?placement\b|\b(?:adoptive|adoption) placement\b|\bplacement with\b|\bmov(?:e|ed|ing) in\b|\bmov(?:e|ed) to adopt/u,
    /\b(?:order|where|type|plan|foster)\b/u,
  ],
  [null, /\badopter|\badoptive\b/u],

  [
    'familyFinder',
    /\bfamily find(?:er|ing)\b|\bhome find(?:er|ing)\b|\bpermanence worker\b|\badoption (?:social )?worker\b/u,
    /\b(?:team|manager|e ?mail|status|date|start\w*|meeting|event|live|began|activity|notes|update)\b/u,
  ],
  [
    'socialWorker',
    /\bsocial worker\b|\ballocated (?:to|worker)\b|^(?:childs )?worker(?: name)?$|\bcase ?(?:holder|worker)\b|\blead (?:worker|professional)\b/u,
    /\b(?:team|manager|e ?mail|date|notes|update)\b/u,
  ],
  [
    'agency',
    /^(?:placing |responsible |home |childs |name of |host |which )?(?:local authority|authority|council|agency|trust|partner|partner agency|spoke|area)(?: name| code| area)?$|\bplacing\b.*\b(?:local authority|authority|agency|council)\b/u,
  ],
  ['notes', /\bnotes\b|\bnarrative\b|\bprogress\b|\bupdates?\b|\bremarks?\b|\bactions?\b|\bcurrent position\b|\bsummary\b|\bother information\b/u],
]

const meaningOfWords = (words: string): Meaning => {
  const found = MEANINGS.find(([, is, isNot]) => is.test(words) && !(isNot?.test(words) ?? false))
  return found?.[0]
}

/** The field of a heading; null for one that is known and not imported, undefined for one that is not known. */
export const fieldOf = (heading: string): Meaning => {
  const words = headingWords(heading)
  if (words === '') return undefined
  const meaning = meaningOfWords(words)
  return meaning === undefined ? meaningOfWords(respelled(words)) : meaning
}

/** A heading that says little without the one to its left: `Date agreed` after `Match agreed?`. */
export const isGeneric = (heading: string): boolean =>
  /^(?:(?:the )?date(?: (?:agreed|granted|made|of decision|approved|confirmed|ratified|given|achieved|completed|of|on|if so|if yes|y))?|agreed(?: on| date)?|granted|decision(?: date)?|on|when|if (?:yes|so)(?: date| when)?|why|reasons?|type|route|outcome|which|who)$/u.test(
    headingWords(heading),
  )

/** One column, two fields: what the two parts of such a heading are. */
export const pairOf = (heading: string): readonly [ChildField, ChildField] | undefined => {
  const words = headingWords(heading)
  if (/(?<!\b(?:expected|estimated) )\bdate of birth\b/u.test(words) && /\b(?:expected delivery|due|expected)\b/u.test(words))
    return ['dateOfBirth', 'expectedBirth']
  const parts = heading.split(/\s*(?:[/&+]|\band\b)\s*/iu).filter((part) => part !== '')
  if (parts.length !== 2) return undefined
  if (EARLY.test(words) && /\bdate|placed\b/u.test(words)) return ['earlyPermanencePlaced', 'earlyPermanenceRoute']
  const [first, second] = parts.map((part) => fieldOf(part))
  if (fieldOf(heading) === 'planEndedReason' && (first === 'planEnded' || second === 'planEnded' || /\bdate\b/u.test(words)))
    return ['planEnded', 'planEndedReason']
  if ((first === 'siblingGroup' && second === 'siblingPlan') || (/\bsibling/u.test(words) && /\bgroup\b/u.test(words) && /\bplan\b/u.test(words)))
    return ['siblingGroup', 'siblingPlan']
  if ((first === 'familyFinder' && second === 'socialWorker') || (first === 'socialWorker' && second === 'familyFinder')) return [first, second]
  return undefined
}

/** What only a list of adopters has. */
const ADOPTERS =
  /\benquir|\bstage (?:1|2|one|two)\b|\binitial (?:visit|interview)\b|\bage (?:from|to|range)\b|\bmax(?:imum)? (?:children|number)\b|\bnumber of children approved\b|\bapproved\b|\bapproval\b|\bregistration of interest\b|\broi\b|\badopter\b|\bhousehold\b|\bwithdr|\bleft (?:the )?process\b|\bpreparation\b|\bprep (?:group|training)\b|\bpar\b|\bpreferences?\b/u
export const isAdoptersHeading = (heading: string): boolean => ADOPTERS.test(headingWords(heading))
