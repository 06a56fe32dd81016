import type { Kysely, Selectable } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import type { Environment } from '../../domain/environment.ts'
import type { ConfigurationsTable, Database } from '../platform/database/database.ts'

/** The row of a configuration, or undefined. */
export function selectConfiguration(
  database: Kysely<Database>,
  id: number,
): Promise<Selectable<ConfigurationsTable> | undefined> {
  return database.selectFrom('configurations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Writes a configuration; gives its row. */
export function insertConfiguration(
  database: Kysely<Database>,
  configuration: Omit<Configuration, 'id'>,
): Promise<Selectable<ConfigurationsTable>> {
  return database
    .insertInto('configurations')
    .values({
      account_id: configuration.accountId,
      name: configuration.name,
      webhook: configuration.webhook,
      redirect_url: configuration.redirectUrl,
      review: configuration.review,
      face_required: configuration.faceRequired,
      product: configuration.product,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The configuration that a row holds. */
export function configurationOf(row: Selectable<ConfigurationsTable>): Configuration {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    webhook: row.webhook,
    redirectUrl: row.redirect_url,
    review: row.review,
    faceRequired: row.face_required,
    product: row.product,
  }
}

/** Writes the webhook secret of a configuration in an environment. */
export async function insertWebhookSecret(
  database: Kysely<Database>,
  webhookSecret: { configuration_id: number; environment: Environment; secret: string },
): Promise<void> {
  await database.insertInto('webhook_secrets').values(webhookSecret).execute()
}

/** The webhook secret of a configuration in an environment, or undefined. */
export async function selectWebhookSecret(
  database: Kysely<Database>,
  configurationId: number,
  environment: Environment,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('webhook_secrets')
    .select('secret')
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .executeTakeFirst()
  return row?.secret
}
