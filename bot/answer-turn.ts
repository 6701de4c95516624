import type { Actor } from '../src/core/actor.ts'
import { signInSentence } from '../src/people/sign-in-texts.ts'
import { answerAction } from './actions/answer-action.ts'
import { placeOf, type IncomingActivity } from './activity.ts'
import { say, show } from './answers.ts'
import { welcomeCard } from './cards/welcome-card.ts'
import { answerCommand } from './commands/answer-command.ts'
import { parseCommand } from './commands/parse-command.ts'
import { answerDialog } from './dialogs/answer-dialog.ts'
import type { DialogAnswer } from './dialogs/dialog.ts'
import { meet, signInOf, type RosterClient } from './meet.ts'
import type { Input, PressedInDialog } from './pressed.ts'
import type { Answer } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

export interface Answered {
  readonly answer: Answer
  /** who asked, where that is somebody at work */
  readonly actor?: Actor
}

/** Reads who is asking and what, and hands it to its one handler. */
export const answerTurn = async (deps: BotDeps, client: RosterClient, activity: IncomingActivity, input: Input, isInvoke: boolean): Promise<Answered> => {
  const met = await meet(deps, client, activity, input, isInvoke)
  if (!('turn' in met)) return met
  const { turn } = met
  const { actor } = turn
  if (input.kind === 'pressed') return { answer: await answerAction(deps)(turn, input.verb, input.data), actor }
  const agencies = await deps.useCases.agencies(actor)
  return { answer: await answerCommand(deps)(turn, parseCommand(input.text, { agencies, today: deps.today(), ownAgency: actor.agencyCode })), actor }
}

/** The same for a dialog, which a card's button asks for and which comes back filled in. */
export const answerDialogTurn = async (deps: BotDeps, client: RosterClient, activity: IncomingActivity, pressed: PressedInDialog): Promise<DialogAnswer> => {
  const met = await meet(deps, client, activity, undefined, true)
  return 'turn' in met ? answerDialog(deps)(met.turn, pressed) : met.answer
}

/** What somebody reads when the app is installed for them; in a team or group nothing is said until somebody asks. */
export const welcome = async (deps: BotDeps, client: RosterClient, activity: IncomingActivity): Promise<Partial<Answered>> => {
  if (placeOf(activity) === 'channel') return {}
  const asked = await signInOf(deps, client, activity)
  if (asked === undefined) return {}
  if (asked.signIn.kind !== 'actor') return { answer: say(signInSentence(asked.signIn)) }
  const { actor } = asked.signIn
  return { answer: show(welcomeCard(actor.name, actor.agencyName, deps.links)), actor }
}
