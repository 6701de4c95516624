import type { Hit } from './findings.ts'
import { before, spansOf, type Rule } from './reading.ts'

/** Numbers of the family court (`NG24C01177`), of pupils (a letter and twelve digits), of national insurance. */
const COURT = /(?<!\w)[a-z]{2}\s?\d{2}\s?[a-z]\s?\d{5}(?!\w)/giu
const PUPIL = /(?<!\w)[a-z]\s?\d{12}(?!\w)|(?<!\w)[a-z]\d{11}[a-z](?!\w)/giu
const INSURANCE = /(?<!\w)[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d](?!\w)/giu
const CODE = /(?<![\w/.-])(?=[a-z0-9/-]{0,30}[a-z])(?=[a-z0-9/-]{0,30}\d{3})[a-z0-9]{1,12}(?:[/-][a-z0-9]{1,12}){1,5}(?![\w/-])/giu
const BRIEF = /(?<![\w/.£-])[a-z]{1,4}\d{5,12}(?!\w)/giu
const BARE = /(?<![\w£$€.,/+-])\d{6,18}(?![\w/]|[.,]\d|\s?(?:pounds|people|households|views))/gu
const LABELLED =
  /\b(?:case|ref|refs|reference|claim|incident|crime|liquid ?logic|lcs|mosaic|framework-?i|carefirst|care ?first|ics|eclipse|azeus|charms|record|file|court|upn|uln|pupil|hospital|unit|account|policy|passport|ni|urn|client|person|swift|invoice|order|booking|badge|visa|plate|reg|registration|log|id|system|number|no)\b(?:[ ]?(?:number|num|no|ref|id|code|reference|is|was|of|for|the))*[.:#=]{0,2}[ ]?#?(?<number>(?=[a-z0-9/-]{0,20}\d{3})[a-z0-9][a-z0-9/-]{3,30})(?![\w-])/giu
const PLATE = /(?<!\w)[A-Z]{2}\d{2}\s[A-Z]{3}(?!\w)/gu
const YEARS = /^(?:19|20)\d{2}(?:[/-](?:\d{2}|(?:19|20)\d{2}))?$/u

const stop = ({ start, end }: { readonly start: number; readonly end: number }): Hit => ({ start, end, kind: 'case-number', mark: 'stop' })

export const findCaseNumbers: Rule = ({ text, lower }) => [
  ...[COURT, PUPIL, INSURANCE, CODE, BRIEF].flatMap((pattern) => spansOf(text, pattern).map(stop)),
  ...spansOf(text, PLATE).map(stop),
  ...spansOf(text, LABELLED).flatMap(({ end, match }) => {
    const number = match.groups?.['number'] ?? ''
    return YEARS.test(number) || !/\d{3}/u.test(number) ? [] : [stop({ start: end - number.length, end })]
  }),
  ...spansOf(text, BARE).map(({ start, end }): Hit => {
    const says = /\b(?:number|no|ref|reference|case|record|id|file|mosaic|account)\b[^.\n]{0,20}$/u.test(before(lower, { start, end }, 30))
    return { start, end, kind: 'case-number', mark: says || end - start > 6 ? 'stop' : 'confirm' }
  }),
]
