import * as z from 'zod'
import { parse } from '../../src/http/parse.ts'

const command = z.strictObject({
  on: z.iso.date(),
  version: z.int().min(1),
  sex: z.enum(['female', 'male']).optional(),
  key: z.uuid(),
  needs: z.array(z.strictObject({ category: z.string().min(2) })).max(2),
})
const good = { on: '2026-03-12', version: 1, key: '0192a7a0-0000-7000-8000-000000000000', needs: [] }

test('what fits is handed on', () => {
  expect(parse(command, good)).toEqual({ ok: true, value: good })
})

test('every wrong field is named by its JSON pointer, and what was sent is not repeated', () => {
  const sent = { on: '12/03/2026 SECRET', version: 0, sex: 'SECRET', key: 'SECRET', needs: [{ category: 'x', 'a/b~c': 'SECRET' }, 1], extra: 'SECRET' }
  const parsed = parse(command, sent)
  expect(parsed).toEqual({
    ok: false,
    errors: [
      { pointer: '/on', detail: 'must be a date such as 2026-03-12' },
      { pointer: '/version', detail: 'must be at least 1' },
      { pointer: '/sex', detail: 'must be one of female, male' },
      { pointer: '/key', detail: 'must be a UUID' },
      { pointer: '/needs/0/category', detail: 'must be at least 2 characters long' },
      { pointer: '/needs/0/a~1b~0c', detail: 'is not known here; leave it out' },
      { pointer: '/needs/1', detail: 'must be an object' },
      { pointer: '/extra', detail: 'is not known here; leave it out' },
    ],
  })
  expect(JSON.stringify(parsed)).not.toContain('SECRET')
})

test('a missing field, a missing body and a body of another kind say so', () => {
  expect(parse(z.strictObject({ key: z.uuid() }), {})).toEqual({ ok: false, errors: [{ pointer: '/key', detail: 'is missing' }] })
  expect(parse(command, undefined)).toEqual({ ok: false, errors: [{ pointer: '', detail: 'is missing' }] })
  expect(parse(command, 'text')).toEqual({ ok: false, errors: [{ pointer: '', detail: 'must be an object' }] })
})

test('of a union the branch that came furthest speaks, in the words of the contract', () => {
  const code = z.string().regex(/^[A-Z]{2,8}$/u, 'is an agency code such as LEICS')
  const schema = z.strictObject({ agency: z.union([code, z.array(code)]) })
  expect(parse(schema, { agency: ['LEICS', 'x'] })).toEqual({ ok: false, errors: [{ pointer: '/agency/1', detail: 'is an agency code such as LEICS' }] })
  expect(parse(schema, { agency: 'x' })).toEqual({ ok: false, errors: [{ pointer: '/agency', detail: 'is an agency code such as LEICS' }] })
})
