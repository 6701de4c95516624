import type { IExecuteAction, ISubmitAction } from '@microsoft/teams.cards'
import type * as z from 'zod'

/** A payload is a plain object of JSON values. */
type Payload = z.ZodType<Record<string, unknown>, Record<string, unknown>>

/**
 * A verb that a button carries and a handler answers. Cards live for years, so a verb is never used again with another payload:
 * a changed payload gets a new name, and the old card is told kindly that it is out of date.
 */
export interface CardVerb<S extends Payload> {
  readonly name: string
  readonly payload: S
}

/** A payload as cards build it: the contracts' arrays are mutable, the views' are not. */
type Given<T> = T extends readonly (infer Item)[] ? readonly Given<Item>[] : T extends object ? { readonly [Key in keyof T]: Given<T[Key]> } : T

export const defineVerb = <S extends Payload>(name: string, payload: S): CardVerb<S> => ({ name, payload })

/** What a client refreshes by itself; one without Execute refreshes nothing. */
export const refreshAction = <S extends Payload>(verb: CardVerb<S>, data: Given<z.input<S>>): IExecuteAction => ({
  type: 'Action.Execute',
  title: 'Refresh',
  verb: verb.name,
  data,
})

/** A client that knows no Execute sends the same as a message; the answer is then stored, and so anonymous. */
const execute = (title: string, verb: string, data: object): IExecuteAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ...data },
  fallback: { type: 'Action.Submit', title, data: { verb, data: { ...data } } },
})

/** A button whose hidden data must fit the verb's payload, checked by the compiler. */
export const button = <S extends Payload>(title: string, verb: CardVerb<S>, data: Given<z.input<S>>): IExecuteAction => execute(title, verb.name, data)

/**
 * A button that also takes inputs of the card: their values arrive beside its own data, so the rest of the payload is what the
 * inputs with those ids give.
 */
export const buttonWithInputs = <S extends Payload>(title: string, verb: CardVerb<S>, data: Partial<Given<z.input<S>>>): IExecuteAction =>
  execute(title, verb.name, data)

/** A button that opens a dialog: Teams asks for it with this data (`task/fetch`) and keeps nothing of it in the chat. */
export const dialogButton = <S extends Payload>(title: string, verb: CardVerb<S>, data: Given<z.input<S>>): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { ...data, verb: verb.name, msteams: { type: 'task/fetch' } },
})

/** The button of a dialog's own card: its data and the values of the inputs come back together (`task/submit`). */
export const submitButton = <S extends Payload>(title: string, verb: CardVerb<S>, data: Partial<Given<z.input<S>>>): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { ...data, verb: verb.name },
})
