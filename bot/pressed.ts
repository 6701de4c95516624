import * as z from 'zod'

/** What a button sent, or what a person typed. */
export type Input =
  | { readonly kind: 'typed'; readonly text: string }
  | {
      readonly kind: 'pressed'
      readonly verb: string
      readonly data: unknown
      /** by the client's own refresh rather than by a person */
      readonly automatic: boolean
    }
type Pressed = Extract<Input, { kind: 'pressed' }>

/** botbuilder drops `trigger` from the value it hands on, so the activity's own value is read. */
const invokeValue = z.looseObject({ action: z.looseObject({ verb: z.string().max(100), data: z.unknown().optional() }), trigger: z.string().optional() })

export const pressedInInvoke = (value: unknown): Pressed | undefined => {
  const parsed = invokeValue.safeParse(value)
  if (!parsed.success) return undefined
  const { action, trigger } = parsed.data
  return { kind: 'pressed', verb: action.verb, data: action.data, automatic: trigger === 'automatic' }
}

/** A dialog that a card's button asks for, or that was filled in and sent. */
export interface PressedInDialog {
  readonly step: 'open' | 'send'
  readonly verb: string
  readonly data: unknown
}
const DIALOG_INVOKES: Readonly<Record<string, PressedInDialog['step'] | undefined>> = { 'task/fetch': 'open', 'task/submit': 'send' }
export const dialogStepOf = (invokeName: string | undefined): PressedInDialog['step'] | undefined =>
  invokeName !== undefined && Object.hasOwn(DIALOG_INVOKES, invokeName) ? DIALOG_INVOKES[invokeName] : undefined

/** `msteams` (or, from older clients, `type`) only says that it is a dialog. */
const dialogValue = z.looseObject({ data: z.looseObject({ verb: z.string().max(100) }) })

export const pressedInDialog = (step: PressedInDialog['step'], value: unknown): PressedInDialog | undefined => {
  const parsed = dialogValue.safeParse(value)
  if (!parsed.success) return undefined
  const { verb, msteams: _msteams, type: _type, ...data } = parsed.data.data
  return { step, verb, data }
}

const messageValue = z.looseObject({ verb: z.string().max(100), data: z.record(z.string(), z.unknown()).default({}) })

/** A client that knows no Action.Execute sends a message instead: the verb and its data, with the inputs' values beside them. */
export const pressedInMessage = (value: unknown): Pressed | undefined => {
  const parsed = messageValue.safeParse(value)
  if (!parsed.success) return undefined
  const { verb, data, ...inputs } = parsed.data
  return { kind: 'pressed', verb, data: { ...inputs, ...data }, automatic: false }
}

/** Without the mention that a channel needs to reach the bot, and without the marks that Teams puts into plain text. */
export const typedText = (text: string | null | undefined): string =>
  (text ?? '')
    .slice(0, 5000)
    .replaceAll(/<at\b[^>]*>[^<]*<\/at>/giu, ' ')
    .replaceAll(/&nbsp;| /giu, ' ')
    .replaceAll(/<\/?[a-z][^>]*>/giu, ' ')
    .trim()
