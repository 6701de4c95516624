import type { Hit } from './findings.ts'
import { spansOf, type Rule } from './reading.ts'

const SOCIAL =
  /(?:facebook|fb|instagram|instagr|tiktok|twitter|snapchat|youtube|youtu|soundcloud|linkedin|whatsapp|wa|telegram|reddit|pinterest|twitch|onlyfans|gofundme|justgiving|threads|bsky|tumblr|mixcloud|bandcamp|spotify|discord|vinted|ancestry|linktr)\.(?:com|be|me|net|org|app|gg|co\.uk|social|am|ee|tv)|(?<![\w.])(?:x\.com|t\.me|t\.co)/u
const ADDRESS =
  /(?:h(?:tt|xx)ps?:\/\/|www\.|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|uk|example|test|invalid|io|me|tv|ly|be|gg|app|info|site|online|gl|link|page|cloud|social|ee|am|eu|ie)(?=[/:?#]|\b(?!\.\w)))[^\s<>"|]{0,500}/giu
const LAX_ADDRESS = /(?<![\w@.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){1,3}\/[^\s<>"|]{1,300}/giu
const FILE =
  /[\w()\-. ]{0,60}[\w)]\.(?:png|jpe?g|gif|heic|heif|webp|bmp|tiff?|mp4|m4v|mov|avi|wmv|mkv|webm|mp3|m4a|wav|ogg|docx?|dotx|odt|rtf|xlsx?|xlsm|csv|pptx?|pdf|zip|rar|7z|msg|eml|txt|one|pub)(?![\w.])/giu
const CAMERA = /(?<!\w)(?:img|dsc|dscf|dscn|vid|mov|pxl|dji|gopr|screenshot|whatsapp (?:image|video))[_ -]?\d{3,}[\w-]{0,40}/giu
const HANDLE = /(?<![\w@.])@[a-z0-9_][\w.-]{1,40}/giu
const LABELLED =
  /\b(?:snap|snapchat|insta|ig|instagram|tik ?tok|fb|facebook|twitter|discord|roblox|username|user name|handle|gamertag|gamer tag|psn|xbox|kik|telegram|youtube|channel|profile|page|account|threads|vinted)\b(?: (?:name|tag|id|handle|account|profile|page|user|is|as|under|called|at|on|by))*\s?[:=]?\s?["']?(?<handle>[a-z][\w.-]{0,40}[\d_.-][\w.-]{0,40})/giu
const UNDERSCORED = /(?<![\w@./-])(?=[a-z0-9.-]{0,40}_)[a-z][\w.]{4,40}(?![\w@/])/giu
const LETTERED = /(?<![\w@./-])[a-z]{4,30}(?:[-.][a-z]{2,20})?\d{2,6}(?![\w@/-])/giu

export const findLinks: Rule = ({ text }) => {
  const links = [...spansOf(text, ADDRESS), ...spansOf(text, LAX_ADDRESS)].map(({ start, end, match }): Hit => ({
    start,
    end,
    kind: SOCIAL.test(match[0].toLowerCase()) ? 'social-media' : 'media-link',
    mark: 'stop',
  }))
  const files = [...spansOf(text, FILE), ...spansOf(text, CAMERA)].map(({ start, end, match }): Hit => {
    const blank = match[0].length - match[0].trimStart().length
    return { start: start + blank, end, kind: 'media-link', mark: 'stop' }
  })
  return [...links, ...files]
}

export const findHandles: Rule = ({ text }) => [
  ...spansOf(text, HANDLE).map(({ start, end }): Hit => ({ start, end, kind: 'social-media', mark: 'stop' })),
  ...spansOf(text, LABELLED).map(({ end, match }): Hit => ({ start: end - (match.groups?.['handle'] ?? '').length, end, kind: 'social-media', mark: 'stop' })),
  ...[...spansOf(text, UNDERSCORED), ...spansOf(text, LETTERED)].map(({ start, end }): Hit => ({ start, end, kind: 'social-media', mark: 'confirm' })),
]
