import type { Kysely } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { selectWebhookSecret } from './_configuration-rows.ts'

/** The secret that signs a configuration's webhooks in an environment. Throws `Problem('unknown_record')`. */
export async function findWebhookSecret(
  database: Kysely<Database>,
  configurationId: number,
  environment: Environment,
): Promise<string> {
  const secret = await selectWebhookSecret(database, configurationId, environment)
  if (secret === undefined) throw new Problem('unknown_record', 'No webhook secret has this configuration')
  return secret
}
