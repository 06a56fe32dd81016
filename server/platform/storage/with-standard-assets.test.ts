import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDiskStorage } from './disk.ts'
import { withStandardAssets } from './with-standard-assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'standard-'))
writeFileSync(join(folder, 'seen-front.png'), 'a picture')
const stored = openDiskStorage(join(folder, 'stored'))
const storage = withStandardAssets(stored, folder)

afterAll(() => rmSync(folder, { recursive: true }))

test('A file that comes with the program is served under its key', async () => {
  expect(`${await storage.get('standard/1111-11/tight_crops/seen-front.png')}`).toBe('a picture')
})

test('A file that does not come with the program is gone', async () => {
  await expect(storage.get('standard/1111-11/video/unseen.webm')).rejects.toThrow('There is no such asset')
})

test('No key leads out of the folder', async () => {
  for (const key of ['standard/1/video/../../seen-front.png', 'standard/../seen-front.png']) {
    await expect(storage.get(key), key).rejects.toThrow('There is no such asset')
  }
})

test('Every other key is the storage of its own', async () => {
  await storage.put('7/uuid/1/video/a.webm', new Uint8Array([1, 2]))
  expect([...(await storage.get('7/uuid/1/video/a.webm'))]).toEqual([1, 2])
  expect([...(await stored.get('7/uuid/1/video/a.webm'))]).toEqual([1, 2])
})
