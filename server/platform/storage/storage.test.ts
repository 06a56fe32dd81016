import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDiskStorage } from './disk.ts'
import { createAssetUrlSigner } from './sign-asset-url.ts'
import type { Storage } from './storage.ts'
import { verifyAssetUrl } from './verify-asset-url.ts'

const NOW = new Date('2026-01-02T03:04:05.678Z')
const SECRET = 'a secret of this test'
let directory: string
let storage: Storage

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storage-'))
  storage = openDiskStorage(join(directory, 'assets'))
})
afterAll(() => rm(directory, { recursive: true }))

describe('Disk storage', () => {
  test('gives back what it was given, and only that', async () => {
    await storage.put('1/a/b.png', new Uint8Array([1, 2, 3]))
    expect(new Uint8Array(await storage.get('1/a/b.png'))).toEqual(new Uint8Array([1, 2, 3]))
    expect(await readdir(join(directory, 'assets/1/a'))).toEqual(['b.png'])
  })

  test('takes a stream, tells its size and gives parts of it', async () => {
    async function* stream() {
      yield Buffer.from('fi')
      yield Buffer.from('lm')
    }
    await storage.put('1/video/c.webm', stream())
    expect(Buffer.from(await storage.get('1/video/c.webm')).toString()).toBe('film')
    expect(await storage.size('1/video/c.webm')).toBe(4)
    const part = (start: number, end: number) => storage.read('1/video/c.webm', { start, end })
    expect(Buffer.from(await part(1, 3)).toString()).toBe('il')
    expect(Buffer.from(await part(3, 9)).toString()).toBe('m')
    await expect(storage.size('1/video/d.webm')).rejects.toMatchObject({ code: 'gone' })
    await expect(storage.read('1/video/d.webm', { start: 0, end: 1 })).rejects.toMatchObject({ code: 'gone' })
  })

  test('leaves nothing of a stream that broke', async () => {
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('broke')
    }
    await expect(storage.put('2/broken.webm', broken())).rejects.toThrow('broke')
    expect(await readdir(join(directory, 'assets/2'))).toEqual([])
  })

  test('deletes a folder with all in it, and no other', async () => {
    for (const key of ['3/uuid/frames/a.jpg', '3/uuid/video/b.webm', '3/other/c.png'])
      await storage.put(key, new Uint8Array([1]))
    await storage.deleteFolder('3/uuid')
    await storage.deleteFolder('3/uuid')
    await storage.deleteFolder('9/never')
    expect(await readdir(join(directory, 'assets/3'))).toEqual(['other'])
    await expect(storage.deleteFolder('3/..')).rejects.toMatchObject({ code: 'gone' })
  })

  test('says gone for what is not there, also after a delete', async () => {
    await storage.put('1/d.png', new Uint8Array([1]))
    await storage.delete('1/d.png')
    await storage.delete('1/d.png')
    await expect(storage.get('1/d.png')).rejects.toMatchObject({ code: 'gone' })
  })

  test.each(['../x', '/etc/passwd', 'a//b', 'a/../b', 'a/./b', '', 'a\0b', 'x'.repeat(600)])(
    'never makes a path of the key %j',
    async (key) => {
      await expect(storage.get(key)).rejects.toMatchObject({ code: 'gone' })
      await expect(storage.put(key, new Uint8Array())).rejects.toMatchObject({ code: 'gone' })
    },
  )
})

describe('Asset URLs', () => {
  const signer = createAssetUrlSigner({
    baseUrl: 'http://127.0.0.1:8080',
    secret: SECRET,
    clock: { now: () => NOW },
  })
  const url = new URL(signer.sign({ key: '1/uuid/tight_crops/UTO-é.png', contentType: 'image/png' }))
  const verify = (change: { path?: string; query?: string; now?: Date; secret?: string; host?: string }) =>
    verifyAssetUrl(change.secret ?? SECRET, {
      host: change.host ?? url.host,
      path: change.path ?? url.pathname,
      query: change.query ?? url.search.slice(1),
      now: change.now ?? NOW,
    })

  test('have the query shape of Signature Version 4 and last 3600 s', () => {
    expect([...url.searchParams.keys()].toSorted()).toEqual([
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-Signature',
      'X-Amz-SignedHeaders',
      'response-content-type',
    ])
    expect(url.searchParams.get('X-Amz-Expires')).toBe('3600')
  })

  test('lead to their asset until they end', () => {
    const asset = { key: '1/uuid/tight_crops/UTO-é.png', contentType: 'image/png' }
    expect(verify({})).toEqual(asset)
    expect(verify({ now: new Date(NOW.getTime() + 3_599_000) })).toEqual(asset)
    expect(() => verify({ now: new Date(NOW.getTime() + 3_601_000) })).toThrow('no longer')
  })

  test.each([
    ['another path', { path: '/storage/1/uuid/tight_crops/other.png' }],
    ['another type', { query: url.search.slice(1).replace('image%2Fpng', 'text%2Fhtml') }],
    ['a longer life', { query: url.search.slice(1).replace('3600', '3599') }],
    ['a parameter more', { query: `${url.search.slice(1)}&a=b` }],
    ['a parameter twice', { query: `${url.search.slice(1)}&X-Amz-Expires=3600` }],
    ['another host', { host: 'example.com' }],
    ['another secret', { secret: 'x' }],
    ['no signature', { query: '' }],
    ['a broken path', { path: '/storage/%E0%A4%A' }],
    ['an endless query', { query: 'a'.repeat(5000) }],
  ])('lead nowhere with %s', (_, change) => {
    expect(() => verify(change)).toThrow('This address is')
  })
})
