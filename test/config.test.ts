import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fieldKeyOf, readConfig, SettingsError, type Environment } from '../src/config.ts'

const FIELD_KEY = Buffer.alloc(32, 7).toString('base64')
const LIVE = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://family-finding.example.org',
  DATABASE_URL: 'postgresql://app:secret@db.example.org:5432/family_finding',
  FIELD_KEY,
  MICROSOFT_APP_ID: '7d4f1c52-6a0b-4c1e-9b8e-0d3a5c2b1f00',
  MICROSOFT_APP_PASSWORD: 'bot-secret',
  MICROSOFT_APP_TENANT_ID: '0b7cf5a5-9c5f-4d39-8f52-4a37d2f1a111',
  MICROSOFT_APP_TYPE: 'SingleTenant',
}

const refusedNames = (env: Environment): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.settings.map((setting) => setting.name)
    throw error
  }
}
const without = (...names: readonly string[]): Environment => Object.fromEntries(Object.entries(LIVE).filter(([name]) => !names.includes(name)))

test('no setting at all is local mode on loopback', () => {
  const config = readConfig({ PATH: '/usr/bin' })
  expect(config).toMatchObject({ mode: 'local', host: '127.0.0.1', port: 3978, databaseUrl: undefined, publicUrl: undefined })
})

test('a whole set of production settings is a live service', () => {
  const config = readConfig(LIVE)
  expect(config).toMatchObject({ mode: 'production', publicUrl: 'https://family-finding.example.org', bot: { type: 'SingleTenant', password: 'bot-secret' } })
  expect(config.mode === 'production' && config.entraApp).toEqual({ id: LIVE.MICROSOFT_APP_ID, password: 'bot-secret' })
})

test('a managed identity needs the Entra app beside it', () => {
  const managed = { ...without('MICROSOFT_APP_PASSWORD'), MICROSOFT_APP_TYPE: 'UserAssignedMSI' }
  expect(refusedNames(managed)).toEqual(['ENTRA_APP_ID', 'ENTRA_APP_PASSWORD'])
  const config = readConfig({ ...managed, ENTRA_APP_ID: '9d4f1c52-6a0b-4c1e-9b8e-0d3a5c2b1f00', ENTRA_APP_PASSWORD: 'x' })
  expect(config).toMatchObject({ mode: 'production', bot: { type: 'UserAssignedMSI' }, entraApp: { id: '9d4f1c52-6a0b-4c1e-9b8e-0d3a5c2b1f00' } })
})

test('one Microsoft setting alone refuses with the names of all that are missing, never silently local', () => {
  for (const name of ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TYPE'] as const) {
    const expected = ['PUBLIC_URL', 'FIELD_KEY', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TYPE'].filter((needed) => needed !== name)
    expect(refusedNames({ [name]: LIVE[name] })).toEqual(expect.arrayContaining(expected))
  }
})

test('each needed production setting is missed by name', () => {
  for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'FIELD_KEY', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TYPE'])
    expect(refusedNames(without(name))).toEqual([name])
})

test('a Microsoft setting that is present but empty does not open local mode', () => {
  expect(refusedNames({ MICROSOFT_APP_ID: '' })).toContain('MICROSOFT_APP_ID')
})

test('the spelling of the Bot Framework samples is named and refused', () => {
  expect(refusedNames({ MicrosoftAppId: LIVE.MICROSOFT_APP_ID })).toEqual(['MicrosoftAppId'])
})

test('malformed settings are named with their rule and never with their value', () => {
  const bad = {
    ...LIVE,
    PORT: '99999x',
    PUBLIC_URL: 'http://SENSITIVE.example.org',
    DATABASE_URL: 'mysql://SENSITIVE',
    FIELD_KEY: 'SENSITIVE',
    MICROSOFT_APP_ID: 'SENSITIVE',
    MICROSOFT_APP_TYPE: 'MultiTenant',
    LOG_LEVEL: 'SENSITIVE',
  }
  expect(refusedNames(bad)).toEqual(
    expect.arrayContaining(['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'FIELD_KEY', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'LOG_LEVEL']),
  )
  expect(() => readConfig(bad)).toThrow(/PORT: a port from 0 to 65535/u)
  expect(() => readConfig(bad)).not.toThrow(/SENSITIVE|MultiTenant\b/u)
})

test('local mode refuses production, a database elsewhere and a public address', () => {
  expect(refusedNames({ NODE_ENV: 'production' })).toEqual(['NODE_ENV'])
  expect(refusedNames({ DATABASE_URL: LIVE.DATABASE_URL })).toEqual(['DATABASE_URL'])
  expect(refusedNames({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/x?host=db.example.org' })).toEqual(['DATABASE_URL'])
  expect(refusedNames({ DATABASE_OWNER_URL: LIVE.DATABASE_URL })).toEqual(['DATABASE_OWNER_URL'])
  expect(refusedNames({ PUBLIC_URL: LIVE.PUBLIC_URL })).toEqual(['PUBLIC_URL'])
  expect(refusedNames({ PUBLIC_URL: 'http://127.0.0.1.example.org' })).toEqual(['PUBLIC_URL'])
  expect(refusedNames({ PUBLIC_URL: 'http://127.0.0.1:3978', DATABASE_URL: 'postgresql://a:b@localhost:5432/x' })).toEqual([])
})

test('local mode makes its field key once, for this user only', () => {
  const directory = mkdtempSync(join(tmpdir(), 'field-key-'))
  try {
    const config = readConfig({ DATA_DIR: join(directory, 'data') })
    const key = fieldKeyOf(config)
    expect(key).toHaveLength(32)
    expect(fieldKeyOf(config)).toEqual(key)
    expect(statSync(join(directory, 'data', 'field.key')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(directory, { recursive: true })
  }
})
