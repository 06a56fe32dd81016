import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createKeyring, MASTER_KEY_BYTES } from './master-keyring.ts'

const SECRET = Buffer.from('what nobody may read')
const masterKey = randomBytes(MASTER_KEY_BYTES)
const keyring = createKeyring(masterKey)

describe('createKeyring()', () => {
  test('opens what it sealed, also after another start with the same key', () => {
    const sealed = keyring.seal(SECRET, 'signing-key:1')
    expect(createKeyring(masterKey).open(sealed, 'signing-key:1')).toEqual(SECRET)
  })

  test('never seals the same secret to the same bytes, and shows nothing of it', () => {
    const sealed = keyring.seal(SECRET, 'signing-key:1')
    expect(keyring.seal(SECRET, 'signing-key:1')).not.toEqual(sealed)
    expect(sealed.includes(SECRET)).toBe(false)
  })

  test('derives a secret that its purpose and the master key fix', () => {
    const secret = keyring.derive('asset urls')
    expect(secret).toHaveLength(32)
    expect(createKeyring(masterKey).derive('asset urls')).toEqual(secret)
    expect(keyring.derive('something else')).not.toEqual(secret)
    expect(createKeyring(randomBytes(MASTER_KEY_BYTES)).derive('asset urls')).not.toEqual(secret)
  })

  test('refuses a secret for another purpose', () => {
    const sealed = keyring.seal(SECRET, 'signing-key:1')
    expect(() => keyring.open(sealed, 'signing-key:2')).toThrow()
  })

  test('refuses a secret with any byte altered or missing', () => {
    const sealed = keyring.seal(SECRET, 'signing-key:1')
    for (let place = 0; place < sealed.length; place++) {
      const altered = Buffer.from(sealed)
      altered[place] ^= 1
      expect(() => keyring.open(altered, 'signing-key:1')).toThrow()
    }
    expect(() => keyring.open(sealed.subarray(0, 20), 'signing-key:1')).toThrow('cut short')
  })

  test('says that another master key sealed a secret', () => {
    const sealed = createKeyring(randomBytes(MASTER_KEY_BYTES)).seal(SECRET, 'signing-key:1')
    expect(() => keyring.open(sealed, 'signing-key:1')).toThrow('another master key')
  })

  test('takes no key of another length', () => {
    expect(() => createKeyring(randomBytes(16))).toThrow('16 bytes')
  })
})
