import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

type IdempotencyKeysTable = Database['idempotency_keys']

/** Where a key is valid. */
export type KeyPlace = Pick<Insertable<IdempotencyKeysTable>, 'account_id' | 'environment' | 'key_sha256'>

/** Removes a key that was written at a time or before. */
export async function deleteKey(database: Kysely<Database>, place: KeyPlace, until: Date): Promise<void> {
  await database
    .deleteFrom('idempotency_keys')
    .where('account_id', '=', place.account_id)
    .where('environment', '=', place.environment)
    .where('key_sha256', '=', place.key_sha256)
    .where('created_at', '<=', until)
    .execute()
}

/** Writes a key; false, after its transaction has ended, where it is there already. */
export async function insertKey(
  database: Kysely<Database>,
  row: Insertable<IdempotencyKeysTable>,
): Promise<boolean> {
  const inserted = await database
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account_id', 'environment', 'key_sha256']).doNothing())
    .returning('created_at')
    .executeTakeFirst()
  return inserted !== undefined
}

/** A key's row, or undefined. */
export function selectKey(
  database: Kysely<Database>,
  place: KeyPlace,
): Promise<Selectable<IdempotencyKeysTable> | undefined> {
  return database
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('account_id', '=', place.account_id)
    .where('environment', '=', place.environment)
    .where('key_sha256', '=', place.key_sha256)
    .executeTakeFirst()
}

/** Writes which identification a key stands for. */
export async function updateKey(
  database: Kysely<Database>,
  place: KeyPlace,
  identificationId: string,
): Promise<void> {
  await database
    .updateTable('idempotency_keys')
    .set({ identification_id: identificationId })
    .where('account_id', '=', place.account_id)
    .where('environment', '=', place.environment)
    .where('key_sha256', '=', place.key_sha256)
    .execute()
}

/** Removes every key written at a time or before. */
export async function deleteKeysBefore(database: Kysely<Database>, until: Date): Promise<void> {
  await database.deleteFrom('idempotency_keys').where('created_at', '<=', until).execute()
}
