import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards'
import { hostConfig } from './host-config.ts'
import { plainMarkdown } from './plain-markdown.ts'

/** What somebody pressed on a card, with the inputs they filled in. */
export type Pressed =
  | { readonly kind: 'execute'; readonly verb: string; readonly data: unknown; readonly id: string | undefined }
  | { readonly kind: 'submit'; readonly data: unknown }
  | { readonly kind: 'open'; readonly url: string }

const pressedOf = (action: Action): Pressed | undefined => {
  if (action instanceof ExecuteAction) return { kind: 'execute', verb: action.verb, data: action.data ?? {}, id: action.id }
  if (action instanceof SubmitAction) return { kind: 'submit', data: action.data ?? {} }
  if (action instanceof OpenUrlAction && action.url !== undefined) return { kind: 'open', url: action.url }
  return undefined
}

/** The words of a row one after the other: a name that holds only the button's title would hide them from screen readers. */
const textOf = (element: HTMLElement): string => {
  const words: string[] = []
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) words.push(texts.currentNode.textContent ?? '')
  return words.join(' ')
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
  for (const row of drawn?.querySelectorAll<HTMLElement>('.ac-selectable[aria-label]') ?? [])
    row.setAttribute('aria-label', `${row.ariaLabel ?? ''}: ${textOf(row)}`)
  return drawn
}
