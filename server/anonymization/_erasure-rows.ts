import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, ErasureKeysTable, ErasuresTable } from '../platform/database/database.ts'

/** The one row of the key. */
const KEY_ID = 1

/** A row of `erasures` as read. */
export type ErasureRow = Selectable<ErasuresTable>
/** The row of `erasure_keys` as read. */
export type ErasureKeyRow = Selectable<ErasureKeysTable>

/** Writes a certificate of erasure. */
export async function insertErasure(transaction: Transaction<Database>, erasure: ErasureRow): Promise<void> {
  await transaction.insertInto('erasures').values(erasure).execute()
}

/** The certificate of an identification, or undefined. */
export function selectErasure(
  database: Kysely<Database>,
  identification: number,
): Promise<ErasureRow | undefined> {
  return database
    .selectFrom('erasures')
    .selectAll()
    .where('identification', '=', identification)
    .executeTakeFirst()
}

/** The key that signs certificates, or undefined before the first. */
export function selectErasureKey(database: Kysely<Database>): Promise<ErasureKeyRow | undefined> {
  return database.selectFrom('erasure_keys').selectAll().where('id', '=', KEY_ID).executeTakeFirst()
}

/** Writes the key that signs certificates unless there is one; gives the one there is. */
export async function insertErasureKey(
  transaction: Transaction<Database>,
  key: Omit<ErasureKeyRow, 'id'>,
): Promise<ErasureKeyRow> {
  await transaction
    .insertInto('erasure_keys')
    .values({ id: KEY_ID, ...key })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await selectErasureKey(transaction)) as ErasureKeyRow
}
