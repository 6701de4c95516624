import type { Hit } from './findings.ts'
import { after, before, spansOf, type Rule } from './reading.ts'

/** Royal Mail's postcode areas. */
const AREAS = new Set(
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
)
const FULL = /(?<![a-z0-9])(?<area>[a-z]{1,2})\s?\d[a-z\d]?[\s.-]{0,2}\d[abd-hjlnp-uw-z]{2}(?![a-z0-9])/giu
const OUTWARD = /(?<![a-z0-9£/-])(?<area>[a-z]{1,2})(?<district>\d{1,2}[a-z]?)(?<sector>\s\d(?![\w]|[.,:]\d|\s[a-z]{2,}))?(?![a-z0-9/%-])/giu
const PLACED =
  /\b(?:in|near|outside|inside|from|within|around|of|to|into|postcode|postcodes|area|areas|district|post code|living|live|lives|avoid|exclude|excluding|and|or|not|beyond|code)\s?:?\s?$/u
/** Sections of Acts, vitamins, paper, clothes, motorways, indicator numbers. */
const OTHERWISE =
  /\b(?:section|sections|s|ca|act|vitamin|vitamins|key stage|year|level|form|paper|size|motorway|junction|road|indicator|item|version|band|stage|pack|unit|room|table|column|row|slide|page|bus)\s?$/u
const LAW = new Set([
  'S3',
  'S5',
  'S7',
  'S8',
  'S9',
  'S17',
  'S19',
  'S20',
  'S21',
  'S22',
  'S23',
  'S25',
  'S26',
  'S31',
  'S32',
  'S34',
  'S36',
  'S37',
  'S38',
  'S42',
  'S43',
  'S44',
  'S46',
  'S47',
  'S51',
  'S52',
  'S84',
  'S85',
  'S91',
  'B1',
  'B2',
  'B3',
  'B5',
  'B6',
  'B7',
  'B9',
  'B12',
  'E45',
  'M25',
])

const areaOf = (match: RegExpMatchArray): string => (match.groups?.['area'] ?? '').toUpperCase()

export const findPostcodes: Rule = ({ text, lower }) => [
  ...spansOf(text, FULL).flatMap(({ start, end, match }): Hit[] => (AREAS.has(areaOf(match)) ? [{ start, end, kind: 'postcode', mark: 'stop' }] : [])),
  ...spansOf(text, OUTWARD).flatMap(({ start, end, match }): Hit[] => {
    const area = areaOf(match)
    if (!AREAS.has(area)) return []
    const code = match[0].toUpperCase()
    const said = before(lower, { start, end }, 24)
    const next = after(lower, { start, end }, 12)
    const isPlaced = PLACED.test(said)
    if (match.groups?.['sector'] !== undefined) return [{ start, end, kind: 'postcode', mark: 'stop' }]
    if (OTHERWISE.test(said)) return []
    if (area.length === 2) return [{ start, end, kind: 'postcode', mark: 'stop' }]
    if (LAW.has(code)) return /\b(?:live|lives|living|postcode)\b/u.test(said) ? [{ start, end, kind: 'postcode', mark: 'stop' }] : []
    return [{ start, end, kind: 'postcode', mark: isPlaced && !/^\s?(?:form|report|order)/u.test(next) ? 'stop' : 'confirm' }]
  }),
]
