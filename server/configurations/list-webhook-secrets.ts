import type { Kysely } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { selectWebhookSecrets } from './_webhook-secret-rows.ts'
import { openWebhookSecrets, type WebhookSecrets } from './open-webhook-secrets.ts'

/** The secrets of a configuration in an environment, as they are shown to its owner. */
export interface ListedWebhookSecrets extends WebhookSecrets {
  configurationId: number
  configurationName: string
  environment: Environment
}

/** The secrets of every configuration and environment, open. */
export async function listWebhookSecrets({
  database,
  keyring,
  clock,
}: {
  database: Kysely<Database>
  keyring: Keyring
  clock: Clock
}): Promise<ListedWebhookSecrets[]> {
  const rows = await selectWebhookSecrets(database)
  return rows.map((row) => ({
    configurationId: row.configuration_id,
    configurationName: row.name,
    environment: row.environment,
    ...openWebhookSecrets(keyring, row, clock.now()),
  }))
}
