import { v5 as uuidv5 } from 'uuid'
import type { Identity, SignIn } from '../src/people/identity.ts'
import { signInSentence } from '../src/people/sign-in-texts.ts'
import { placeOf, type IncomingActivity } from './activity.ts'
import { say } from './answers.ts'
import { chooseWork } from './commands/choose-work.ts'
import { parseCommand } from './commands/parse-command.ts'
import type { ConnectorClient } from './connector-client.ts'
import type { Input } from './pressed.ts'
import { TEXTS } from './texts/bot-texts.ts'
import type { SaidAnswer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'
import { isGuestInChat, whoAsks } from './who-asks.ts'

/** Namespace of the keys made from activities. */
const KEYS = '6d1f8a3e-5f0b-4f5e-9a51-6f3a6a1f2c77'

export type RosterClient = Pick<ConnectorClient, 'member'>
type Asked = { readonly identity: Identity; readonly signIn: SignIn } | undefined

const identify = async (client: RosterClient, activity: IncomingActivity): Promise<Identity | undefined> => {
  try {
    return await whoAsks(client, activity)
  } catch {
    return undefined // the roster could not be had: nobody is taken for anybody
  }
}

export const signInOf = async ({ useCases }: BotDeps, client: RosterClient, activity: IncomingActivity): Promise<Asked> => {
  const identity = await identify(client, activity)
  if (identity === undefined) return undefined
  const signIn = await useCases.signIn(identity)
  if (signIn.kind !== 'no-role' || placeOf(activity) === 'channel') return { identity, signIn }
  const isGuest = await isGuestInChat(client, activity)
  return { identity, signIn: isGuest ? await useCases.signIn({ ...identity, isGuest }) : signIn }
}

/** Everybody who is no actor gets their sentence and nothing else; only somebody who works for several agencies may say which. */
const answerNobody = async (
  { useCases, today }: BotDeps,
  identity: Identity,
  signIn: Exclude<SignIn, { kind: 'actor' }>,
  input: Input | undefined,
): Promise<SaidAnswer> => {
  if (signIn.kind !== 'choose') return say(signInSentence(signIn))
  const command = input?.kind === 'typed' ? parseCommand(input.text, { agencies: signIn.worksFor, today: today() }) : undefined
  if (command?.name === 'work-as') return chooseWork(useCases.chooseAgency)({ identity, worksFor: signIn.worksFor, typed: command.agency })
  return say(`${signInSentence(signIn)} Type for example *work as ${signIn.worksFor[0]?.name ?? ''}*.`)
}

/** Somebody at work, with their turn; or the sentence for anybody else. */
type Met = { readonly turn: Turn } | { readonly answer: SaidAnswer }

/**
 * Reads who is asking.
 * @param input what was typed or pressed on a card; undefined for a dialog
 */
export const meet = async (deps: BotDeps, client: RosterClient, activity: IncomingActivity, input: Input | undefined, isInvoke: boolean): Promise<Met> => {
  const asked = await signInOf(deps, client, activity)
  if (asked === undefined) return { answer: say(TEXTS.notIdentified) }
  const { identity, signIn } = asked
  if (signIn.kind !== 'actor') return { answer: await answerNobody(deps, identity, signIn, input) }
  const place = placeOf(activity)
  return {
    turn: {
      actor: signIn.actor,
      identity,
      worksFor: signIn.worksFor,
      place,
      answerIsPrivate: isInvoke && place === 'personal',
      automatic: input?.kind === 'pressed' && input.automatic,
      asker: activity.from.id,
      key: uuidv5(`${activity.conversation.id} ${activity.id ?? ''}`, KEYS),
    },
  }
}
