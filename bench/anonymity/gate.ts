import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { checkAnonymity } from '../../src/safeguards/anonymity/checker/check-anonymity.ts'
import { FINDING_KINDS } from '../../src/safeguards/anonymity/checker/finding-kinds.ts'
import { KNOWN_KINDS } from '../../src/safeguards/anonymity/checker/known-kinds.ts'
import { NOTHING_KNOWN, type KnownWords } from '../../src/safeguards/anonymity/checker/known-words.ts'
import { lists } from '../../src/safeguards/anonymity/checker/lists.ts'
import { phrasesToStop } from '../../src/safeguards/anonymity/stop-words/phrases-to-stop.ts'
import { generateTexts, type NamesToDraw } from './generate.ts'
import { GIVEN_NAMES_KEPT_OUT, PLACES_KEPT_OUT, SURNAMES_KEPT_OUT } from './kept-out.ts'

const span = z.object({ start: z.int(), end: z.int(), kind: z.enum(FINDING_KINDS) })
const texts = z.object({
  text: z.string(),
  verdict: z.enum(['block', 'pass']),
  kinds: z.array(z.enum(FINDING_KINDS)),
  spans: z.array(span).default([]),
  known: z.object({ names: z.array(z.string()), places: z.array(z.string()), schools: z.array(z.string()) }).nullish(),
})
type Judged = z.output<typeof texts>

interface Share {
  of: number
  stopped: number
  toConfirm: number
}

const knownIn = ({ known }: Judged): KnownWords => {
  if (!known) return NOTHING_KNOWN
  const lines = { name: known.names, place: known.places, school: known.schools }
  const phrases = new Map(KNOWN_KINDS.flatMap((kind) => lines[kind].flatMap((line) => phrasesToStop(kind, line).map((phrase) => [phrase, kind] as const))))
  return (phrase) => phrases.get(phrase)
}

/** A finding counts where it overlaps what identifies; without spans, anywhere. */
const markOf = (judged: Judged): 'stopped' | 'toConfirm' | undefined => {
  const found = checkAnonymity(judged.text, knownIn(judged)).filter(
    ({ start, end }) => judged.verdict === 'pass' || judged.spans.length === 0 || judged.spans.some((one) => start < one.end && end > one.start),
  )
  return found.some(({ mark }) => mark === 'stop') ? 'stopped' : found.length > 0 ? 'toConfirm' : undefined
}

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(of, 1)).toFixed(1)} %`.padStart(8)
const line = (name: string, { of, stopped, toConfirm }: Share): string =>
  `${name.padEnd(20)} ${of.toString().padStart(5)} ${percent(stopped, of)} ${percent(toConfirm, of)} ${percent(stopped + toConfirm, of)}`

const report = (title: string, all: readonly Judged[]): readonly string[] => {
  const shares = new Map<string, Share>()
  const count = (name: string, mark: ReturnType<typeof markOf>): void => {
    const share = shares.get(name) ?? { of: 0, stopped: 0, toConfirm: 0 }
    share.of += 1
    if (mark) share[mark] += 1
    shares.set(name, share)
  }
  for (const judged of all) {
    const mark = markOf(judged)
    for (const kind of new Set(judged.kinds)) count(kind, mark)
    count(judged.verdict === 'block' ? 'all that identify' : 'clean', mark)
  }
  const names = [...FINDING_KINDS, 'all that identify', 'clean'].filter((name) => shares.has(name))
  return [
    `anonymity gate: ${title}`,
    `${''.padEnd(20)} texts  stopped  confirm  either`,
    ...names.map((name) => line(name, shares.get(name) ?? { of: 0, stopped: 0, toConfirm: 0 })),
  ]
}

const generated = (names: NamesToDraw): readonly Judged[] =>
  generateTexts(names, 60, 5).map(({ text, kind }) => ({
    text,
    verdict: kind === 'clean' ? 'pass' : 'block',
    kinds: kind === 'clean' ? [] : [kind],
    spans: [],
  }))
const every = (step: number, of: ReadonlySet<string>): readonly string[] => [...of].filter((_, index) => index % step === 0)

const linesOf = (text: string): readonly Judged[] =>
  text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => texts.parse(JSON.parse(one)))

/** Processor time for a hundred words, by the texts laid end to end; the machine's other work does not count. */
const timePer100Words = (all: readonly Judged[]): number => {
  const words = all.flatMap(({ text }) => text.split(/\s+/u))
  const hundreds = Array.from({ length: Math.floor(words.length / 100) }, (_, index) => words.slice(index * 100, index * 100 + 100).join(' '))
  for (const text of hundreds) checkAnonymity(text)
  const before = process.cpuUsage()
  for (let round = 0; round < 5; round++) for (const text of hundreds) checkAnonymity(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / (hundreds.length * 5)
}

/**
 * How the gate does by kind: on generated texts with names that its lists hold and with names that they do not, and on texts from a file
 * (ANONYMITY_TEXTS: one JSON object a line with text, verdict block or pass, kinds, spans, known); and what it costs.
 */
export const gateReport = async (file: string | undefined): Promise<readonly string[]> => {
  const start = process.cpuUsage()
  checkAnonymity('Hello.')
  const { user, system } = process.cpuUsage(start)
  const { givenNames, surnames, places } = lists()
  const listed = generated({ givenNames: every(40, givenNames), surnames: every(30, surnames), places: every(25, places) })
  const keptOut = generated({ givenNames: GIVEN_NAMES_KEPT_OUT, surnames: SURNAMES_KEPT_OUT, places: PLACES_KEPT_OUT })
  const given = file === undefined ? [] : linesOf(await readFile(file, 'utf8'))
  return [
    ...report('generated texts, names of its lists', listed),
    ...report('generated texts, names that it has never read', keptOut),
    ...(given.length === 0 ? [] : report('the texts of ANONYMITY_TEXTS', given)),
    `first text: ${((user + system) / 1000).toFixed(0)} ms of the processor (aim 300); then ${timePer100Words([...listed, ...given]).toFixed(2)} ms for 100 words (aim 5)`,
  ]
}
