import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

const ROOT = path.resolve(__dirname, '../..')
const SCHEMA = require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json')
const SETTINGS = {
  TEAMS_APP_ID: '6f0d3c52-51f1-4a3c-9a60-5d36ab1f7a01',
  MICROSOFT_APP_ID: '6f0d3c52-51f1-4a3c-9a60-5d36ab1f7a02',
  ENTRA_APP_ID: '6f0d3c52-51f1-4a3c-9a60-5d36ab1f7a03',
  PUBLIC_URL: 'https://family-finding.example.org',
  DEVELOPER_NAME: 'Family Adoption Links',
  WEBSITE_URL: 'https://example.org/adoption',
  PRIVACY_URL: 'https://example.org/privacy',
  TERMS_URL: 'https://example.org/terms',
}

const folder = mkdtempSync(path.join(tmpdir(), 'app-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

const make = (settings: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}, name = 'app.zip') => {
  const out = path.join(folder, name)
  const args = Object.entries(settings).map(([key, value]) => `${key}=${value}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/package.mjs', `OUT=${out}`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status, stdout, stderr, out }
}

/** The files of a zip, read from its central directory. */
const unzip = (file: string): Map<string, Buffer> => {
  const zip = readFileSync(file)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const body = zip.subarray(begin, begin + size)
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

interface Manifest {
  readonly id: string
  readonly developer: { readonly name: string }
  readonly bots: readonly { readonly botId: string }[]
  readonly validDomains: readonly string[]
  readonly webApplicationInfo: unknown
  readonly authorization: unknown
}
const manifestOf = (file: string): Manifest => JSON.parse(unzip(file).get('manifest.json')!.toString('utf8')) as Manifest

test('the filled manifest fits the schema that Microsoft publishes', () => {
  const { status, out } = make(SETTINGS)
  expect(status).toBe(0)
  const ajv = new Ajv.default({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const fits = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')))
  fits(manifestOf(out))
  expect(fits.errors).toBeNull()
  expect(fits({ ...manifestOf(out), bots: [{}] })).toBe(false)
})

test('the package holds the manifest and both icons at its root, and nothing else', () => {
  const files = unzip(make(SETTINGS).out)
  expect([...files.keys()].sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  expect(files.get('color.png')!.readUInt32BE(16)).toBe(192)
  expect(files.get('outline.png')!.readUInt32BE(16)).toBe(32)
})

test('every setting lands in its place', () => {
  const manifest = manifestOf(make(SETTINGS).out)
  expect(manifest.id).toBe(SETTINGS.TEAMS_APP_ID)
  expect(manifest.bots[0]?.botId).toBe(SETTINGS.MICROSOFT_APP_ID)
  expect(manifest.validDomains).toEqual(['family-finding.example.org'])
  expect(manifest.webApplicationInfo).toEqual({
    id: SETTINGS.ENTRA_APP_ID,
    resource: `api://family-finding.example.org/${SETTINGS.ENTRA_APP_ID}`,
    nestedAppAuthInfo: [
      { redirectUri: 'brk-multihub://family-finding.example.org', scopes: [`api://family-finding.example.org/${SETTINGS.ENTRA_APP_ID}/access_as_user`] },
    ],
  })
  // granted by a team's owner for that team, never for a tenant
  expect(manifest.authorization).toEqual({ permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] } })
  expect(JSON.stringify(manifest)).not.toContain('${{')
})

test('settings may come from the environment, and an argument wins over it', () => {
  const { DEVELOPER_NAME: _left, ...rest } = SETTINGS
  const { status, out } = make({ ...rest, PUBLIC_URL: 'https://other.example.org' }, { DEVELOPER_NAME: 'From outside', PUBLIC_URL: SETTINGS.PUBLIC_URL })
  expect(status).toBe(0)
  expect(manifestOf(out).developer.name).toBe('From outside')
  expect(manifestOf(out).validDomains).toEqual(['other.example.org'])
})

test('the same settings make the same file, in any time zone', () => {
  const one = readFileSync(make(SETTINGS, { TZ: 'Europe/London' }, 'one.zip').out)
  const other = readFileSync(make(SETTINGS, { TZ: 'Pacific/Auckland' }, 'other.zip').out)
  expect(one.equals(other)).toBe(true)
})

test('what is missing is named, all of it at once', () => {
  const { status, stderr } = make({})
  expect(status).toBe(1)
  for (const name of Object.keys(SETTINGS)) expect(stderr).toContain(`${name}: `)
})

test.each([
  ['PUBLIC_URL', 'http://family-finding.example.org'],
  ['PUBLIC_URL', 'https://family-finding.example.org/tab'],
  ['MICROSOFT_APP_ID', 'family-finding'],
  ['TEAMS_APP_ID', ''],
  ['PRIVACY_URL', 'example.org/privacy'],
  ['COLOUR', 'green'],
])('%s=%s is refused by name, and no file is made', (name, value) => {
  const { status, stderr, out } = make({ ...SETTINGS, [name]: value }, {}, `${name}-${value.length}.zip`)
  expect(status).toBe(1)
  expect(stderr).toContain(`${name}: `)
  expect(() => readFileSync(out)).toThrow()
})
