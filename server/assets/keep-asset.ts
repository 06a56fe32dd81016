import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Clock } from '../platform/clock/clock.ts'
import type { AssetKind, Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import type { Storage } from '../platform/storage/storage.ts'
import { insertAsset } from './_asset-rows.ts'
import { bytesPlace } from './open-asset.ts'

/** Folder of each kind, as recorded asset addresses have them (API text, "Retrieve assets"). */
const FOLDERS: Readonly<Record<AssetKind, string>> = {
  frame: 'frames',
  recording: 'video',
  card: 'tight_crops',
  portrait: 'portraits',
  signature: 'signatures',
  face: 'live_face',
}
const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
} as const

/** Where assets are kept, what seals them and who says when. */
export interface Shelf {
  database: Kysely<Database>
  storage: Storage
  dataKey: DataKey
  clock: Clock
}

/** An asset to keep: bytes in memory, or a recording that is read as it is sealed. */
export type NewAsset = {
  accountId: number
  identification: number
  identificationId: string
  scene: number
  kind: AssetKind
  contentType: keyof typeof EXTENSIONS
  timeMs: number | null
} & ({ bytes: Uint8Array } | { read(): AsyncIterable<Uint8Array> })

/**
 * Stores an asset durably and sealed, then writes its row with the SHA-256 and size of its own bytes: a row
 * never stands for bytes that are not there.
 */
export async function keepAsset(
  { database, storage, dataKey, clock }: Shelf,
  asset: NewAsset,
): Promise<void> {
  const key = keyOf(asset)
  const bytes = dataKey.sealBytes(bytesPlace(key), 'bytes' in asset ? [asset.bytes] : asset.read())
  await storage.put(key, bytes.sealed)
  const { sha256, sizeBytes } = bytes.digest()
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

/** Where all assets of an identification lie. */
export function folderOf({
  accountId,
  identificationId,
}: Pick<NewAsset, 'accountId' | 'identificationId'>): string {
  return `${accountId}/${identificationId}`
}

function keyOf(asset: NewAsset): string {
  const { scene, kind, contentType } = asset
  const name = `${randomUUID()}.${EXTENSIONS[contentType]}`
  return [folderOf(asset), scene, FOLDERS[kind], name].join('/')
}
