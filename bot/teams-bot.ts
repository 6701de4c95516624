import { TeamsActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder'
import { changesReaders, hostTenantOf, incomingActivity, isTheEnd } from './activity.ts'
import type { BotAdapter } from './adapter.ts'
import { answerDialogTurn, answerTurn, welcome } from './answer-turn.ts'
import { dialogBody, invokeBody, sentenceBody } from './invoke-answer.ts'
import { dialogStepOf, pressedInDialog, pressedInInvoke, pressedInMessage, typedText } from './pressed.ts'
import { rememberOnce } from './remember-once.ts'
import { TEXTS } from './texts/bot-texts.ts'
import type { Answer } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

const messageOf = (answer: Answer) =>
  answer.kind === 'text'
    ? { type: 'message', text: answer.text, textFormat: 'markdown', summary: answer.text }
    : {
        type: 'message',
        ...(answer.said === undefined ? {} : { text: answer.said, textFormat: 'markdown' }),
        summary: answer.summary,
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card }],
      }

/** Turns activities into questions and answers into activities; who asks and what is decided in answer-turn.ts. */
class TeamsBot extends TeamsActivityHandler {
  readonly #deps: BotDeps
  readonly #adapter: BotAdapter
  readonly #remember: ReturnType<typeof rememberOnce>

  constructor(adapter: BotAdapter, deps: BotDeps) {
    super()
    this.#deps = deps
    this.#adapter = adapter
    this.#remember = rememberOnce(deps.useCases, adapter.log)
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    const activity = incomingActivity.parse(context.activity)
    const input = pressedInMessage(activity.value) ?? { kind: 'typed', text: typedText(activity.text) }
    const { answer, actor } = await answerTurn(this.#deps, this.#adapter.connector, activity, input, false)
    await context.sendActivity(messageOf(answer))
    await this.#remember(activity, actor)
  }

  protected override async onInstallationUpdateActivity(context: TurnContext): Promise<void> {
    const { action } = context.activity
    const activity = incomingActivity.parse(context.activity)
    if (isTheEnd(activity)) await this.#remember(activity)
    if (action !== 'add' && action !== 'add-upgrade') return
    const { answer, actor } = await welcome(this.#deps, this.#adapter.connector, activity)
    // 'add-upgrade' is a new version of the app in a chat that has had its welcome
    if (answer && action === 'add') await context.sendActivity(messageOf(answer))
    await this.#remember(activity, actor)
  }

  /** The SDK would ask the roster about every member that is added; here only the conversation matters. */
  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    const activity = incomingActivity.parse(context.activity)
    await this.#remember(activity)
    const tenantId = hostTenantOf(activity)
    if (tenantId !== undefined && changesReaders(activity)) await this.#deps.useCases.readersChanged({ tenantId })
  }

  /** Every invoke gets a valid answer, also one that the app does not know. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const activity = incomingActivity.parse(context.activity)
    const { name } = context.activity
    const step = dialogStepOf(name)
    if (step !== undefined) {
      const pressed = pressedInDialog(step, activity.value)
      if (pressed === undefined) return { status: 200, body: sentenceBody(name, TEXTS.forgedCard) }
      return { status: 200, body: dialogBody(await answerDialogTurn(this.#deps, this.#adapter.connector, activity, pressed)) }
    }
    if (name !== 'adaptiveCard/action') return { status: 200, body: sentenceBody(name, TEXTS.unsupportedInvoke) }
    const input = pressedInInvoke(activity.value)
    if (input === undefined) return { status: 200, body: sentenceBody(name, TEXTS.forgedCard) }
    const { answer } = await answerTurn(this.#deps, this.#adapter.connector, activity, input, true)
    if (!input.automatic && activity.replyToId) await this.#replaceStored(context, activity.replyToId, answer)
    return { status: 200, body: invokeBody(answer) }
  }

  /** After a command the stored card takes the new state, card by card. What was done is done: a failure here is only less tidy. */
  async #replaceStored(context: TurnContext, activityId: string, answer: Answer): Promise<void> {
    if (answer.kind !== 'card' || !answer.replacesStored) return
    try {
      await context.updateActivity({ ...messageOf(answer), id: activityId })
    } catch (error) {
      this.#adapter.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'A stored card could not be replaced')
    }
  }
}

/** The conversation, ready for messagesHandler: the service's use cases behind it, the adapter for rosters in front. */
export const buildBot = (adapter: BotAdapter, deps: BotDeps): TeamsBot => new TeamsBot(adapter, deps)
