import fc from 'fast-check'
import { checkAnonymity } from '../../../src/safeguards/anonymity/checker/check-anonymity.ts'
import type { KnownWords } from '../../../src/safeguards/anonymity/checker/known-words.ts'

const kinds = (text: string, known?: KnownWords): readonly string[] => checkAnonymity(text, known).map(({ kind, mark }) => `${mark} ${kind}`)
const said = (text: string): readonly string[] => checkAnonymity(text).map(({ start, end }) => text.slice(start, end))

describe('what is stopped', () => {
  test.each([
    ['The plan is that Nan Jean comes along.', 'person-name'],
    ['Katarzyna rang to say she is late.', 'person-name'],
    ['we saw wiktoria and she is well', 'person-name'],
    ['Hope wants to know who will be there.', 'person-name'],
    ['Is TQM coming along?', 'person-name'],
    ['They moved out of Corby in the end.', 'place'],
    ['A flat on Larkspur Crescent came up.', 'place'],
    ['He settled at Millbrook Primary.', 'school-or-nursery'],
    ['Post it to LE3 9QP.', 'postcode'],
    ['Nobody who lives in NN16 should be asked.', 'postcode'],
    ['He will be three on the fourth of July.', 'date'],
    ['born 04/07/2022', 'date'],
    ['Ring 07700 900123 after six.', 'phone'],
    ['Write to duty (at) council (dot) example.', 'email'],
    ['Her NHS number is 999 000 0018.', 'nhs-number'],
    ['The court number is LE22C00451.', 'case-number'],
    ['His uncle posts on tiktok.com/@whoever.', 'social-media'],
    ['See www.example.org/film/17.', 'media-link'],
    ['Holiday snaps are in IMG_20230501.jpg', 'media-link'],
    ['A diagnosis of Noonan syndrome was made.', 'diagnosis'],
    ['Her mother was sentenced to two years.', 'birth-family-fact'],
    ['The adopters live in Uppingham.', 'adopter-locality'],
    ['Triplets of 3, one of them deaf, whose father is a jockey.', 'combination'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(`stop ${kind}`)
  })
})

describe('what passes', () => {
  test.each([
    'FF-7K3Q2 and AH-R70FJ may be a match; LK-N5S8C, EV-3M8TQ and MT-00000 are on the list.',
    'Placing agency: Leicestershire. Age band: 2 to 3.',
    'Colleagues in the East Midlands and in Wales were asked.',
    'He speaks Polish and a little Urdu, and loves Paw Patrol, Duplo and a Yorkshire pudding.',
    'At Diwali and at Christmas there were lights.',
    'She may need help at school, and will ask for it.',
    'Two of 12 households said yes, 9/10 liked the film.',
    'Panel is at 10.30am on Wednesday.',
    'Section S20 was replaced; vitamin B12 was given.',
  ])('%s', (text) => {
    expect(checkAnonymity(text)).toEqual([])
  })
})

describe('disguises', () => {
  test.each([
    ['zero-width characters', 'They live in Co\u200brb\u2060y.'],
    ['soft hyphens', 'They live in Cor\u00adby.'],
    ['look-alikes', 'They live in С\u043erby.'],
    ['full width', 'They live in Ｃｏｒｂｙ.'],
    ['combining marks', 'They live in Co\u0301rby\u0308.'],
    ['mathematical letters', 'They live in 𝐂𝐨𝐫𝐛𝐲.'],
    ['gaps', 'They live in C o r b y.'],
    ['digits', 'They live in C0rby.'],
    ['HTML', 'They live in C<b>or</b>by.'],
    ['entities', 'They live in &#67;orby.'],
    ['Markdown', 'They live in **Cor**by.'],
    ['capitals', 'THEY LIVE IN CORBY.'],
    ['small letters', 'they live in corby'],
    ['another alphabet', 'Мама'],
  ])('%s do not hide a place', (_, text) => {
    expect(checkAnonymity(text).map(({ mark }) => mark)).toContain('stop')
  })

  test('a span leads back to the original, whatever stands in it', () => {
    expect(said('🎂🎈 They live in Co\u200brb\u2060y now.')).toEqual(['Co\u200brb\u2060y'])
    expect(said('A flat in C<b>or</b>by.')).toEqual(['C<b>or</b>by'])
  })
})

describe('what the register knows of the child', () => {
  const known: KnownWords = (phrase) => (({ will: 'name', 'acorn house': 'school', zelbury: 'place' }) as const)[phrase]

  test('a name that is a word passes as a word and not as a name', () => {
    expect(kinds('She will try, and has a will of iron.', known)).toEqual([])
    expect(kinds('I hope that Will can come.', known)).toEqual(['stop person-name'])
    expect(kinds('Will laughs at himself.', known)).toEqual(['stop person-name'])
  })

  test('a phrase is known by all its words, in any case', () => {
    expect(kinds('she only does mornings at acorn house', known)).toEqual(['stop school-or-nursery'])
    expect(kinds('he found an acorn near the house', known)).toEqual([])
  })
})

describe('properties', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('Corby', 'Mr', 'J.', '07700', '900123', '<b>', '&#67;', '\u200b', '🎂', 'a', '1/2', 'the', '.', '\n', ' ', 'а'))
      .map((parts) => parts.join(' ')),
  )

  test('every span lies within the text and every finding says why', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, says } of checkAnonymity(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(says).toMatch(/\.$/u)
        }
      }),
    )
  })

  test('the same text gets the same answer', () => {
    fc.assert(fc.property(anyText, (text) => expect(checkAnonymity(text)).toEqual(checkAnonymity(text))))
  })

  test('references pass, whatever their last character', () => {
    const reference = fc
      .tuple(
        fc.constantFrom('FF', 'AH', 'LK', 'EV', 'MT'),
        fc.array(fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')), { minLength: 5, maxLength: 5 }),
      )
      .map(([prefix, body]) => `${prefix}-${body.join('')}`)
    fc.assert(
      fc.property(fc.array(reference, { minLength: 1, maxLength: 8 }), (references) =>
        expect(checkAnonymity(`Look at ${references.join(', ')} please.`)).toEqual([]),
      ),
    )
  })

  test('what cannot be seen, and look-alikes, let no name through', () => {
    const names = fc.constantFrom('Wiktoria', 'Babatunde', 'Aoife', 'Corby', 'Nottinghamshire', 'Gurpreet', 'Kettering')
    const alike: Readonly<Record<string, string>> = { a: 'а', o: 'ο', e: 'е', i: 'і', p: 'р', c: 'с', r: 'r', t: 't' }
    const trick = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060', '\u0301', 'look-alike')), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(names, trick, (name, tricks) => {
        const letters = Array.from(name)
        for (const [at, what] of tricks) {
          const place = at % letters.length
          const letter = letters[place] ?? ''
          letters[place] = what === 'look-alike' ? (alike[letter] ?? letter) : letter + what
        }
        expect(checkAnonymity(`We talked of ${letters.join('')} for an hour.`).map(({ mark }) => mark)).toContain('stop')
      }),
    )
  })
})

describe('size', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length))
  test.each([
    'a',
    'a ',
    'A.',
    'Qxz ',
    '0 ',
    'a@',
    '<a',
    '&#x',
    'a_',
    'aа',
    "a'",
    'a\n\n',
    'Ab ',
    '12 Ab Close ',
    '1 may ',
    'x\u0301',
    'one two ',
    'born on ',
    'st A',
    'twins ',
  ])('100 kB of %j is answered', (piece) => {
    const text = long(piece)
    expect(checkAnonymity(text).filter(({ end }) => end > text.length)).toEqual([])
  })
})
