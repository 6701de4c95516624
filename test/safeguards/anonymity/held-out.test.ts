import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { generateTexts } from '../../../bench/anonymity/generate.ts'
import { GIVEN_NAMES_KEPT_OUT, PLACES_KEPT_OUT, SURNAMES_KEPT_OUT } from '../../../bench/anonymity/kept-out.ts'
import { checkAnonymity } from '../../../src/safeguards/anonymity/checker/check-anonymity.ts'
import { lists } from '../../../src/safeguards/anonymity/checker/lists.ts'

const line = z.object({ text: z.string(), verdict: z.enum(['block', 'pass']) })
type Line = z.output<typeof line>

const written: readonly Line[] = readFileSync(join(__dirname, '../../fixtures/anonymity/social-workers.jsonl'), 'utf8')
  .split('\n')
  .filter((one) => one !== '')
  .map((one) => line.parse(JSON.parse(one)))
const generated: readonly Line[] = generateTexts({ givenNames: GIVEN_NAMES_KEPT_OUT, surnames: SURNAMES_KEPT_OUT, places: PLACES_KEPT_OUT }, 30, 77).map(
  ({ text, kind }) => ({ text, verdict: kind === 'clean' ? 'pass' : 'block' }),
)

const share = (texts: readonly Line[], mark?: 'stop'): number =>
  texts.filter(({ text }) => checkAnonymity(text).some((found) => mark === undefined || found.mark === mark)).length / texts.length
const of = (texts: readonly Line[], verdict: Line['verdict']): readonly Line[] => texts.filter((one) => one.verdict === verdict)

test('the names and places kept out are in no list', () => {
  const { givenNames, surnames, places } = lists()
  expect(GIVEN_NAMES_KEPT_OUT.filter((name) => givenNames.has(name) || surnames.has(name))).toEqual([])
  expect(PLACES_KEPT_OUT.filter((place) => places.has(place))).toEqual([])
})

test.each([
  ['written by hand', written],
  ['generated with names that no list holds', generated],
] as const)('texts %s: 95 of 100 that identify are stopped, 98 marked; 5 of 100 clean ones at most are stopped, 25 marked', (_, texts) => {
  expect(share(of(texts, 'block'), 'stop')).toBeGreaterThanOrEqual(0.95)
  expect(share(of(texts, 'block'))).toBeGreaterThanOrEqual(0.98)
  expect(share(of(texts, 'pass'), 'stop')).toBeLessThanOrEqual(0.05)
  expect(share(of(texts, 'pass'))).toBeLessThanOrEqual(0.25)
})
