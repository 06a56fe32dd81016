import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { selectWebhookSecret, type WebhookLine } from './_webhook-secret-rows.ts'
import { openWebhookSecrets } from './open-webhook-secrets.ts'

/** The secret that signs a configuration's webhooks in an environment now. Throws `Problem('unknown_record')`. */
export async function findWebhookSecret(
  { database, keyring, clock }: { database: Kysely<Database>; keyring: Keyring; clock: Clock },
  line: WebhookLine,
): Promise<string> {
  const row = await selectWebhookSecret(database, line)
  if (!row) throw new Problem('unknown_record', 'No webhook secret has this configuration')
  return openWebhookSecrets(keyring, row, clock.now()).signing
}
