import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { createDataKey, DATA_KEY_BYTES } from './data-key.ts'
import type { Keyring } from './keys.ts'

/** Bytes of a master key: AES-256. */
export const MASTER_KEY_BYTES = 32
/** Layout of a sealed secret: version, the key's name, nonce, ciphertext, tag. */
const VERSION = 1
const KEY_NAME_BYTES = 4
/** GCM's own sizes (NIST SP 800-38D §5.2.1, §8.2.2: random nonces are good for 2^32 secrets a key). */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_NAME_BYTES
/** Bytes of a derived secret: the length of the HMAC-SHA256 keys it serves as (RFC 2104 §3). */
const DERIVED_BYTES = 32

/** A keyring whose secrets are sealed with AES-256-GCM under one master key. Throws for a key of another length. */
export function createKeyring(masterKey: Uint8Array): Keyring {
  if (masterKey.length !== MASTER_KEY_BYTES) {
    throw new Error(`The master key has ${masterKey.length} bytes, not ${MASTER_KEY_BYTES}`)
  }
  const header = Buffer.concat([Buffer.of(VERSION), nameOf(masterKey)])
  const key = createSecretKey(masterKey)
  const keyring: Keyring = {
    seal(secret, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bind(header, purpose))
      return Buffer.concat([header, nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed)
      if (bytes.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES)
        throw new Error('A sealed secret is cut short')
      if (!bytes.subarray(0, HEADER_BYTES).equals(header)) {
        throw new Error('A secret was sealed under another master key')
      }
      const nonce = bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
        .setAAD(bind(header, purpose))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES)),
        decipher.final(),
      ])
    },
    // HKDF-SHA256 (RFC 5869); the master key is random, so no salt is needed (§3.1).
    derive: (purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, DERIVED_BYTES)),
    makeDataKey(identification) {
      const bytes = randomBytes(DATA_KEY_BYTES)
      const sealed = keyring.seal(bytes, dataKeyOf(identification))
      return { dataKey: createDataKey(bytes, identification), sealed }
    },
    openDataKey: (sealed, identification) =>
      createDataKey(keyring.open(sealed, dataKeyOf(identification)), identification),
  }
  return keyring
}

function dataKeyOf(identification: number): string {
  return `data key of identification ${identification}`
}

/** Names a key without telling it, so that a wrong one is told from altered bytes. */
function nameOf(masterKey: Uint8Array): Buffer {
  return createHash('sha256').update('master key name').update(masterKey).digest().subarray(0, KEY_NAME_BYTES)
}

function bind(header: Buffer, purpose: string): Buffer {
  return Buffer.concat([header, Buffer.from(purpose)])
}
