import type { Finding } from '../checker/findings.ts'
import type { ChildForText, StatedFacts } from '../child-for-text.ts'

/** At least these many waiting children must share what a text says of one (design 3.3). */
const LEAST = 3
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const NUMBER = `(?:\\d{1,2}|${NUMBERS.slice(1).join('|')})`
const AGE = new RegExp(
  `\\b(?:(?:boy|girl|child|lad|son|daughter|brother|sister) (?:of|aged) |(?:he|she) is (?:now |nearly )?|aged |just turned )(?<first>${NUMBER})\\b(?! to|-\\d| months?| weeks?| or | and (?:a half )?\\d)|\\b(?<second>${NUMBER})[- ]years?[- ]old\\b`,
  'u',
)
const GROUP = new RegExp(`\\b(?:sibling )?group of (?<size>${NUMBER})\\b|\\bone of (?<of>${NUMBER}) (?:siblings|children|brothers|sisters)\\b`, 'u')

const numberOf = (said: string | undefined): number | undefined => {
  if (said === undefined) return undefined
  return /^\d/u.test(said) ? Number(said) : NUMBERS.indexOf(said)
}

/** Sex, age and sibling group as a text states them. A band of ages is no age. */
export const statedFacts = (text: string): StatedFacts => {
  const lower = text.toLowerCase()
  const girl = /\b(?:girl|daughter|sister)\b/u.test(lower) || (/\bshe\b/u.test(lower) && !/\bhe\b/u.test(lower))
  const boy = /\b(?:boy|lad|son|brother)\b/u.test(lower) || (/\bhe\b/u.test(lower) && !/\bshe\b/u.test(lower))
  const age = AGE.exec(lower)?.groups
  const years = numberOf(age?.['first'] ?? age?.['second'])
  const group = GROUP.exec(lower)?.groups
  const size = /\btwins?\b/u.test(lower) ? 2 : numberOf(group?.['size'] ?? group?.['of'])
  return {
    ...(girl !== boy && { sex: girl ? ('female' as const) : ('male' as const) }),
    ...(years !== undefined && years < 19 && { age: years }),
    ...(size !== undefined && size > 0 && { siblings: Math.min(size - 1, 3) }),
  }
}

const WORDS: Readonly<Record<keyof StatedFacts, string>> = {
  age: 'Write an age band in place of the age.',
  siblings: 'Leave out how many brothers and sisters there are.',
  sex: 'Write “the child” in place of boy or girl.',
}

/** The whole text, where fewer than three waiting children share what it states; says which fact to change so that three do. */
export const findTooFew = async ({ sharing }: Pick<ChildForText, 'sharing'>, text: string): Promise<readonly Finding[]> => {
  const facts = statedFacts(text)
  const stated = (['age', 'siblings', 'sex'] as const).filter((fact) => facts[fact] !== undefined)
  if (stated.length < 2 || (await sharing(facts)) >= LEAST) return []
  for (const fact of stated) {
    const { [fact]: _dropped, ...rest } = facts
    if ((await sharing(rest)) >= LEAST) return [tooFew(text, WORDS[fact])]
  }
  return [tooFew(text, stated.map((fact) => WORDS[fact]).join(' '))]
}

const tooFew = (text: string, instead: string): Finding => ({
  start: 0,
  end: text.length,
  kind: 'combination',
  mark: 'stop',
  says: `Fewer than three children who wait have all that this text says. ${instead}`,
})
