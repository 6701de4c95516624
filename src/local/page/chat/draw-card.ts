import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards'
import * as z from 'zod'
import { hostConfig } from './host-config.ts'
import { plainMarkdown } from './plain-markdown.ts'

/** What somebody pressed on a card, with the inputs they filled in. */
export type Pressed =
  | { readonly kind: 'execute'; readonly verb: string; readonly data: unknown; readonly id: string | undefined }
  | { readonly kind: 'submit'; readonly data: unknown }
  /** a button that opens a dialog */
  | { readonly kind: 'dialog'; readonly data: unknown }
  | { readonly kind: 'open'; readonly url: string }

const opensDialog = (data: unknown): boolean => dialogData.safeParse(data).success
const dialogData = z.object({ msteams: z.object({ type: z.literal('task/fetch') }) })

const pressedOf = (action: Action): Pressed | undefined => {
  if (action instanceof ExecuteAction) return { kind: 'execute', verb: action.verb, data: action.data ?? {}, id: action.id }
  if (action instanceof SubmitAction) return { kind: opensDialog(action.data) ? 'dialog' : 'submit', data: action.data ?? {} }
  if (action instanceof OpenUrlAction && action.url !== undefined) return { kind: 'open', url: action.url }
  return undefined
}

/** A row that is a button is named by its title and then its words: a name that held the title alone would hide the words from screen readers. */
const speakTitle = (row: HTMLElement): void => {
  const title = document.createElement('span')
  title.className = 'spoken'
  title.textContent = `${row.getAttribute('aria-label') ?? ''}: `
  row.prepend(title)
  row.removeAttribute('aria-label')
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = plainMarkdown(text)
  result.didProcess = true
}

/** Drawn by the parser that Microsoft publishes; undefined when it is no card. */
export const drawCard = (json: unknown, onPressed: (pressed: Pressed) => void): HTMLElement | undefined => {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfig)
  card.onExecuteAction = (action) => {
    const pressed = pressedOf(action)
    if (pressed) onPressed(pressed)
  }
  card.parse(json)
  const drawn = card.render()
  drawn?.querySelectorAll<HTMLElement>('div.ac-selectable[role=button][aria-label]').forEach(speakTitle)
  return drawn
}
