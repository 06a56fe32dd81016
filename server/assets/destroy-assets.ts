import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Storage } from '../platform/storage/storage.ts'
import { type AssetRow, deleteAssets } from './_asset-rows.ts'
import { folderOf } from './keep-asset.ts'

/** An asset that was destroyed. */
export type DestroyedAsset = Readonly<
  Pick<AssetRow, 'kind' | 'content_type' | 'sha256' | 'size_bytes' | 'created_at'>
>

/**
 * Deletes the assets of an identification: their rows, and durably every file there is of it, also one that a
 * crash left without a row. Nobody may write for it meanwhile (`lockIdentification`).
 */
export async function destroyAssets(
  { database, storage }: { database: Transaction<Database>; storage: Storage },
  owner: { identification: number; accountId: number; identificationId: string },
): Promise<DestroyedAsset[]> {
  const destroyed = await deleteAssets(database, owner.identification)
  await storage.deleteFolder(folderOf(owner))
  return destroyed
}
