import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 1
const IV = 12
const TAG = 16

/** AES-256-GCM: version byte, initialisation vector, tag, ciphertext: 29 bytes more than the text. `place` is bound to it and not stored. */
export const sealBytes = (key: Buffer, place: string, plain: Buffer): Buffer => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body])
}

/** Throws when the bytes were changed, were sealed for another place or under another key. */
export const openBytes = (key: Buffer, place: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed)
  if (bytes.length < 1 + IV + TAG || bytes[0] !== VERSION) throw new Error(`The encrypted bytes of ${place} have an unknown form.`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()])
  } catch {
    throw new Error(`The encrypted bytes of ${place} do not open: they were changed, belong elsewhere or were made with another FIELD_KEY.`)
  }
}
