import type { Kysely } from 'kysely'
import type { AssetKind, Database } from '../platform/database/database.ts'
import { type AssetRow, selectAssets } from './_asset-rows.ts'

/** The assets of a scene or of an identification, of one kind or all, in the order they were kept. */
export function findAssets(
  database: Kysely<Database>,
  of: ({ scene: number } | { identification: number }) & { kind?: AssetKind },
): Promise<Readonly<AssetRow>[]> {
  return selectAssets(database, of)
}
