import type { Kysely } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import type { Environment } from '../../domain/environment.ts'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { configurationOf, insertConfiguration } from './_configuration-rows.ts'
import { insertWebhookSecret } from './_webhook-secret-rows.ts'
import { makeWebhookSecret } from './make-webhook-secret.ts'
import { webhookSecretPurpose } from './open-webhook-secrets.ts'

/** 53 µs a signature where P-384 takes 0.9 ms and P-521 2 ms, and every verifier knows it. */
const DEFAULT_CURVE = 'P-256'

/** A configuration as it starts, with the secret that signs its webhooks in each environment. */
export interface NewConfiguration {
  configuration: Configuration
  webhookSecrets: Record<Environment, string>
}

/** What a configuration starts with; unless it says otherwise, answers are signed on P-256 and data is kept. */
export type ConfigurationWish = Omit<Configuration, 'id' | 'signingCurve' | 'retentionDays'> &
  Partial<Pick<Configuration, 'signingCurve' | 'retentionDays'>>

/** Writes a configuration and its webhook secrets, live and test, sealed; call it in a transaction. */
export async function createConfiguration(
  database: Kysely<Database>,
  { signingCurve = DEFAULT_CURVE, retentionDays = null, ...wanted }: ConfigurationWish,
  keyring: Keyring,
): Promise<NewConfiguration> {
  const whole = { ...wanted, signingCurve, retentionDays }
  const configuration = configurationOf(await insertConfiguration(database, whole))
  const webhookSecrets = { live: makeWebhookSecret(), test: makeWebhookSecret() }
  for (const environment of ['live', 'test'] as const) {
    const line = { configurationId: configuration.id, environment }
    const sealed = keyring.seal(Buffer.from(webhookSecrets[environment]), webhookSecretPurpose(line))
    await insertWebhookSecret(database, line, sealed)
  }
  return { configuration, webhookSecrets }
}
