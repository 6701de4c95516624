import type { Hit } from './findings.ts'
import { spansOf, type Rule } from './reading.ts'

/** Who belongs to a birth family. Adopters and carers do not. */
const FAMILY =
  /\b(?:birth (?:mother|father|mum|dad|parents?|family|relatives?)|bio(?:logical)? (?:mother|father|mum|dad|parents?)|bm|bf|mum|mums|mother|dad|dads|father|parents?|stepfather|stepdad|stepmother|stepmum|step-?dad|step-?mum|step-?father|maternal|paternal|grandmother|grandfather|grandparents?|nan|nana|gran|granny|grandma|grandad|granddad|grandpa|uncles?|aunts?|aunties?|aunty|(?:half[- ])?(?:brother|sister|siblings?)|boyfriend|girlfriend|ex-partner|partner|lodger|family)\b/u
/** Hard facts: where one stands in a text, somebody's life is told. */
const HARD =
  /\b(?:found alone|left alone|left (?:him|her|them|the (?:baby|child|children)) (?:\w+ ){0,3}(?:for (?:\w+ ){1,3}(?:hours|days|weeks|nights)|alone|outside)|conceived|hotel room|(?:father|dad|paternity) (?:is |was )?(?:unknown|not known|disputed)|(?:does ?n['’]?t|does not|do ?n['’]?t|do not) know (?:that )?(?:he|she|they) exists?|witness protection|refugees?|safe house|women['’]s refuge|mum is (?:only )?1\d|(?:mother|mum) was (?:only |just )?(?:1[2-9]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)|history of (?:violence|abuse|drug|alcohol|mental|schizo|depress|self|offend|neglect|domestic|convict)\w*|heroin|crack\b(?! of| in| on| open| open|s)|spice\b(?= (?:user|addict|daily|in))|weed\b(?= (?:daily|in|every|heavily))|using (?:throughout|during|again|in (?:the )?pregnancy|drugs|class)|used (?:drugs|substances|class)|serving (?:\w+ ){1,3}(?:years?|months?|sentence|life)|life sentence|(?:other|older|previous|two|three|four|five|six|all|her|his|earlier|elder) (?:\w+ )?(?:children|siblings|babies|child|sons|daughters) (?:were |was |have been |had been |all )?(?:removed|taken|adopted out|in care)|first cousins|blood relatives|hit (?:mum|mother|her|him|the)|punched|kicked (?:mum|her|him|mother|the baby)|beat(?:en|ing)? (?:up|mum|her|him|mother|the)|crack cocaine|cocaine|ketamine|methadone|amphetamines?|spice user|crystal meth|cannabis|opiates?|benzodiazepines?|subutex|needles? (?:were|was) found|hair strand|drug test(?:s|ed)?|drug (?:use|user|misuse|abuse|addict\w*|dealer|dealing|debt|supply)|substance (?:use|misuse|abuse)|alcohol(?:ic|ism| misuse| abuse| dependen\w+)|addict(?:ed|ion|s)?|overdos\w+|relapsed|rehab|in recovery from|prison(?!er of)|imprison\w+|in custody|remand(?:ed)?|jail(?:ed)?|sentenced|convict(?:ed|ion|ions)|offen[cs]es?|offend(?:er|ed|ing)|criminal record|on licence|on bail|probation|charged with|arrest(?:ed|s)?|arson|stabb\w+|murder(?:ed|er|s)?|manslaughter|gbh|abh|assault(?:ed|s|ing)?|strangl\w+|domestic (?:abuse|violence)|violent (?:partner|relationship|towards)|coercive control|refuge for|non-molestation|restraining order|sex(?:ual)? offen\w+|sex work\w*|prostitut\w+|sexual(?:ly)? (?:abus\w+|assault\w*|exploit\w+|harm\w*)|rap(?:e|ed|ist)|incest\w*|groomed|grooming|traffick\w+|modern slavery|county lines|gangs?|honour[- ](?:based|killing)|forced marriage|fgm|suicid\w+|took (?:his|her|their) own li(?:fe|ves)|self[- ]harm\w*|sectioned|psychiatric|schizo\w+|psychotic|psychosis|bipolar|personality disorder|post-?natal depression|non-?accidental|nai\b|shaken baby|shook (?:him|her|the baby)|skull fracture|rib fractures?|fractur(?:e|es|ed)|cigarette burns?|bite marks?|bruis(?:es|ing) (?:to|on)|burn(?:s|ed|t)? (?:to|on|him|her)|scald\w*|poison(?:ed|ing)|fabricated (?:or induced )?illness|starv(?:ed|ing)|malnourish\w+|left alone for|locked in|chained|child cruelty|cruelty|wilful neglect|severe(?:ly)? neglect\w*|neglected|abandon(?:ed|ment)|found in a (?:bin|bag|car|box|toilet|park|church)|deport(?:ed|ation)|detention centre|asylum|overstay\w*|hiv|hepatitis|iq (?:of|is|was)|unknown paternity|paternity test|dna test|related to each other|first cousins|removed at birth|removed from (?:their|her|his) care|previous(?:ly)? (?:children )?removed|surrogate|concealed (?:the )?pregnancy|pregnant again|died (?:of|from|in|by|when|after|before)|killed|death of (?:his|her|their)|terminal\w*|evict\w+|homeless\w*|sofa[- ]surfing|begging|shoplifting|burglar\w+|robbery|theft|fraud|firearms?|knife|knives|weapon|dealing|supplying|tagged|curfew|care leaver|in care (?:her|him)self|learning disab\w+|learning difficult\w+|terroris\w+|radicalis\w+|cult\b|exorcis\w+|witchcraft|gambl\w+|police protection|police powers?|emergency protection)\b/gu
/** Soft facts: they tell a life only where they are said of the birth family. */
const SOFT =
  /\b(?:drugs?|drinks?|drinking|drank|drunk|alcohol|abus\w+|violen\w+|neglect\w*|police|mental health|mental illness|depress\w+|anxiety|died|dead|death|inside|exploit\w+|beaten|beat|hit|injur\w+|hurt|harmed|threat\w+|hospitalised|miscarr\w+|disab\w+|refus\w+ to engage|disengaged|disappeared|whereabouts|fled|split up|separated|affair|cheated|married at|pregnant|teenage|fifteen|fourteen|thirteen|sixteen|one[- ]night|escort|debts?|benefits fraud|stole|stealing|court|bail|cells|known to|schedule one|mappa|marac)\b/gu
/** Somebody of the birth family was, had or did: told of a life, whatever the fact. */
const LIFE =
  /\b(?:(?:birth|bio(?:logical)?) (?:mother|father|mum|dad|parents?)|(?:his|her|their) (?:mum|mother|dad|father|parents)|mum|dad|mother|father|bm|bf|stepdad|stepfather|parents)(?:['’]s)? (?:\w+ )?(?:was|were|has|have|had|did|used to|could not|couldn['’]t|cannot|can['’]t|never|left|lost|threw|kept|ran|fell|spent|suffers?|suffered|struggl\w+|denied|denies|lied|pleaded|admit\w*|married|works?|worked|owes|owed|believes|refus\w+)\b/u
/** Facts that somebody may state of work and play: training on a subject, a game. */
const GENERAL =
  /\b(?:training|course|webinar|workshop|leaflet|policy|pretend\w*|plays?|playing|game|toy|dressed up|awareness|support group|statutory guidance)\b/u
/** Nothing of the birth family: what adopters need, what a child is like. */
const OF_OTHERS = /\b(?:adopters?|adoptive|applicants?|foster|carers?|household|panel|new (?:mum|dad|parents?|family))\b/u

const SENTENCE = /[^.!?\n]{1,600}/gu

export const findBirthFamilyFacts: Rule = ({ lower }) =>
  spansOf(lower, SENTENCE).flatMap(({ start, end, match }): Hit[] => {
    const said = match[0]
    const hard = [...said.matchAll(HARD)]
    const soft = [...said.matchAll(SOFT)]
    if (hard.length === 0 && soft.length === 0 && !LIFE.test(said)) return []
    const blank = said.length - said.trimStart().length
    const whole = { start: start + blank, end, kind: 'birth-family-fact' } as const
    const isFamily = FAMILY.test(said)
    const general = GENERAL.test(said)
    if (hard.length > 0) return [{ ...whole, mark: general && !isFamily ? 'confirm' : 'stop' }]
    if (!isFamily || OF_OTHERS.test(said)) return []
    if (soft.length === 0) return [{ ...whole, mark: 'confirm' }]
    return [{ ...whole, mark: general ? 'confirm' : isNear(said, soft) ? 'stop' : 'confirm' }]
  })

/** The fact is told right after the person, as in "dad still drinks in …". */
const isNear = (said: string, facts: readonly RegExpMatchArray[]): boolean =>
  facts.some(({ index = 0 }) => {
    const said40 = said.slice(Math.max(0, index - 40), index)
    return FAMILY.test(said40) && !/\b(?:not|never|no longer|without)\b/u.test(said40)
  })
