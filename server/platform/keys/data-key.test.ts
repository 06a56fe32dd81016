import { describe, expect, test } from 'vitest'
import { TEST_KEYRING } from '../../../test/fakes/test-database.ts'
import { openSealed } from './keys.ts'
import { createKeyring, MASTER_KEY_BYTES } from './master-keyring.ts'

const PLACE = 'identities.sealed'
const RECORD = { firstName: 'ADA', lastName: 'EXAMPLE', birthDate: null }
const { dataKey, sealed: sealedKey } = TEST_KEYRING.makeDataKey(7)

describe('A data key', () => {
  test('opens what it sealed, and so does the key that is opened from its sealed form', () => {
    const sealed = dataKey.seal(PLACE, RECORD)
    expect(sealed.includes('EXAMPLE')).toBe(false)
    expect(dataKey.open(PLACE, sealed)).toEqual(RECORD)
    const again = TEST_KEYRING.openDataKey(sealedKey, 7)
    expect(again.open(PLACE, sealed)).toEqual(RECORD)
    expect(again.name).toBe(dataKey.name)
    expect(dataKey.name).toMatch(/^[0-9a-f]{16}$/)
  })

  test('never seals the same twice alike', () => {
    expect(dataKey.seal(PLACE, RECORD)).not.toEqual(dataKey.seal(PLACE, RECORD))
  })

  test('opens nothing from another place, identification or key, and nothing altered or cut short', () => {
    const sealed = dataKey.seal(PLACE, RECORD)
    expect(() => dataKey.open('reference_data.sealed', sealed)).toThrow()
    expect(() => TEST_KEYRING.makeDataKey(7).dataKey.open(PLACE, sealed)).toThrow()
    expect(() => TEST_KEYRING.openDataKey(sealedKey, 8)).toThrow()
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed)
      altered[at] ^= 1
      expect(() => dataKey.open(PLACE, altered)).toThrow()
    }
    expect(() => dataKey.open(PLACE, sealed.subarray(0, 20))).toThrow('is not whole')
  })

  test('is opened by its own master key alone', () => {
    const other = createKeyring(Buffer.alloc(MASTER_KEY_BYTES, 2))
    expect(() => other.openDataKey(sealedKey, 7)).toThrow('another master key')
  })
})

test('openSealed() gives null without a key or a value', () => {
  const sealed = dataKey.seal(PLACE, RECORD)
  expect(openSealed(dataKey, PLACE, sealed)).toEqual(RECORD)
  expect(openSealed(null, PLACE, sealed)).toBeNull()
  expect(openSealed(dataKey, PLACE, null)).toBeNull()
})
