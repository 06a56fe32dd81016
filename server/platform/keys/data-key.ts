import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { DataKey } from './keys.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/** Bytes of a data key: AES-256. */
export const DATA_KEY_BYTES = 32
/** Layout of a sealed value: version, nonce, ciphertext, tag. */
const VERSION = 1
/** GCM's own sizes (NIST SP 800-38D §5.2.1; random nonces are good for 2^32 values a key, §8.3). */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + NONCE_BYTES
/** Bytes of a key's name: two of a million identifications share one once in a million installations. */
const NAME_BYTES = 8

/** A data key over its bytes, bound to an identification (resource number). */
export function createDataKey(key: Uint8Array, identification: number): DataKey {
  const name = createHash('sha256').update('data key name').update(key).digest('hex')
  const bind = (place: string) => Buffer.from(`${VERSION}/${place}/${identification}`)
  return {
    name: name.slice(0, 2 * NAME_BYTES),
    seal(place, value) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bind(place))
      const text = Buffer.from(JSON.stringify(value))
      return Buffer.concat([
        Buffer.of(VERSION),
        nonce,
        cipher.update(text),
        cipher.final(),
        cipher.getAuthTag(),
      ])
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes.length < HEADER_BYTES + TAG_BYTES || bytes[0] !== VERSION)
        throw new Error(`A sealed value of ${place} is not whole`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, HEADER_BYTES))
        .setAAD(bind(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      const text = Buffer.concat([
        decipher.update(bytes.subarray(HEADER_BYTES, -TAG_BYTES)),
        decipher.final(),
      ])
      return JSON.parse(text.toString())
    },
    sealBytes: (place, bytes) => sealBytes(key, `${place}/${identification}`, bytes),
    openBytes: (place, source) => openBytes(key, `${place}/${identification}`, source),
  }
}
