import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../domain/problem.ts'
import {
  type AddedIdentification,
  openTestDatabase,
  TEST_KEYRING,
  type TestDatabase,
} from '../../test/fakes/test-database.ts'
import { openDiskStorage } from '../platform/storage/disk.ts'
import { findAssets } from './find-assets.ts'
import { keepAsset, type NewAsset, type Shelf } from './keep-asset.ts'
import { loadAsset } from './load-asset.ts'

const NOW = new Date('2026-11-22T10:00:00.000Z')
const JPEG = new TextEncoder().encode('the bytes of a frame')

let folder: string
let shelf: TestDatabase
let cupboard: Shelf
const { dataKey } = TEST_KEYRING.makeDataKey(1)
let subject: AddedIdentification
let scenes: number[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-assets-'))
  shelf = await openTestDatabase()
  cupboard = {
    database: shelf.database,
    storage: openDiskStorage(join(folder, 'kept')),
    clock: { now: () => NOW },
    dataKey,
  }
  subject = await shelf.addIdentification({ now: NOW })
  scenes = await shelf.addScenes(subject.id, NOW)
}, 60_000)

afterAll(async () => {
  await shelf?.close()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

/** A frame of the first scene, with other properties where they are given. */
function frame(more: Partial<Omit<NewAsset, 'bytes'>> & { film?: Buffer[] } = {}): NewAsset {
  const asset = {
    accountId: subject.accountId,
    identification: subject.id,
    identificationId: subject.identificationId,
    scene: scenes[0],
    kind: 'frame' as const,
    contentType: 'image/jpeg' as const,
    timeMs: 1_240.5,
    ...more,
  }
  const { film } = more
  return film === undefined ? { ...asset, bytes: JPEG } : { ...asset, read: () => Readable.from(film) }
}

/** Keeps an asset; gives its row. */
async function keep(more: Parameters<typeof frame>[0] = {}) {
  await keepAsset(cupboard, frame(more))
  const rows = await findAssets(shelf.database, { identification: subject.id })
  return rows[rows.length - 1]
}

describe('keepAsset()', () => {
  test('keeps bytes that are found and loaded as they were, with their SHA-256', async () => {
    await keepAsset(cupboard, frame())
    const [row] = await findAssets(shelf.database, { scene: scenes[0], kind: 'frame' })
    expect(row).toMatchObject({
      identification: subject.id,
      sha256: createHash('sha256').update(JPEG).digest('hex'),
      size_bytes: JPEG.length,
      time_ms: 1_240.5,
      created_at: NOW,
    })
    expect(Buffer.from(await loadAsset(cupboard, row))).toEqual(Buffer.from(JPEG))
  })

  test.each([
    { kind: 'frame', contentType: 'image/jpeg', kindFolder: 'frames', ending: 'jpg' },
    { kind: 'card', contentType: 'image/png', kindFolder: 'tight_crops', ending: 'png' },
    { kind: 'portrait', contentType: 'image/png', kindFolder: 'portraits', ending: 'png' },
    { kind: 'signature', contentType: 'image/png', kindFolder: 'signatures', ending: 'png' },
    { kind: 'face', contentType: 'image/png', kindFolder: 'live_face', ending: 'png' },
    { kind: 'recording', contentType: 'video/webm', kindFolder: 'video', ending: 'webm' },
    { kind: 'recording', contentType: 'video/mp4', kindFolder: 'video', ending: 'mp4' },
  ] as const)('puts a $kind into $kindFolder', async ({ kind, contentType, kindFolder, ending }) => {
    const { key } = await keep({ kind, contentType })
    const [account, identification, scene, kindPart, name] = key.split('/')
    expect([account, identification, scene]).toEqual([
      String(subject.accountId),
      subject.identificationId,
      String(scenes[0]),
    ])
    expect(kindPart).toBe(kindFolder)
    expect(name).toMatch(new RegExp(`^[0-9a-f-]{36}\\.${ending}$`))
  })

  test('keeps a recording as it is read, hashes all of it, and lets nothing of it reach the store', async () => {
    const piece = Buffer.alloc(700_000, 'video')
    const recording = { kind: 'recording', contentType: 'video/webm', timeMs: null } as const
    const row = await keep({ ...recording, film: [piece, piece, piece] })
    const bytes = Buffer.concat([piece, piece, piece])
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(row.size_bytes).toBe(bytes.length)
    expect(bytes.equals(await loadAsset(cupboard, row))).toBe(true)
    const stored = Buffer.from(await cupboard.storage.get(row.key))
    expect(stored.length).toBeGreaterThan(bytes.length)
    expect(stored.includes('videovideo')).toBe(false)
  })

  test('writes no row when the transaction of its step fails', async () => {
    const before = await findAssets(shelf.database, { identification: subject.id })
    const failing = shelf.database.transaction().execute(async (transaction) => {
      await keepAsset({ ...cupboard, database: transaction }, frame())
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await findAssets(shelf.database, { identification: subject.id })).toEqual(before)
  })
})

describe('findAssets()', () => {
  test('finds those of an identification in the order they were kept, and of one scene and kind alone', async () => {
    const other = await shelf.addIdentification({ now: NOW })
    expect(await findAssets(shelf.database, { identification: other.id })).toEqual([])
    await keepAsset(cupboard, frame({ scene: scenes[1], kind: 'face', contentType: 'image/png' }))
    const all = await findAssets(shelf.database, { identification: subject.id })
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => a - b))
    const faces = await findAssets(shelf.database, { scene: scenes[1], kind: 'face' })
    expect(faces).toHaveLength(1)
    expect(faces[0]).toMatchObject({ scene: scenes[1], kind: 'face' })
  })
})

describe('loadAsset()', () => {
  test('refuses bytes that somebody changed', async () => {
    const row = await keep()
    const path = join(folder, 'kept', row.key)
    const stored = await readFile(path)
    stored[stored.length >> 1] ^= 1
    await writeFile(path, stored)
    await expect(loadAsset(cupboard, row)).rejects.toThrow()
  })

  test('refuses the bytes of another asset, and a hash that somebody changed', async () => {
    const [row, other] = [await keep(), await keep()]
    await expect(loadAsset(cupboard, { ...row, key: other.key })).resolves.toBeDefined()
    await expect(loadAsset(cupboard, { ...row, sha256: 'f'.repeat(64) })).rejects.toThrow('not what was kept')
    await copyFile(join(folder, 'kept', other.key), join(folder, 'kept', row.key))
    await expect(loadAsset(cupboard, row)).rejects.toThrow()
  })

  test('says that bytes are gone when they are', async () => {
    const row = await keep()
    await cupboard.storage.delete(row.key)
    await expect(loadAsset(cupboard, row)).rejects.toThrow(Problem)
  })
})
