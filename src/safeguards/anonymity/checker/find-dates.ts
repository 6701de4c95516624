import type { Hit } from './findings.ts'
import { after, before, spansOf, type Rule } from './reading.ts'

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ORDINAL_WORD =
  '(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)'
const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9])(?:\\s?(?:st|nd|rd|th))?'
const YEAR = "(?:\\s?,?\\s?(?:'\\d{2}|(?:19|20)\\d{2}|\\d{2}(?![\\d:.%]|\\s?[a-z]{3}))?)"
const DAY = `(?:${DAY_NUMBER}|${ORDINAL_WORD})`

/** 3 March, 3rd of March 2024, third of March, 03-Mar-24 */
const DAY_MONTH = new RegExp(`(?<![\\w/:.,£-])${DAY}[\\s./-]{0,2}(?:of\\s|day of\\s)?(?:the\\s)?${MONTH}\\b\\.?${YEAR}`, 'giu')
/** March 3rd, 2024; March the third */
const MONTH_DAY = new RegExp(
  `\\b${MONTH}\\.?[\\s./-]{1,2}(?:the\\s)?(?:${DAY})(?![\\d:.%/]|\\s?(?:am|pm|weeks|children|families|adopters|households|people|of\\s))${YEAR}`,
  'giu',
)
const MONTH_YEAR = new RegExp(`\\b${MONTH}\\.?[\\s/-]{1,2}(?:of\\s)?(?:(?:19|20)\\d{2}|'\\d{2}|(?<=-)\\d{2})(?!\\d)`, 'giu')
const NUMBERS = /(?<![\w/.:£-])(?:3[01]|[12]\d|0?[1-9])\s?[./\\-]\s?(?:1[0-2]|0?[1-9])\s?[./\\-]\s?(?:(?:19|20)?\d{2})(?![\w/]|[.-]\d)/gu
const AMERICAN = /(?<![\w/.:£-])(?:1[0-2]|0?[1-9])[/](?:3[01]|[12]\d|0?[1-9])[/](?:(?:19|20)?\d{2})(?![\w/])/gu
const ISO =
  /(?<![\w/.:£-])(?:19|20)\d{2}[./-](?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\d|0?[1-9])(?![\w/])|(?<![\w/.-])20[0-3]\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\w)/gu
const BLOCK = /(?<=\b(?:dob|born|d\.o\.b\.?)\s?[:=-]?\s?)\d{6}(?:\d{2})?(?!\d)/giu
/** 18/6, which may be a fraction of something */
const SHORT = /(?<![\w/.:£-])(?<day>3[01]|[12]\d|0?[1-9])(?<sign>[/.])(?<month>1[0-2]|0?[1-9])(?![\w/%]|[.:]\d)/gu
const NTH = new RegExp(
  `\\bthe\\s(?:(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))(?!\\s(?:year|time|child|birthday|of|floor|week|month|attempt|place|session|meeting|review|century|day))`,
  'giu',
)
const AGE_TO_THE_DAY =
  /\b(?:(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:years?|yrs?|months?|mths?|weeks?|wks?),?\s(?:and\s)?){1,3}(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\sdays?\b/giu
const AGE_TO_THE_MONTH =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?:years?|yrs?),?\s(?:and\s)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\s(?:months?|mths?)\b/giu

const DAYS_OF_NOTE =
  "(?:christmas (?:day|eve)|boxing day|new year'?s? (?:day|eve)|easter (?:sunday|monday|day)|good friday|pancake day|shrove tuesday|hallowe'?en|bonfire night|guy fawkes(?: night)?|valentine'?s(?: day)?|(?:st\\.?|saint) (?:patrick|george|david|andrew|nicholas)'?s(?: day)?|leap day|eid(?: al-?\\w{3,6})?|diwali|vaisakhi|baisakhi|ramadan|hanukkah|mother'?s day|mothering sunday|father'?s day|remembrance (?:day|sunday)|armistice day|april fools?'?(?: day)?|may day|midsummer(?:'?s)?(?: day| eve)?|burns night|the (?:coronation|jubilee|royal wedding|world cup final|eclipse|queen'?s funeral|king'?s birthday|queen'?s birthday|general election|first (?:day of )?lockdown|referendum)|coronation day|the day (?:the queen died|of the \\w{3,20}|the clocks (?:changed|went \\w+)|lockdown (?:began|started|ended)))"
const BIRTH =
  "(?:born|birth|birthday|bday|b'day|arrived|came|due|delivered|turn(?:s|ed)?|will be (?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}))"
const BIRTH_ON_DAY_OF_NOTE = new RegExp(`\\b${BIRTH}\\b[^.!?\\n]{0,40}\\b${DAYS_OF_NOTE}[^.,;!?\\n]{0,20}`, 'giu')
const DAY_OF_NOTE_BIRTH = new RegExp(`\\b${DAYS_OF_NOTE}\\s(?:baby|babies|birthday|birth|arrival|twins|boy|girl)\\b`, 'giu')
const BIRTHDAY_SOON =
  /\b(?:birthday|bday|b'day|born|turn(?:s|ed)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))\b[^.!?\n]{0,20}\b(?:(?:(?:on|last|next|this|a week on)\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\sweek)?|yesterday|today|tomorrow)\b/giu
/** Words about a day in a child's own life. */
const OWN_DAY =
  /\b(?:born|birth|birthday|bday|dob|b\.|removed|entered care|came into care|into care|placed|placement order|order (?:was )?(?:made|granted)|granted|hearing|court|arrived|due date|edd|died|moved)\b/u
const BEFORE_DATE =
  /\b(?:on|from|until|till|since|by|due|born|dob|birthday|bday|b|for|before|after|date|dated|w\/c|the|mon|tue|tues|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|moved|placed|order|po|hearing)[.:,]?\s?\(?$/u

const hit =
  (mark: Hit['mark']) =>
  ({ start, end }: { readonly start: number; readonly end: number }): Hit => ({ start, end, kind: 'date', mark })

/** `May 2` may be a wish and `second may` a turn: a bare `may` or `march` or `second` in small letters is a month only beside a number. */
const isMonth = (said: string): boolean => /\d/u.test(said) || !/\b(?:may|march|mar)\b/u.test(said) || /\bof\b/u.test(said)

export const findDates: Rule = ({ text, lower }) => [
  ...[DAY_MONTH, MONTH_DAY].flatMap((pattern) =>
    spansOf(text, pattern)
      .filter(({ match }) => isMonth(match[0]))
      .map(hit('stop')),
  ),
  ...[NUMBERS, AMERICAN, ISO, BLOCK, AGE_TO_THE_DAY, BIRTH_ON_DAY_OF_NOTE, DAY_OF_NOTE_BIRTH, BIRTHDAY_SOON].flatMap((pattern) =>
    spansOf(text, pattern).map(hit('stop')),
  ),
  ...spansOf(text, AGE_TO_THE_MONTH).map(hit('confirm')),
  ...spansOf(text, MONTH_YEAR).map((span) => hit(OWN_DAY.test(before(lower, span, 60) + after(lower, span, 40)) ? 'stop' : 'confirm')(span)),
  ...spansOf(lower, NTH).map((span) => hit(OWN_DAY.test(before(lower, span, 60) + after(lower, span, 40)) ? 'stop' : 'confirm')(span)),
  ...spansOf(text, SHORT).flatMap((span): Hit[] => {
    const { day = '', month = '', sign } = span.match.groups ?? {}
    const isDated = BEFORE_DATE.test(before(lower, span, 16))
    if (sign === '.')
      return isDated &&
        day.length + month.length > 2 &&
        !/^\s?(?:am|pm|kg|%|m\b|cm|million)/u.test(after(lower, span, 8)) &&
        month.length === 2 &&
        Number(day) > 12
        ? [hit('stop')(span)]
        : []
    return isDated || (Number(day) > Number(month) * 1 && !/^\s(?:of|adopters|children|families|people|households|weeks)\b/u.test(after(lower, span, 14)))
      ? [hit('stop')(span)]
      : []
  }),
]
