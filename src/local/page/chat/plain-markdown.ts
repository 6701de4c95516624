const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const entity = (character: string): string => ENTITIES[character] ?? character

/** A backslash before a mark means the mark itself: it is put out of the way as a character reference before any mark is read. */
const literal = (_match: string, mark: string): string => `&#${mark.charCodeAt(0)};`
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, entity).replaceAll(/\\([!#()*+.[\\\]_`{|}~-])/gu, literal)

const BULLET = /^[-*] +/u
const inline = (line: string): string =>
  line.replaceAll(/\*\*([^*]+)\*\*/gu, '<strong>$1</strong>').replaceAll(/(?<![\w*])[*_]([^*_]+)[*_](?![\w*])/gu, '<em>$1</em>')

/** Bold, italic and bullet lists, as far as our cards use Markdown. Everything else stays text: what came in is escaped before any mark is read. */
export const plainMarkdown = (text: string): string => {
  const lines = escaped(text).split(/\r?\n/u)
  if (lines.length > 1 && lines.every((line) => BULLET.test(line)))
    return `<ul>${lines.map((line) => `<li>${inline(line.replace(BULLET, ''))}</li>`).join('')}</ul>`
  return lines.map(inline).join('<br>')
}
