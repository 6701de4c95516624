import type { Finding, Hit } from './findings.ts'
import { lists } from './lists.ts'
import { after, before, spansOf, type Reading, type Rule } from './reading.ts'
import { isOneSlipFrom, isOneSlipFromWord, isWord } from './vocabulary.ts'

const STREET_KIND =
  '(?:road|rd|street|lane|ln|avenue|ave|close|drive|crescent|cres|terrace|court|gardens|grove|way|place|walk|mews|row|square|rise|view|parade|croft|wharf|boulevard|hill|gate|green|park|bank|fold|yard|approach|passage|bypass|roundabout)'
/** Close, Way and Park are words as well: they need their capital. */
const SURE_KIND = '(?:[Rr]oad|[Rr]d|[Ss]treet|[Ll]ane|[Aa]venue|[Cc]rescent|[Tt]errace)'
const CAPITAL_KIND = STREET_KIND.replaceAll(/(?<=[:|])[a-z]/gu, (letter) => letter.toUpperCase())
const CAPITAL_STREET = new RegExp(`(?<![\\w'])(?:\\d{1,4}[a-z]?,?\\s)?(?:[A-Z][\\w'’-]{1,25}\\s){1,3}(?:${CAPITAL_KIND}|${SURE_KIND})\\b`, 'gu')
const NUMBERED_STREET = new RegExp(`(?<![\\w'])\\d{1,4}[a-z]?,?\\s(?:[a-z][\\w'’-]{1,25}\\s){1,3}${STREET_KIND}\\b`, 'giu')
const SMALL_STREET = /(?<![\w'])(?<name>[a-z][\w'’-]{2,25})\s(?:road|rd|street|lane|avenue|ave|crescent|terrace|mews)\b/giu
const LANDMARK_KIND =
  "(?:Hospital|Infirmary|Surgery|Medical Centre|Health Centre|Clinic|Hospice|Library|Church|Chapel|Mosque|Temple|Gurdwara|Mandir|Synagogue|Shopping Centre|Centre|Retail Park|Leisure Centre|Sports Centre|Children['’]?s Centre|Sure Start|Family Centre|Contact Centre|Community Centre|Zoo|Castle|Hall|Manor|Farm|Arms|Inn|Theatre|Stadium|Museum|Country Park|Theme Park|Water Park|Forest|Woods|Reservoir|Canal|Beach|Pier|Flats|Estate|House|Spire|Cathedral|Abbey|Priory|Minster|Tower|Bridge|Market|Viaduct|Mill|Station|Airport|Barracks|Prison|HMP|Police Station|Fire Station|Lodge|Court|Common|Heath|Meadows?|Valley|Kingdom|Arena|Baths|Lido|Marina|Docks|Harbour|Quarry|Colliery|Observatory|Fields|Allotments|Playground|Aquarium|Safari Park|Caravan Park|Holiday Park|Football Club|Rovers|United|Wanderers|Rangers|Athletic|Albion|Tigers|Town FC|City FC)"
const LANDMARK = new RegExp(`(?<![\\w'])(?:[A-Z][\\w'’.-]{1,25}\\s){1,3}${LANDMARK_KIND}\\b`, 'gu')
const PRISON = /\bHM[PY][A-Z]*\s[A-Z]\w+/gu
/** Hospitals by what people call them. */
const HOSPITALS =
  /\b(?:QMC|LRI|LGH|KGH|NGH|UHL|GOSH|BRI|RUH|JR|UHCW|QEH|RVI|LGI|MRI ward|DRI|RDH|BCH|Alder Hey|Great Ormond Street|Glenfield|King['’]s Mill|Pilgrim Hospital|Queen['’]s Med(?:ical)?|Addenbrooke['’]?s)\b/gu
const PLAIN_BEFORE_LANDMARK =
  /^(?:(?:The|A|An|Our|His|Her|Their|At|In|On|To|From|Near|Family|Children['’]?s|Local|Community|Early|Parish|Public|Royal|High|Crown|Magistrates|County|Youth|Regional|Health|Medical|Contact|Shopping|Leisure|Sports|Foster|Care|Good|New|Big|Little|Play|Dolls?|Doll['’]s|Wendy|Tree|Gingerbread|Bouncy|Sand|Full|Open|Halfway|Adoption|Family|Placing|Agency|Resource|Support|Bus|Train|Police|Fire|Great|British|Court|Common|Beacon|Sure|Start|Childrens)\s)+/u
/** Endings of English place names that everyday words do not share. */
const PLACE_ENDING =
  /^[a-z]{2,}(?:shire|ton|ham|thorpe|wick|wich|worth|ford|bury|borough|brough|burgh|ley|leigh|field|stead|minster|mouth|combe|cester|caster|chester|dale|well|bridge|wold|hurst|thwaite|toft|beck|holme|hulme|ness|stoke|gate|wood|den|pool|port|haven|marsh|moor|ingham|ington|erby|sby|lby|nby|rby|mby|thby|more|don|cote|cott|sey|sea|well|firth|garth|keld|rigg|scale|by)$/u
const IN_PLACE =
  /\b(?:in|near|around|outside|inside|from|to|at|towards|via|through|of|between|into|off|over|beyond|leave|leaving|left|visit|visiting|and|or|area|village|town|city|called|is)\s$/u
const DWELLS =
  /\b(?:liv(?:e|es|ed|ing)|resid\w+|born|grew up|grown up|raised|moved|mov(?:e|ing)|homes?|houses?|flats?|roots|settled|based|placed|school|nursery|stay\w*|fled|bought|rent\w*|famil(?:y|ies)|couples?|adopters?|households?|applicants?|carers?|mum|mother|dad|father|nan|grand\w+|aunt\w*|uncle|brother|sister|relatives|friends?|lads?|girl|boy|child|he|she|they|accent|over|drive|journey|travel\w*|miles|contact|area)\b[^.;:\n]{0,25}\b(?:in|from|near|around|outside|to|across|of|within|at|for|leave|left|into)\s(?:the\s)?$/u
const AGENCIES = new Set([
  'leicestershire',
  'leicester',
  'leicester city',
  'lincolnshire',
  'north lincolnshire',
  'rutland',
  'northamptonshire',
  'north northamptonshire',
  'west northamptonshire',
])
const AGENCY_AFTER =
  /^(?:['’]s)?\s?(?:council|county council|city council|children['’]?s (?:trust|services|social)|trust|as (?:the )?(?:placing|approving)|agency|and rutland|social workers?|team|staff|colleagues|family finders?|has|have|had|is|are|will|would|can|asks?|asked|presented|presents?|brought|said|placed|approved|updated|sent|hosts?|hosted|shares?|,|\/|:)/u
const AGENCY_BEFORE =
  /\b(?:agency|agencies|council|placing|approving|authority|authorities|trust|partner|partners|la|raa|colleagues (?:in|at|from)|team (?:in|at)|workers? (?:in|at|from)|hosted by|served by)\b[^.\n]{0,30}$/u
const OF_ADOPTERS =
  /\b(?:adopters?['’]?|adoptive|household|couple|applicants?|prospective|approved|introductions|theyre|they['’]re|(?:ff|ah)-|spare room|single (?:mum|dad|woman|man|carer)|new (?:mum|dad|parents|family))\b/u
const DEMONYM =
  /\b(?:mancunian|geordie|scouse(?:r|rs)?|brummies?|glaswegian|londoners?|liverpudlian|cockney|yorkshire(?:man|woman| lad| lass)|east ender|black country|lancastrian|cumbrian|cornishman|novocastrian|tyke|mackem|smoggie|bristolian|derby lad|leicester lad|nottingham lad)\b/giu

/** Where adopters live has a kind of its own, since it is what a birth family would look for. */
const kindAt = (lower: string, span: { readonly start: number; readonly end: number }): Finding['kind'] =>
  OF_ADOPTERS.test(before(lower, span, 120) + after(lower, span, 60)) ? 'adopter-locality' : 'place'

const isAgency = ({ lower }: Reading, name: string, span: { readonly start: number; readonly end: number }): Hit['mark'] | 'passes' => {
  const said = before(lower, span, 70)
  const next = after(lower, span, 40)
  if (AGENCY_BEFORE.test(said)) return 'passes'
  if (DWELLS.test(said)) return 'stop'
  if (AGENCY_AFTER.test(next)) return 'passes'
  if (name === 'leicester') return 'stop'
  return IN_PLACE.test(said) && /\b(?:in|near|outside|around|from|to)\s$/u.test(said) ? 'confirm' : 'passes'
}

const findListed: Rule = (reading) => {
  const { words, passes, lower } = reading
  const { places, givenNames, surnames, wordNames } = lists()
  const found: Hit[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) continue
    // Benin passes and Benin City does not
    const least = passes[index] === true ? 2 : 1
    if (least === 2 && passes[index + 1] === true) continue
    let length = 4
    let name = ''
    for (; length >= least; length--) {
      const parts = words.slice(index, index + length)
      if (parts.length < length || parts.some((part, step) => step > 0 && !/^[\s-]{1,2}$/u.test(part.gap.replace(/^'s/u, '')))) continue
      name = parts
        .map((part, step) => (step > 0 ? (words[index + step - 1]?.genitive === true ? `s ${part.lower}` : ` ${part.lower}`) : part.lower))
        .join('')
        .replaceAll(' s ', 's ')
      if (places.has(name) || AGENCIES.has(name)) break
    }
    const last = words[index + length - 1]
    if (length < least || !last) continue
    const span = { start: word.start, end: last.end }
    const said = before(lower, span, 14)
    const isPlain = name.split(' ').every((part) => isWord(part))
    if (AGENCIES.has(name)) {
      const mark = isAgency(reading, name, span)
      if (mark !== 'passes') found.push({ ...span, kind: kindAt(lower, span), mark })
    } else if (isPlain || wordNames.has(name)) {
      if (word.capital && (length > 1 ? last.capital : !word.first && IN_PLACE.test(said) && !/\b(?:to|of|and|or|is)\s$/u.test(said)))
        found.push({ ...span, kind: kindAt(lower, span), mark: 'stop' })
    } else if (givenNames.has(name) || surnames.has(name)) {
      if (IN_PLACE.test(said) && /\b(?:in|near|outside|around|towards|from|out of|moved? to|at)\s$/u.test(said))
        found.push({ ...span, kind: kindAt(lower, span), mark: 'stop' })
    } else if (name.length > 3 || word.capital) found.push({ ...span, kind: kindAt(lower, span), mark: 'stop' })
    index += length - 1
  }
  return found
}

/** Words that are in no list, but end as English places do, or are a slip away from one. */
const findUnlisted: Rule = ({ words, passes, lower }) => {
  const { places, givenNames, surnames, wordNames, abbreviations } = lists()
  let slips = 200
  return words.flatMap((word, index): Hit[] => {
    const name = word.lower
    if (
      passes[index] === true ||
      name.length < 5 ||
      isWord(name) ||
      places.has(name) ||
      givenNames.has(name) ||
      surnames.has(name) ||
      wordNames.has(name) ||
      abbreviations.has(name)
    )
      return []
    if (PLACE_ENDING.test(name) && (word.capital || (name.length > 5 && IN_PLACE.test(before(lower, word, 14)))))
      return [{ start: word.start, end: word.end, kind: kindAt(lower, word), mark: 'stop' }]
    if (name.length < 7 || slips <= 0) return []
    slips--
    return isOneSlipFrom(name, (one) => places.has(one)) && !isOneSlipFromWord(name)
      ? [{ start: word.start, end: word.end, kind: kindAt(lower, word), mark: 'stop' }]
      : []
  })
}

export const findPlaces: Rule = (reading) => {
  const { text, lower, words, passes } = reading
  const passesAt = (start: number, end: number): boolean => {
    const inside = words.filter((word) => word.start >= start && word.end <= end)
    return inside.length > 0 && words.every((word, index) => !(word.start >= start && word.end <= end) || passes[index] === true)
  }
  const stop = ({ start, end }: { readonly start: number; readonly end: number }): Hit => ({ start, end, kind: kindAt(lower, { start, end }), mark: 'stop' })
  const named = [...spansOf(text, CAPITAL_STREET), ...spansOf(text, LANDMARK)].flatMap(({ start, end, match }): Hit[] => {
    const plain = PLAIN_BEFORE_LANDMARK.exec(match[0])
    const from = start + (plain?.[0].length ?? 0)
    const rest = text.slice(from, end)
    return !/\s/u.test(rest.trim()) || passesAt(from, end) ? [] : [stop({ start: from, end })]
  })
  const small = spansOf(text, SMALL_STREET).flatMap((span): Hit[] => {
    const name = (span.match.groups?.['name'] ?? '').toLowerCase()
    return isWord(name) ? [] : [stop(span)]
  })
  return [
    ...findListed(reading),
    ...findUnlisted(reading),
    ...named,
    ...small,
    ...[...spansOf(text, NUMBERED_STREET), ...spansOf(text, PRISON), ...spansOf(text, HOSPITALS)].map(stop),
    ...spansOf(text, DEMONYM).map(({ start, end }): Hit => ({ start, end, kind: 'place', mark: 'confirm' })),
  ]
}
