import type { DataKey, OpenedBytes } from '../platform/keys/keys.ts'
import type { Storage } from '../platform/storage/storage.ts'

/** Where sealed assets lie and what opens those of one identification. */
export interface AssetVault {
  storage: Storage
  dataKey: DataKey
}

/** Where the bytes of an asset lie sealed: they open under no other key of the storage. */
export function bytesPlace(key: string): string {
  return `assets/${key}`
}

/**
 * Opens an asset to read it in parts. Throws an Error when it is not what was kept, `Problem('gone')` when its
 * bytes are not there; reading on throws as well, before any byte that was altered is given.
 */
export async function openAsset(
  { storage, dataKey }: AssetVault,
  { key, sha256 }: { key: string; sha256: string },
): Promise<OpenedBytes> {
  const sizeBytes = await storage.size(key)
  const opened = await dataKey.openBytes(bytesPlace(key), {
    sizeBytes,
    read: (span) => storage.read(key, span),
  })
  if (opened.sha256 !== sha256) throw new Error('An asset is not what was kept')
  return opened
}
