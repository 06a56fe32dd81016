import type { Kysely } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Keyring } from './keys.ts'

/** The one row. */
const CANARY_ID = 1
const PURPOSE = 'master key canary'
const CANARY = Buffer.from('vidimus')

/**
 * Tells whether the keyring's key is the one that this database's secrets were sealed with, by a canary that
 * the first start seals. Throws an Error of one sentence when it is not.
 */
export async function assertMasterKey({
  database,
  keyring,
}: {
  database: Kysely<Database>
  keyring: Keyring
}): Promise<void> {
  await database
    .insertInto('master_key_canaries')
    .values({ id: CANARY_ID, sealed: keyring.seal(CANARY, PURPOSE) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { sealed } = await database
    .selectFrom('master_key_canaries')
    .select('sealed')
    .where('id', '=', CANARY_ID)
    .executeTakeFirstOrThrow()
  if (!canOpen(keyring, sealed)) {
    throw new Error(
      'The master key is not the one that this data was sealed with: give that one in VIDIMUS_MASTER_KEY or VIDIMUS_MASTER_KEY_FILE',
    )
  }
}

function canOpen(keyring: Keyring, sealed: Buffer): boolean {
  try {
    return keyring.open(sealed, PURPOSE).equals(CANARY)
  } catch {
    return false
  }
}
