import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Database, WebhookSecretsTable } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

/** A row of `webhook_secrets` as read. */
export type WebhookSecretRow = Selectable<WebhookSecretsTable>

/** Whose webhooks a secret signs. */
export interface WebhookLine {
  configurationId: number
  environment: Environment
}

/** Writes the first secret of a line. */
export async function insertWebhookSecret(
  database: Kysely<Database>,
  { configurationId, environment }: WebhookLine,
  sealedSecret: Buffer,
): Promise<void> {
  await database
    .insertInto('webhook_secrets')
    .values({ configuration_id: configurationId, environment, sealed_secret: sealedSecret })
    .execute()
}

const readSecret = prepareRead((database, { configurationId, environment }: WebhookLine) =>
  database
    .selectFrom('webhook_secrets')
    .selectAll()
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment),
)

/** The secrets of a line, or undefined. */
export async function selectWebhookSecret(
  database: Kysely<Database>,
  line: WebhookLine,
): Promise<WebhookSecretRow | undefined> {
  const [row] = await readSecret(database, line)
  return row
}

/** The same, held until the transaction ends. */
export function lockWebhookSecret(
  transaction: Transaction<Database>,
  { configurationId, environment }: WebhookLine,
): Promise<WebhookSecretRow | undefined> {
  return transaction
    .selectFrom('webhook_secrets')
    .selectAll()
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .forUpdate()
    .executeTakeFirst()
}

/** The secrets of every line, with the configuration's name. */
export function selectWebhookSecrets(
  database: Kysely<Database>,
): Promise<(WebhookSecretRow & { name: string })[]> {
  return database
    .selectFrom('webhook_secrets')
    .innerJoin('configurations', 'configurations.id', 'webhook_secrets.configuration_id')
    .selectAll('webhook_secrets')
    .select('configurations.name')
    .orderBy('configuration_id')
    .orderBy('environment')
    .execute()
}

/** Writes the secrets of a line. */
export async function updateWebhookSecret(
  database: Kysely<Database>,
  { configurationId, environment }: WebhookLine,
  secrets: Pick<WebhookSecretRow, 'sealed_secret' | 'sealed_next_secret' | 'next_signs_at'>,
): Promise<void> {
  await database
    .updateTable('webhook_secrets')
    .set({ ...secrets, secret: null })
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .execute()
}
