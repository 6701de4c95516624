import * as z from 'zod'
import { pressedInMessage } from '../../bot/pressed.ts'
import { button, buttonWithInputs, defineVerb } from '../../bot/verbs/define-verb.ts'
import { childOpenVerb } from '../../bot/verbs/child-verbs.ts'
import { postConfirmVerb, postPreviewVerb } from '../../bot/verbs/post-verbs.ts'

const endLink = defineVerb('link.end', z.strictObject({ linkId: z.uuid(), version: z.int() }))

test('a button carries its verb and data', () => {
  expect(button('End', endLink, { linkId: 'x', version: 1 })).toEqual({
    type: 'Action.Execute',
    title: 'End',
    verb: 'link.end',
    data: { linkId: 'x', version: 1 },
    fallback: { type: 'Action.Submit', title: 'End', data: { verb: 'link.end', data: { linkId: 'x', version: 1 } } },
  })
  expect(buttonWithInputs('See it first', postPreviewVerb, { reference: 'FF-7K3Q0' }).data).toEqual({ reference: 'FF-7K3Q0' })
})

test('what a client without Execute sends in place of a button is the same press', () => {
  const { fallback } = button('End', endLink, { linkId: 'x', version: 1 })
  const { data } = fallback as { data: object }
  expect(pressedInMessage({ ...data, chosen: 'an input' })).toEqual({
    kind: 'pressed',
    verb: 'link.end',
    data: { linkId: 'x', version: 1, chosen: 'an input' },
    automatic: false,
  })
})

test('a payload that does not fit its verb does not compile', () => {
  // @ts-expect-error a misspelt key
  button('Open', childOpenVerb, { referense: 'FF-7K3Q0' })
  // @ts-expect-error a missing key
  button('End', endLink, { linkId: 'x' })
  // @ts-expect-error a value of another type
  button('End', endLink, { linkId: 'x', version: '1' })
  // @ts-expect-error one key too many
  button('Open', childOpenVerb, { reference: 'FF-7K3Q0', name: 'somebody' })
  // @ts-expect-error the hashes of what was shown are not optional
  button('Post', postConfirmVerb, { reference: 'FF-7K3Q0', conversation: '#regional', key: 'x' })
  expect(childOpenVerb.payload.safeParse({ reference: 'FF-7K3Q0', name: 'somebody' }).success).toBe(false)
})
