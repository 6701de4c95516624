import { fieldEncryption } from '../../src/safeguards/field-encryption.ts'

const KEY = Buffer.alloc(32, 7)
const CHILD = '0193e7a0-0000-7000-8000-000000000001'
const OTHER = '0193e7a0-0000-7000-8000-000000000002'
const encryption = fieldEncryption(KEY, 'child')

test('what was sealed opens again, in any letters, and two seals of one text differ', () => {
  const secrets = encryption.withKey(CHILD, encryption.newKey(CHILD))
  for (const text of ['Evie Marsh', '', 'Siân Ó Súilleabháin 李', 'x'.repeat(10_000)]) {
    const sealed = secrets.seal('name', text)
    expect(secrets.open('name', sealed)).toBe(text)
    expect(sealed.length).toBe(Buffer.byteLength(text) + 29)
    expect(Buffer.from(secrets.seal('name', text)).equals(Buffer.from(sealed))).toBe(false)
  }
})

test('bytes moved to another child or column, changed, cut or empty do not open', () => {
  const wrapped = encryption.newKey(CHILD)
  const secrets = encryption.withKey(CHILD, wrapped)
  const sealed = secrets.seal('name', 'Evie Marsh')
  expect(() => secrets.open('local_ref', sealed)).toThrow('child:' + CHILD + ':local_ref do not open')
  expect(() => encryption.withKey(OTHER, wrapped)).toThrow('do not open')
  expect(() => encryption.withKey(OTHER, encryption.newKey(OTHER)).open('name', sealed)).toThrow('do not open')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => secrets.open('name', changed)).toThrow(/do not open|unknown form/u)
  }
  expect(() => secrets.open('name', sealed.subarray(0, 20))).toThrow('unknown form')
  expect(() => secrets.open('name', new Uint8Array())).toThrow('unknown form')
})

test('another FIELD_KEY or another table opens nothing', () => {
  const wrapped = encryption.newKey(CHILD)
  expect(() => fieldEncryption(Buffer.alloc(32, 8), 'child').withKey(CHILD, wrapped)).toThrow('do not open')
  expect(() => fieldEncryption(KEY, 'household').withKey(CHILD, wrapped)).toThrow('do not open')
  expect(() => fieldEncryption(Buffer.alloc(16), 'child')).toThrow('FIELD_KEY must be 32 bytes')
})

test('the blind index finds a local reference again, in its own agency only', () => {
  const hash = (agencyId: number, value: string, key = KEY): string => Buffer.from(fieldEncryption(key, 'child').blindIndex(agencyId, value)).toString('hex')
  expect(hash(1, 'LAC-0042')).toBe(hash(1, 'LAC-0042'))
  expect(new Set([hash(1, 'LAC-0042'), hash(2, 'LAC-0042'), hash(1, 'LAC-0043'), hash(1, 'LAC-0042', Buffer.alloc(32, 8))]).size).toBe(4)
})
