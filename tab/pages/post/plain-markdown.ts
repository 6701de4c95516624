const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The part of Markdown that our cards use: bold and italic. Everything is escaped first, so that no text can become markup. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character)
    .replaceAll(/\*\*([^*\n]+)\*\*/gu, '<strong>$1</strong>')
    .replaceAll(/(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])/gu, '<em>$1</em>')
