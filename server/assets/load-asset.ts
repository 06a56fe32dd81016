import { createHash } from 'node:crypto'
import type { Storage } from '../platform/storage/storage.ts'

/** The bytes of an asset. Throws an Error when they are not the ones that were kept. */
export async function loadAsset(
  storage: Storage,
  { key, sha256 }: { key: string; sha256: string },
): Promise<Uint8Array> {
  const bytes = await storage.get(key)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`Asset ${key} is not what was kept`)
  }
  return bytes
}
