import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards/dist/adaptivecards.js'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import { pressedInMessage } from '../../../bot/pressed.ts'
import * as childVerbs from '../../../bot/verbs/child-verbs.ts'
import * as meetingVerbs from '../../../bot/verbs/meeting-verbs.ts'
import * as postVerbs from '../../../bot/verbs/post-verbs.ts'
import * as waitingVerbs from '../../../bot/verbs/waiting-verbs.ts'

/** What Teams draws on every client from a bot: schema 1.5, without elements of Teams alone. */
const ALLOWED = new Set([
  'AdaptiveCard',
  'TextBlock',
  'Container',
  'ColumnSet',
  'Column',
  'Input.ChoiceSet',
  'Input.Date',
  'Action.Execute',
  'Action.Submit',
  'Action.ShowCard',
  'Action.OpenUrl',
])
const LARGEST = 25 * 1024

const VERBS = Object.values({ ...waitingVerbs, ...childVerbs, ...postVerbs, ...meetingVerbs })

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object of a card, with the keys that may hold others. */
const parts = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(parts)
  if (!isObject(value)) return []
  return [value, ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' ? [] : parts(inner)))]
}

const inputsOf = (value: unknown): Json =>
  Object.fromEntries(
    parts(value).flatMap((part) => (String(part.type).startsWith('Input.') ? [[String(part.id), typeof part.value === 'string' ? part.value : '']] : [])),
  )

/** A button's verb and its own data; `Action.Submit` has no verb of its own and carries it in the data. */
const pressOf = (part: Json): { readonly verb: string; readonly data: Json } | undefined => {
  const own = isObject(part.data) ? part.data : {}
  if (part.type === 'Action.Execute') return { verb: String(part.verb), data: own }
  if (part.type !== 'Action.Submit') return undefined
  // the fallback of an Execute is what the bot takes as a message
  const asMessage = 'data' in own ? pressedInMessage(own) : undefined
  if (asMessage !== undefined) return { verb: asMessage.verb, data: asMessage.data as Json }
  const { verb, msteams: _msteams, ...data } = own
  return { verb: String(verb), data }
}

/** Buttons send their own data with the values of the card's inputs. */
const pressesOf = (value: unknown): { verb: string; data: Json }[] => {
  const inputs = inputsOf(value)
  return parts(value).flatMap((part) => {
    const press = pressOf(part)
    if (press === undefined) return []
    const verb = VERBS.find(({ name }) => name === press.verb)
    const wanted = verb ? Object.keys(verb.payload.shape) : []
    const given = Object.fromEntries(Object.entries(inputs).filter(([id]) => wanted.includes(id) && !(id in press.data)))
    return [{ verb: press.verb, data: { ...given, ...press.data } }]
  })
}

const schemaFile = process.env.SCHEMAS_DIR === undefined ? undefined : join(process.env.SCHEMAS_DIR, 'adaptive-card-1.6.0.ajv8.json')
const compiled = () => {
  if (schemaFile === undefined || !existsSync(schemaFile)) return undefined
  const ajv = new Ajv({ strict: false, allErrors: true }).addMetaSchema(draft6)
  formats.default(ajv)
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
}
const validate = compiled()

/** True where SCHEMAS_DIR names a folder with Microsoft's schema; everything else is checked in any case. */
export const hasSchema = validate !== undefined

const parserProblems = (card: object): string[] => {
  const context = new SerializationContext(Versions.v1_5)
  const drawn = new AdaptiveCard()
  drawn.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
  const properties = drawn.validateProperties().validationEvents.map(({ message }) => message)
  return [...events, ...properties]
}

/** Everything that holds for every card of the bot. */
export const expectGoodCard = (drawn: { readonly card: object; readonly summary: string }): void => {
  const card = JSON.parse(JSON.stringify(drawn.card)) as Json
  const all = parts(card)
  expect(parserProblems(card)).toEqual([])
  if (validate) expect(validate(card) ? [] : validate.errors).toEqual([])
  expect(card.version).toBe('1.5')
  expect(drawn.summary.length).toBeGreaterThan(5)
  expect(String(card.fallbackText).length).toBeGreaterThan(5)
  expect(all.map(({ type }) => type).filter((type) => typeof type === 'string' && !ALLOWED.has(type))).toEqual([])
  expect(all.filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true)).toEqual([])
  expect(all.filter(({ type, label }) => String(type).startsWith('Input.') && !label)).toEqual([])
  expect(all.filter(({ type, style }) => type === 'TextBlock' && style === 'heading').length).toBeGreaterThan(0)
  expect(Array.isArray(card.actions) ? card.actions.length : 0).toBeLessThanOrEqual(6)
  expect(JSON.stringify(card).length * 2).toBeLessThan(LARGEST * 2)
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(LARGEST)
  for (const { verb, data } of pressesOf(card)) {
    const known = VERBS.find(({ name }) => name === verb)
    expect(known?.payload.safeParse(data)).toMatchObject({ success: true })
  }
}

/** All words of a card, for what it must and must not say. */
export const wordsOf = (drawn: { readonly card: object; readonly summary: string }): string =>
  [
    drawn.summary,
    ...parts(JSON.parse(JSON.stringify(drawn.card))).flatMap((part) =>
      [part.text, part.title, part.fallbackText, part.tooltip].filter((text) => typeof text === 'string'),
    ),
  ].join('\n')

const withoutFallbacks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutFallbacks)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'fallback' ? [] : [[key, withoutFallbacks(inner)]])))
}

/** The buttons that are seen, without what older clients take in their place. */
export const buttonsOf = (card: object): { readonly title: string; readonly verb: string; readonly data: Json }[] =>
  parts(withoutFallbacks(JSON.parse(JSON.stringify(card)))).flatMap((part) =>
    ((press) => (press === undefined ? [] : [{ title: typeof part.title === 'string' ? part.title : '', ...press }]))(pressOf(part)),
  )
