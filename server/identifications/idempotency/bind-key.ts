import type { Transaction } from 'kysely'
import type { Client } from '../../../domain/account.ts'
import type { Idempotency } from '../../../domain/identification-form.ts'
import type { Database } from '../../platform/database/database.ts'
import { updateKey } from './_key-rows.ts'

/** Notes which identification was created under a key that was claimed in the same transaction. */
export function bindKey(
  transaction: Transaction<Database>,
  {
    client,
    idempotency,
    identificationId,
  }: { client: Client; idempotency: Idempotency; identificationId: string },
): Promise<void> {
  const place = {
    account_id: client.account.id,
    environment: client.environment,
    key_sha256: Buffer.from(idempotency.keySha256),
  }
  return updateKey(transaction, place, identificationId)
}
