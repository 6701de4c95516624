import type {
  Action,
  CardElement,
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  IRefreshDefinition,
  ITextBlock,
} from '@microsoft/teams.cards'

/** The title of a card: one per card, read as a heading. */
export const heading = (text: string): ITextBlock => ({ type: 'TextBlock', text, wrap: true, style: 'heading', size: 'Large', weight: 'Bolder' })

export const words = (text: string): ITextBlock => ({ type: 'TextBlock', text, wrap: true })

export const strong = (text: string): ITextBlock => ({ type: 'TextBlock', text, wrap: true, weight: 'Bolder' })

/** A line that explains; not needed to act. Never grey on grey: the words carry it. */
export const smallPrint = (text: string): ITextBlock => ({ type: 'TextBlock', text, wrap: true, size: 'Small', spacing: 'Small' })

/** A column for the figure, a column for the words. */
export const figureRow = (figure: string, lines: readonly string[], open?: IExecuteAction): IContainer => {
  const columns: IColumnSet = {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: '88px', items: [{ type: 'TextBlock', text: figure, wrap: true, weight: 'Bolder' }] },
      {
        type: 'Column',
        width: 'stretch',
        items: lines.map((text, index) => (index === 0 ? words(text) : { ...words(text), spacing: 'None' as const, size: 'Small' as const })),
      },
    ],
  }
  return { type: 'Container', separator: true, spacing: 'Small', items: [columns], ...(open ? { selectAction: open } : {}) }
}

export const openUrl = (title: string, url: string): IOpenUrlAction => ({ type: 'Action.OpenUrl', title, url })

/**
 * A card with its plain text for clients that cannot draw it. Version 1.5 is what Teams takes from a bot.
 * At most six actions: three are seen at once, so the main one comes first.
 */
export const card = (body: readonly CardElement[], actions: readonly Action[], fallbackText: string, refresh?: IRefreshDefinition): IAdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText,
  body: [...body],
  ...(actions.length > 0 ? { actions: [...actions] } : {}),
  ...(refresh ? { refresh } : {}),
})

/** Lets the asker's own client replace the stored card by their own view; convenience, never protection. */
export const refreshFor = (asker: string, action: IExecuteAction): IRefreshDefinition => ({ action, userIds: [asker] })

/** Text from the register as text: marks that a card's Markdown would read are made harmless. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<]/gu, String.raw`\$&`)
