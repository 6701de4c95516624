import type { Hit } from './findings.ts'
import type { Rule } from './reading.ts'

/** Sorts of facts that single somebody out when several stand together, each with its weight. */
const FACTS: readonly (readonly [string, number, RegExp])[] = [
  [
    'the exact age',
    1,
    /\b(?:(?:boys?|girls?|brothers?|sisters?|twins?|child|baby|lad|son|daughter)(?:,)? (?:of|aged) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! to| -|-\d| or )|(?:is|are|nearly|aged|just turned|turned|almost) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[,.;]| and |$| years? old)|\b\d{1,2}[- ]year[- ]old|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven)[- ]year[- ]old)/u,
  ],
  ['how many were born together', 2, /\b(?:triplets?|quadruplets?|quads|quintuplets?|conjoined)\b/u],
  ['that they are twins', 1, /\b(?:twins?)\b/u],
  [
    'how many brothers and sisters there are',
    1,
    /\b(?:(?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|1[0-2]) (?:of (?:them|us)|siblings|brothers|sisters|children)|(?:his|her|their) (?:two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:brothers|sisters|siblings)|(?:youngest|oldest|eldest|middle) of (?:four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))\b/u,
  ],
  [
    'what sets the body apart',
    1,
    /\b(?:no (?:left|right) (?:hand|arm|leg|foot|eye|ear)|one (?:hand|arm|leg|eye|kidney|ear)|missing (?:a |an |two |three |his |her )?\w+|born without|prosthe\w+|amput\w+|wheelchair|eye[- ]gaze|cochlear|hearing aids?|partially sighted|blind|deaf|albin\w+|vitiligo|birthmark|port[- ]wine|extra (?:finger|toe|thumb)|six (?:fingers|toes)|(?:fed by|feeding) tube|tube[- ]fed|tracheostomy|ventilat\w+|oxygen at|dialysis|transplant\w*|conjoined|cleft|scar\w* (?:on|across|from)|heterochromia|different[- ]coloured eyes|dwarf\w*|stoma|limb difference|walks with|guide dog|hearing dog|helmet)\b/u,
  ],
  [
    'a rare language or origin',
    1,
    /\b(?:basque|greenland\w*|iceland\w*|estonian?|latvian?|mongolian?|tibetan?|faroese|maltese|sami|inuit|maori|samoan?|tongan?|fijian?|hawaiian?|bhutan\w*|nepal\w*|sri lankan?|burmese|rohingya|uyghur|kurdish|yazidi|chechen|georgian?|armenian?|azeri|kazakh\w*|uzbek\w*|turkmen\w*|tajik\w*|kyrgyz\w*|cuban?|peruvian?|bolivian?|chilean?|colombian?|ecuador\w*|paraguay\w*|uruguay\w*|venezuel\w*|honduran?|panaman\w*|haitian?|korean?|japan\w*|laotian?|cambodian?|indonesian?|malagasy|madagascar|mauriti\w*|seychell\w*|comor\w*|eritrean?|tigray\w*|amharic|tigrinya|oromo|rwandan?|burundi\w*|congolese|lingala|malawian?|namibian?|botswana|lesotho|swazi|mozambi\w*|angolan?|cape verd\w*|bissau|togolese|benin\w*|chadian?|mauritan\w*|libyan?|omani|yemeni|bahrain\w*|qatari|kuwaiti|bosnian?|kosov\w*|macedonian?|montenegr\w*|slovenian?|luxemb\w*|liechtenstein|monaco|andorra\w*|manx|cornish-speaking|gaelic|welsh-speaking|yiddish|aramaic|assyrian|zoroastrian|fluent in|only speaks|speak only|speaks only|speaks? (?:three|four|five|six) languages)\b/u,
  ],
  [
    'a rare faith',
    1,
    /\b(?:greek orthodox|russian orthodox|ethiopian orthodox|coptic|mormon\w*|latter[- ]day|amish|plymouth brethren|exclusive brethren|jehovah'?s|scientolog\w+|zoroastrian\w*|parsi|bah[aá]'?i|jain|druze|quaker|rastafari\w*|pagan|wiccan|hasidic|haredi|charedi|orthodox jewish|ahmadi\w*|ismaili|alevi|salvation army|moravian|shinto|taoist|tibetan buddhist|seventh[- ]day)\b/u,
  ],
  [
    'what a relative does for a living',
    2,
    /\b(?:(?:mother|father|mum|dad|parents?|grand\w+|uncle|aunt\w*|brother|sister|nan|family|adopted by an?|who is an?|whose) (?:\w+ ){0,5})?(?:judge|bishop|vicar|imam|rabbi|mp|mayor|councillor|footballer|boxer|jockey|olympi\w+|celebrity|famous|actor|actress|pop star|singer in|rapper|dj|fire[- ]eaters?|circus|fairground|showm[ae]n|acrobats?|magician|astronaut|pilot|surgeon|barrister|police officer|detective|prison officer|soldier|army|navy|royal|lord|lady in waiting|ambassador|diplomat|millionaire|lottery|trawler\w*|lighthouse|lion[- ]tamer|wrestler|darts|snooker|racing driver|beekeeper|undertaker|taxidermist|stunt\w*|ballet dancer|opera|weather (?:man|presenter)|newsreader|tv presenter|youtuber|influencer|chess|clown|puppeteer|farrier|thatcher|bell[- ]?ringer|gravedigger|falconer|singer|drummer|guitarist|politician|novelist|author|comedian|footballer's|well[- ]known|ventriloquist|tattoo(?:ist|ed))\b/u,
  ],
  [
    'what was in the news',
    2,
    /\b(?:in (?:all )?the (?:news(?:paper)?s?|papers?|press|headlines)|(?:made|hit) the (?:news|papers|headlines|front page)|on (?:the )?(?:national |local |regional )?(?:news|television|telly|tv|crimewatch|front page)|front[- ]page|headlines?|viral|documentary|televised|filmed by|appeared (?:on|in)|famous|crash survivor|survived (?:the|a)|survivors? of|rescued from|pulled from|found (?:in|on|by|at|under|outside)|shipwreck\w*|plane crash|met (?:the )?(?:queen|king|prime minister|pope|president)|earthquake|house fire|explosion|flood\w*|landslide|dinghy|small boat|lorry|born (?:on|in|during|at) (?:a|an|the) (?:\w+ )?(?:train|plane|ferry|bus|boat|taxi|ambulance|car park|lift|motorway|prison|toilet|field|caravan|flight|storm|flood|supermarket|petrol station|festival|lay-?by|aeroplane|tent))\b/u,
  ],
  [
    'being the only one or the first',
    1,
    /\b(?:only (?:\w+ ){0,4}(?:waiting|on our books|in the region|in the county|in the area|this month|this year|in care|child|boy|girl|baby|sibling group|family|one)|(?:youngest|oldest|longest|first|tallest|smallest|eldest|largest) (?:\w+ ){0,4}(?:waiting|waiter|on our books|in the region|this month|this year|in the area|in the county|ever))\b/u,
  ],
  [
    'how early the birth was',
    1,
    /\bborn (?:at|after|in) (?:just )?(?:2\d|3[0-4]|twenty[- ]\w+|thirty[- ]?\w*) weeks\b|\b(?:2[2-9]|3[0-2])[- ]week(?:er)?\b|\bweighing|\bweighed (?:just |only )/u,
  ],
  [
    'a rare animal or hobby',
    1,
    /\b(?:ferrets?|tarantulas?|snakes?|python|iguana|bearded dragon|parrots?|macaw|chameleon|gecko|falcon|owl|alpacas?|llamas?|donkeys?|skunk|hedgehog|tortoise|stick insects?|axolotl|pigeons|bees|harp|bagpipes|accordion|tuba|sitar|tabla|steel pans?|unicycl\w+|trapeze|fencing|archery|bell[- ]ringing|morris danc\w+|irish danc\w+ (?:champion|medal)|national champion|county champion|world record|record holder|gold medal|chess champion|bhangra|capoeira|motocross|go-kart\w*|child model|child actor|advert)\b/u,
  ],
  [
    'where the family lived',
    1,
    /\b(?:campsite|caravan|houseboat|narrowboat|canal boat|lighthouse|commune|convent|monastery|island|oil rig|barracks|castle|farm|pub|travellers'? site|refugee camp|children'?s home|embassy|squat|tent|yurt|circus)\b/u,
  ],
]

/** A text names several rare things of one child. Without a register, by weight: one rare thing may stand, two and an age may not. */
export const findCombinations: Rule = ({ lower }) => {
  const found: Hit[] = []
  let start = 0
  for (const paragraph of lower.split(/\n\s*\n/u)) {
    const seen = FACTS.filter(([, , pattern]) => pattern.test(paragraph))
    const weight = seen.reduce((sum, [, one]) => sum + one, 0)
    const isOfChild =
      /\b(?:boys?|girls?|brothers?|sisters?|siblings?|child|children|baby|twins?|triplets|quadruplets|he|she|they|his|her|their|toddler|lad|son|daughter)\b/u.test(
        paragraph,
      )
    if (seen.length > 2 && isOfChild && paragraph.trim() !== '') {
      const blank = paragraph.length - paragraph.trimStart().length
      const names = seen.map(([name]) => name)
      const says = `Together these facts could fit one child only: ${names.join('; ')}. Drop the rarest, or write it more generally.`
      found.push({ start: start + blank, end: start + paragraph.trimEnd().length, kind: 'combination', mark: weight > 3 ? 'stop' : 'confirm', says })
    }
    start = lower.indexOf(paragraph, start) + paragraph.length
    while (start < lower.length && /\s/u.test(lower.charAt(start))) start++
  }
  return found
}
