import type { Transaction } from 'kysely'
import type { Client } from '../../../domain/account.ts'
import { IDEMPOTENCY_MS, type Idempotency } from '../../../domain/identification-form.ts'
import { Problem } from '../../../domain/problem.ts'
import type { Database } from '../../platform/database/database.ts'
import { deleteKey, insertKey, selectKey } from './_key-rows.ts'

/**
 * Takes a key of a configuration's environment for this transaction; gives null where it is new, else the UUID that was
 * created under it. A request that comes with the same key meanwhile waits here until the first has committed.
 * Throws `Problem('params_invalid')` when the key stands for another body.
 */
export async function claimKey(
  transaction: Transaction<Database>,
  { client, idempotency, now }: { client: Client; idempotency: Idempotency; now: Date },
): Promise<string | null> {
  const place = {
    account_id: client.account.id,
    environment: client.environment,
    key_sha256: Buffer.from(idempotency.keySha256),
  }
  await deleteKey(transaction, place, new Date(now.getTime() - IDEMPOTENCY_MS))
  const bodySha256 = Buffer.from(idempotency.bodySha256)
  if (await insertKey(transaction, { ...place, body_sha256: bodySha256, created_at: now })) return null
  const earlier = await selectKey(transaction, place)
  if (!earlier?.identification_id) throw new Problem('unavailable', 'The service cannot answer now')
  if (!earlier.body_sha256.equals(bodySha256)) {
    throw new Problem('params_invalid', 'This Idempotency-Key was used with another body')
  }
  return earlier.identification_id
}
