const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '')

const BULLET = /^[-*] +/u
const inline = (line: string): string =>
  line.replaceAll(/\*\*(?<bold>[^*]+)\*\*/gu, '<strong>$<bold></strong>').replaceAll(/(?<![\w*])_(?<italic>[^_]+)_(?!\w)/gu, '<em>$<italic></em>')

/** Bold, italic and bullet lists, as far as our cards use Markdown. Everything else stays text: what came in is escaped before any mark is read. */
export const plainMarkdown = (text: string): string => {
  const lines = escaped(text).split(/\r?\n/u)
  if (lines.length > 1 && lines.every((line) => BULLET.test(line)))
    return `<ul>${lines.map((line) => `<li>${inline(line.replace(BULLET, ''))}</li>`).join('')}</ul>`
  return lines.map(inline).join('<br>')
}
