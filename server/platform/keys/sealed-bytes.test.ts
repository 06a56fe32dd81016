import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { TEST_KEYRING } from '../../../test/fakes/test-database.ts'
import type { DataKey } from './keys.ts'

const CHUNK = 65_536
const PLACE = 'assets/1/a.webm'
const { dataKey } = TEST_KEYRING.makeDataKey(7)

async function seal(pieces: Buffer[]) {
  const bytes = dataKey.sealBytes(PLACE, pieces)
  const sealed = await buffer(bytes.sealed)
  return { sealed, digest: bytes.digest() }
}

function open(sealed: Buffer, key: DataKey = dataKey, place = PLACE) {
  const read = async ({ start, end }: { start: number; end: number }) => sealed.subarray(start, end)
  return key.openBytes(place, { sizeBytes: sealed.length, read })
}

/** All bytes, or a rejection at the first that is not as it was. */
async function openAll(sealed: Buffer, key?: DataKey, place?: string): Promise<Buffer> {
  const opened = await open(sealed, key, place)
  return await buffer(opened.read({ start: 0, end: opened.sizeBytes }))
}

describe('Sealed bytes', () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 17 * CHUNK + 5])('open whole: %i of them', async (size) => {
    const bytes = randomBytes(size)
    const { sealed, digest } = await seal([bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)])
    expect(digest).toEqual({ sizeBytes: size, sha256: createHash('sha256').update(bytes).digest('hex') })
    const opened = await open(sealed)
    expect(opened).toMatchObject(digest)
    expect((await openAll(sealed)).equals(bytes)).toBe(true)
  })

  test('open in any part', async () => {
    const bytes = randomBytes(3 * CHUNK + 100)
    const opened = await open((await seal([bytes])).sealed)
    for (const [start, end] of [
      [0, 1],
      [CHUNK - 1, CHUNK + 1],
      [10, 2 * CHUNK],
      [3 * CHUNK, bytes.length],
      [CHUNK, CHUNK],
    ]) {
      const part = await buffer(opened.read({ start, end }))
      expect(part.equals(bytes.subarray(start, end))).toBe(true)
    }
  })

  test('give nothing altered, swapped, repeated or cut off', async () => {
    const { sealed } = await seal([randomBytes(2 * CHUNK)])
    const altered = Buffer.from(sealed)
    altered[33 + CHUNK + 16 + 5] ^= 1
    await expect(openAll(altered)).rejects.toThrow()
    const [head, one, two, closing] = [
      sealed.subarray(0, 33),
      sealed.subarray(33, 33 + CHUNK + 16),
      sealed.subarray(33 + CHUNK + 16, 33 + 2 * (CHUNK + 16)),
      sealed.subarray(33 + 2 * (CHUNK + 16)),
    ]
    for (const parts of [
      [head, two, one, closing],
      [head, one, one, closing],
      [head, one, closing],
      [head, one, two, two, closing],
      [head, one, two],
      [head],
    ]) {
      await expect(openAll(Buffer.concat(parts))).rejects.toThrow()
    }
  })

  test('open under their own key, for their own place and identification alone', async () => {
    const { sealed } = await seal([randomBytes(100)])
    await expect(openAll(sealed, dataKey, 'assets/1/b.webm')).rejects.toThrow()
    await expect(openAll(sealed, TEST_KEYRING.makeDataKey(7).dataKey)).rejects.toThrow()
  })

  test('have no digest before they are sealed to their end', () => {
    expect(() => dataKey.sealBytes(PLACE, []).digest()).toThrow('not sealed to their end')
  })
})
