// npm run package: fills appPackage/manifest.json, checks it and zips it with its icons for upload to Teams and Outlook.
// Values come from NAME=value arguments, else from the environment. The same values make the same file, byte for byte.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ZipFile } from 'yazl'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu
const PLACEHOLDER = /\$\{\{(\w+)\}\}/gu

const isHttps = (text) => URL.canParse(text) && new URL(text).protocol === 'https:'
const isOrigin = (text) => isHttps(text) && new URL(text).origin === text && new URL(text).port === ''

const guid = { rule: 'a GUID such as 1fec8e78-bce4-4aaf-ab1b-5451cc387264', fits: (text) => GUID.test(text) }
const address = { rule: 'an https address', fits: isHttps }
const SETTINGS = {
  TEAMS_APP_ID: guid,
  MICROSOFT_APP_ID: guid,
  ENTRA_APP_ID: guid,
  PUBLIC_URL: { rule: 'the https origin of the service, without port or path, such as https://family-finding.example.org', fits: isOrigin },
  DEVELOPER_NAME: { rule: 'who runs the service, at most 32 characters', fits: (text) => text.length <= 32 },
  WEBSITE_URL: address,
  PRIVACY_URL: address,
  TERMS_URL: address,
}
/** Real pixel sizes that Teams refuses to differ from. */
const ICON_SIZES = { color: 192, outline: 32 }

const stop = (sentences) => {
  console.error(['No app package was made:', ...sentences.map((sentence) => `  ${sentence}`)].join('\n'))
  process.exit(1)
}

const given = new Map(process.argv.slice(2).map((argument) => [argument.split('=', 1)[0], argument.slice(argument.indexOf('=') + 1)]))
const valueOf = (name) => given.get(name) ?? process.env[name] ?? ''

const unknown = [...given.keys()].filter((name) => !(name in SETTINGS) && name !== 'OUT')
const wrong = Object.entries(SETTINGS).filter(([name, { fits }]) => valueOf(name) === '' || !fits(valueOf(name)))
if (unknown.length + wrong.length > 0)
  stop([...unknown.map((name) => `${name}: is not a setting of the package`), ...wrong.map(([name, { rule }]) => `${name}: ${rule}`)])

const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const values = {
  ...Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, valueOf(name)])),
  PUBLIC_HOST: new URL(valueOf('PUBLIC_URL')).hostname,
  APP_VERSION: version,
}

/** Filled in after parsing, so that no value can change the shape of the file. */
const fill = (node) => {
  if (typeof node === 'string') return node.replaceAll(PLACEHOLDER, (placeholder, name) => values[name] ?? placeholder)
  if (Array.isArray(node)) return node.map(fill)
  if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]))
  return node
}

const folder = path.join(root, 'appPackage')
const manifest = fill(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))
const text = `${JSON.stringify(manifest, null, 2)}\n`

const readIcon = async (file) => {
  try {
    return await readFile(path.join(folder, 'icons', file))
  } catch {
    return undefined
  }
}
/** Width and height stand in the first chunk of a PNG. */
const sizeOf = (png) => (png.length > 24 && png.toString('latin1', 1, 4) === 'PNG' ? [png.readUInt32BE(16), png.readUInt32BE(20)] : [])

const problems = [...text.matchAll(PLACEHOLDER)].map(([placeholder]) => `${placeholder} is in the manifest, and no setting fills it`)
const icons = []
for (const [kind, size] of Object.entries(ICON_SIZES)) {
  const file = manifest.icons[kind]
  const png = await readIcon(file)
  if (png === undefined) problems.push(`appPackage/icons/${file} does not exist`)
  else if (sizeOf(png).some((side) => side !== size) || sizeOf(png).length === 0)
    problems.push(`appPackage/icons/${file} is no PNG of ${size} by ${size} pixels`)
  else icons.push([file, png])
}
for (const { contentUrl } of manifest.staticTabs)
  if (contentUrl !== undefined && !manifest.validDomains.includes(new URL(contentUrl).hostname)) problems.push(`${contentUrl} is not in validDomains`)
if (problems.length > 0) stop(problems)

const zip = new ZipFile()
/** Without zone and clock: local time of 1980, the first that a zip knows. */
const plain = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }
for (const [file, content] of [['manifest.json', Buffer.from(text)], ...icons]) zip.addBuffer(content, file, plain)
zip.end()
const chunks = []
for await (const chunk of zip.outputStream) chunks.push(chunk)

const out = path.resolve(root, given.get('OUT') ?? path.join('dist', 'family-finding.zip'))
await mkdir(path.dirname(out), { recursive: true })
await writeFile(out, Buffer.concat(chunks))
console.log(`${path.relative(process.cwd(), out)}: Family Finding ${version} for ${values.PUBLIC_HOST}`)
