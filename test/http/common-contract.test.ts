import * as z from 'zod'
import { plainDay, plainText } from '../../src/http/common-contract.ts'
import { parse } from '../../src/http/parse.ts'

test.each(['1900-01-01', '2026-11-22', '2100-12-31'])('%s is a day', (day) => {
  expect(parse(plainDay, day)).toEqual({ ok: true, value: day })
})

test.each([
  ['0000-01-01', 'must be a day from 1900 to 2100'],
  ['1899-12-31', 'must be a day from 1900 to 2100'],
  ['2101-01-01', 'must be a day from 1900 to 2100'],
  ['9999-12-31', 'must be a day from 1900 to 2100'],
  ['2026-02-31', 'must be a date such as 2026-03-12'],
  ['22/11/2026', 'must be a date such as 2026-03-12'],
  ['2026-11-22\u0000', 'must be a date such as 2026-03-12'],
  ['', 'must be a date such as 2026-03-12'],
])('%j is none, and one sentence says so', (day, detail) => {
  expect(parse(plainDay, day)).toEqual({ ok: false, errors: [{ pointer: '', detail }] })
})

test.each(['Amélie O’Neill-Žižka', 'شيماء', '👩‍👧', '100% & <b>'])('%s is a text', (text) => {
  expect(parse(plainText(20), `  ${text} `)).toEqual({ ok: true, value: text })
})

test.each(['a\u0000b', 'a\u007fb', 'a\u0085b', 'a\ud800b'])('%j is none', (text) => {
  expect(parse(plainText(20), text)).toEqual({ ok: false, errors: [{ pointer: '', detail: 'must be plain text' }] })
})

test('what was typed on several lines becomes one', () => {
  expect(parse(plainText(20), ' the board\r\n\tdecided\n')).toEqual({ ok: true, value: 'the board decided' })
})

test('a text is at most as long as the contract says, and a contract may say how short', () => {
  expect(parse(plainText(3), 'abcd').ok).toBe(false)
  expect(parse(plainText(3).min(1, 'Write a name.'), '  ')).toEqual({ ok: false, errors: [{ pointer: '', detail: 'Write a name.' }] })
})

test('the description of the API can say them', () => {
  expect(z.toJSONSchema(z.strictObject({ day: plainDay, text: plainText(5).optional() }))).toMatchObject({
    properties: { day: { format: 'date' }, text: { maxLength: 5 } },
  })
})

test('a character that turns the reading order round is no plain text; the joiners that scripts spell with are', () => {
  const text = plainText(20)
  for (const wrong of ['Ada\u202EevE', '\u2066Ada', 'A\u200Eda', 'A\uFEFFda']) expect(text.safeParse(wrong).success).toBe(false)
  expect(text.safeParse('\u0646\u200C\u0647').success).toBe(true)
})
