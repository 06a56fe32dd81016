import type { Insertable, Kysely, Selectable } from 'kysely'
import type { AssetKind, AssetsTable, Database } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

/** A row of `assets` as read. */
export type AssetRow = Selectable<AssetsTable>

/** Writes the row of a stored asset. */
export async function insertAsset(database: Kysely<Database>, asset: Insertable<AssetsTable>): Promise<void> {
  await database.insertInto('assets').values(asset).execute()
}

/** Deletes the rows of an identification's assets; gives what they were, in the order they were kept. */
export async function deleteAssets(database: Kysely<Database>, identification: number): Promise<AssetRow[]> {
  const rows = await database
    .deleteFrom('assets')
    .where('identification', '=', identification)
    .returningAll()
    .execute()
  return rows.toSorted((a, b) => a.id - b.id)
}

/** The asset of a key, or undefined. */
export function selectAssetByKey(database: Kysely<Database>, key: string): Promise<AssetRow | undefined> {
  return database.selectFrom('assets').selectAll().where('key', '=', key).executeTakeFirst()
}

const readShown = prepareRead((database, { identification }: { identification: number }) =>
  database
    .selectFrom('assets')
    .selectAll()
    .where('identification', '=', identification)
    .where('kind', 'in', ['card', 'signature', 'face', 'recording'])
    .orderBy('id'),
)

/** The assets of an identification that its answer shows, in the order they were kept. */
export function selectShownAssets(database: Kysely<Database>, identification: number): Promise<AssetRow[]> {
  return readShown(database, { identification })
}

/** Assets of a scene or of a whole identification, in the order they were kept. */
export function selectAssets(
  database: Kysely<Database>,
  { scene, identification, kind }: { scene?: number; identification?: number; kind?: AssetKind },
): Promise<AssetRow[]> {
  let query = database.selectFrom('assets').selectAll()
  if (scene !== undefined) query = query.where('scene', '=', scene)
  if (identification !== undefined) query = query.where('identification', '=', identification)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  return query.orderBy('id').execute()
}
