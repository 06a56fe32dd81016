import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { selectWebhookSecrets, updateWebhookSecret } from './_webhook-secret-rows.ts'
import { webhookSecretPurpose } from './open-webhook-secrets.ts'

/** Seals the secrets that an earlier version kept open; does nothing when there are none. */
export async function sealWebhookSecrets({
  database,
  keyring,
}: {
  database: Kysely<Database>
  keyring: Keyring
}): Promise<void> {
  for (const row of await selectWebhookSecrets(database)) {
    if (row.secret === null) continue
    const line = { configurationId: row.configuration_id, environment: row.environment }
    const sealed = keyring.seal(Buffer.from(row.secret), webhookSecretPurpose(line))
    await updateWebhookSecret(database, line, {
      sealed_secret: sealed,
      sealed_next_secret: row.sealed_next_secret,
      next_signs_at: row.next_signs_at,
    })
  }
}
