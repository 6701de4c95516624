import type { Hit } from './findings.ts'
import { before, spansOf, type Rule } from './reading.ts'

const EMAIL =
  /[\w.+'-]{1,64}\s?(?:@|[[({<]\s?at\s?[\])}>]|\sat\s(?=[\w-]{1,63}(?:\s?[[({<]\s?dot|\sdot\s)))\s?[\w-]{1,63}(?:\s?(?:\.|[[({<]\s?(?:dot|\.)\s?[\])}>]|\sdot\s)\s?[a-z][\w-]{1,62}){1,4}/giu
const PHONE = /(?<![\w£])(?:\+|\(\+?)?[\doO](?:[\s().\-/_]{0,3}[\doOlI]){8,14}(?!\w)/gu
const SPOKEN =
  /\b(?:(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)[\s,-]{1,3}){6,20}(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine)\b/giu
const NHS = /(?<![\w-])\d{3}[\s-]?\d{3}[\s-]?\d{4}(?![\w-])/gu
const SAYS_NHS = /\bnhs\b|\bred ?book\b|\bhospital n/u
const SAYS_PHONE = /\b(?:phone|mobile|mob|tel|telephone|ring|call|text|number|landline)\b[^\d]{0,20}$/u

/** A UK number of ten or eleven digits, or one with a country code. */
const isPhone = (digits: string, written: string): boolean =>
  (/^0[1-9]/u.test(digits) && (digits.length === 10 || digits.length === 11)) ||
  (/^(?:0044|44)0?[1-9]/u.test(digits) && digits.length >= 12 && digits.length <= 15) ||
  (written.includes('+') && digits.length >= 9)

/** The last digit of an NHS number checks the nine before it (modulus 11). */
const checks = (digits: string): boolean => {
  const sum = [...digits.slice(0, 9)].reduce((so, digit, index) => so + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits.charAt(9))
}

export const findEmails: Rule = ({ text }) => spansOf(text, EMAIL).map(({ start, end }): Hit => ({ start, end, kind: 'email', mark: 'stop' }))

export const findPhones: Rule = ({ text, lower }) => [
  ...spansOf(text, PHONE).flatMap(({ start, end, match }): Hit[] => {
    const digits = match[0].replaceAll(/o/giu, '0').replaceAll(/[lI]/gu, '1').replaceAll(/\D/gu, '')
    const says = SAYS_PHONE.test(before(lower, { start, end }, 40)) && digits.length >= 9
    return isPhone(digits, match[0]) || says ? [{ start, end, kind: 'phone', mark: 'stop' }] : []
  }),
  ...spansOf(lower, SPOKEN).map(({ start, end }): Hit => ({ start, end, kind: 'phone', mark: 'stop' })),
]

export const findNhsNumbers: Rule = ({ text, lower }) =>
  spansOf(text, NHS).flatMap(({ start, end, match }): Hit[] => {
    const digits = match[0].replaceAll(/\D/gu, '')
    if (digits.startsWith('0')) return []
    const parted = /\D/u.test(match[0])
    const says = SAYS_NHS.test(before(lower, { start, end }, 40))
    return [{ start, end, kind: 'nhs-number', mark: parted || says || checks(digits) ? 'stop' : 'confirm' }]
  })
