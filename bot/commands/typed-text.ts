/** What a person typed, as words to look at: lower case, no accents lost, dashes and quotes made plain, spaces single. At most 500 characters. */
export const tidy = (typed: string): string =>
  typed
    .slice(0, 500)
    .normalize('NFKC')
    .replaceAll(/[‐-―−]/gu, '-')
    .replaceAll(/[‘’´`]/gu, "'")
    .replaceAll(/[“”"*_]/gu, ' ')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim()

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

/** A whole phrase, not a part of a longer word: "leicester" does not match in "leicestershire". */
export const phrase = (text: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(text)}(?![\p{L}\p{N}])`, 'u')

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const TENS: Readonly<Record<string, number>> = { fifteen: 15, eighteen: 18, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 }

/** A number in digits or as a word up to twelve and some tens; "a" and "an" are 1. */
export const NUMBER = String.raw`(?:\d{1,4}|${[...UNITS, ...Object.keys(TENS), 'an?'].join('|')})`
export const numberOf = (word: string): number => {
  if (/^\d+$/u.test(word)) return Number(word)
  if (word === 'a' || word === 'an') return 1
  return TENS[word] ?? UNITS.indexOf(word)
}
