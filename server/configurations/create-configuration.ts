import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import type { Environment } from '../../domain/environment.ts'
import type { Database } from '../platform/database/database.ts'
import { configurationOf, insertConfiguration, insertWebhookSecret } from './_configuration-rows.ts'

/** Random bytes of a webhook secret: the length of the HMAC-SHA256 key it is (RFC 2104 §3). */
const WEBHOOK_SECRET_BYTES = 32

/** A configuration as it starts, with the secret that signs its webhooks in each environment. */
export interface NewConfiguration {
  configuration: Configuration
  webhookSecrets: Record<Environment, string>
}

/** Writes a configuration and its webhook secrets, live and test; call it in a transaction. */
export async function createConfiguration(
  database: Kysely<Database>,
  wanted: Omit<Configuration, 'id'>,
): Promise<NewConfiguration> {
  const configuration = configurationOf(await insertConfiguration(database, wanted))
  const webhookSecrets = { live: makeSecret(), test: makeSecret() }
  for (const environment of ['live', 'test'] as const) {
    await insertWebhookSecret(database, {
      configuration_id: configuration.id,
      environment,
      secret: webhookSecrets[environment],
    })
  }
  return { configuration, webhookSecrets }
}

function makeSecret(): string {
  return randomBytes(WEBHOOK_SECRET_BYTES).toString('base64url')
}
