import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { DataKey, Keyring } from '../platform/keys/keys.ts'

/** Where data keys are kept, and what opens them. */
export interface Vault {
  database: Kysely<Database>
  keyring: Keyring
}

/**
 * The data key of an identification (resource number), or null once it is anonymized. A step that writes
 * asks while it holds the identification, so that nothing personal is written after an anonymization.
 */
export async function openDataKey(
  { database, keyring }: Vault,
  identification: number,
): Promise<DataKey | null> {
  const row = await database
    .selectFrom('data_keys')
    .select('sealed')
    .where('identification', '=', identification)
    .executeTakeFirst()
  return row ? keyring.openDataKey(row.sealed, identification) : null
}
