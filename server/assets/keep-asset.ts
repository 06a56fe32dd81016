import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Kysely } from 'kysely'
import type { Clock } from '../platform/clock/clock.ts'
import type { AssetKind, Database } from '../platform/database/database.ts'
import type { Storage } from '../platform/storage/storage.ts'
import { insertAsset } from './_asset-rows.ts'

/** Folder of each kind, as recorded asset addresses have them (API text, "Retrieve assets"). */
const FOLDERS: Readonly<Record<AssetKind, string>> = {
  frame: 'frames',
  recording: 'video',
  card: 'tight_crops',
  portrait: 'portraits',
  face: 'live_face',
}
const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
} as const

/** Where assets are kept and who says when. */
export interface Shelf {
  database: Kysely<Database>
  storage: Storage
  clock: Clock
}

/** An asset to keep: bytes in memory, or a finished file, which is moved. */
export type NewAsset = {
  accountId: number
  identification: number
  identificationId: string
  scene: number
  kind: AssetKind
  contentType: keyof typeof EXTENSIONS
  timeMs: number | null
} & ({ bytes: Uint8Array } | { path: string })

/**
 * Stores an asset durably, then writes its row with its SHA-256 and size: a row never stands for bytes
 * that are not there.
 */
export async function keepAsset({ database, storage, clock }: Shelf, asset: NewAsset): Promise<void> {
  const { sha256, sizeBytes } = 'bytes' in asset ? hashBytes(asset.bytes) : await hashFile(asset.path)
  const key = keyOf(asset)
  if ('bytes' in asset) await storage.put(key, asset.bytes)
  else await storage.putFile(key, asset.path)
  await insertAsset(database, {
    identification: asset.identification,
    scene: asset.scene,
    kind: asset.kind,
    key,
    content_type: asset.contentType,
    sha256,
    size_bytes: sizeBytes,
    time_ms: asset.timeMs,
    created_at: clock.now(),
  })
}

function keyOf({ accountId, identificationId, scene, kind, contentType }: NewAsset): string {
  const name = `${randomUUID()}.${EXTENSIONS[contentType]}`
  return [accountId, identificationId, scene, FOLDERS[kind], name].join('/')
}

function hashBytes(bytes: Uint8Array): { sha256: string; sizeBytes: number } {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length }
}

async function hashFile(path: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length
      hash.update(chunk)
    }
  })
  return { sha256: hash.digest('hex'), sizeBytes }
}
