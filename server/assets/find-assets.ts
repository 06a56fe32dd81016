import type { Kysely } from 'kysely'
import type { AssetKind, Database } from '../platform/database/database.ts'
import { type AssetRow, selectAssetByKey, selectAssets, selectShownAssets } from './_asset-rows.ts'

/** The assets of a scene or of an identification, of one kind or all, in the order they were kept. */
export function findAssets(
  database: Kysely<Database>,
  of: ({ scene: number } | { identification: number }) & { kind?: AssetKind },
): Promise<Readonly<AssetRow>[]> {
  return selectAssets(database, of)
}

/** The cards, signatures, faces and recordings of an identification, in the order they were kept. */
export function findShownAssets(
  database: Kysely<Database>,
  identification: number,
): Promise<Readonly<AssetRow>[]> {
  return selectShownAssets(database, identification)
}

/** The asset of a key, or null. */
export async function findAssetByKey(
  database: Kysely<Database>,
  key: string,
): Promise<Readonly<AssetRow> | null> {
  return (await selectAssetByKey(database, key)) ?? null
}
