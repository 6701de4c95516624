import fc from 'fast-check'
import { newReference, parseReference } from '../../src/core/reference.ts'

test('the published examples are valid, and read as people type them', () => {
  expect(parseReference('FF', 'FF-7K3Q0')).toBe('FF-7K3Q0')
  expect(parseReference('FF', ' ff 7k3qo ')).toBe('FF-7K3Q0')
  expect(parseReference('EV', 'ev3m8tq')).toBe('EV-3M8TQ')
})

test('another prefix, a wrong check character and other text are no references', () => {
  for (const typed of ['AH-7K3Q0', 'FF-7K3Q1', 'FF-7K3Q', 'FF-7K3Q00', 'FF-7U3Q0', '', 'FF-', "FF-7K3Q0'; drop table child"])
    expect(parseReference('FF', typed)).toBeUndefined()
})

test('every new reference is valid, and one mistyped character never is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(31), { minLength: 4, maxLength: 4 }), fc.nat(4), fc.nat(31), (digits, place, other) => {
      const next = digits.values()
      const reference = newReference('FF', () => next.next().value ?? 0)
      expect(parseReference('FF', reference)).toBe(reference)
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const body = reference.slice(3)
      const wrong = body.slice(0, place) + alphabet.charAt(other) + body.slice(place + 1)
      if (wrong !== body) expect(parseReference('FF', `FF-${wrong}`)).toBeUndefined()
    }),
  )
})
