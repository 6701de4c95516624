import type { AgencyName } from '../use-cases.ts'
import { phrase, tidy } from './typed-text.ts'

const ENDINGS = ['county council', 'city council', 'council', "children's trust", 'trust', 'county', 'city']

/** "Leicester City Council" is also "Leicester City" and "Leicester". */
const shortNames = (name: string): readonly string[] => ENDINGS.flatMap((ending) => (name.endsWith(` ${ending}`) ? [name.slice(0, -ending.length - 1)] : []))

/** Every way to say each agency, the longest first: "north lincolnshire" is looked for before "lincolnshire". */
const waysToSay = (agencies: readonly AgencyName[]): readonly { readonly said: string; readonly code: string }[] =>
  agencies
    .flatMap(({ code, name, alsoCalled = [] }) =>
      [...new Set([tidy(name), ...shortNames(tidy(name)), tidy(code), ...alsoCalled.map(tidy)])].filter((said) => said !== '').map((said) => ({ said, code })),
    )
    .toSorted((one, other) => other.said.length - one.said.length)

/** Takes the agencies out of a text: their codes, and the text that is left. */
export const takeAgencies = (text: string, agencies: readonly AgencyName[]): { readonly codes: readonly string[]; readonly rest: string } => {
  const codes: string[] = []
  let rest = text
  for (const { said, code } of waysToSay(agencies)) {
    const pattern = phrase(said)
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, ' ')
    if (!codes.includes(code)) codes.push(code)
  }
  return { codes, rest }
}

/** The one agency that a text names; undefined for none or several. */
export const oneAgency = (text: string, agencies: readonly AgencyName[]): AgencyName | undefined => {
  const { codes } = takeAgencies(tidy(text), agencies)
  return codes.length === 1 ? agencies.find(({ code }) => code === codes[0]) : undefined
}
