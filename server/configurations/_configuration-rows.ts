import type { Kysely, Selectable } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import type { ConfigurationsTable, Database } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

const readConfiguration = prepareRead((database, { id }: { id: number }) =>
  database.selectFrom('configurations').selectAll().where('id', '=', id),
)

/** The row of a configuration, or undefined. */
export async function selectConfiguration(
  database: Kysely<Database>,
  id: number,
): Promise<Selectable<ConfigurationsTable> | undefined> {
  const [row] = await readConfiguration(database, { id })
  return row
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
      signing_curve: configuration.signingCurve,
      retention_days: configuration.retentionDays,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes what changes of a configuration; gives its row, or undefined. */
export function updateConfigurationRow(
  database: Kysely<Database>,
  id: number,
  changes: Partial<Omit<Configuration, 'id' | 'accountId'>>,
): Promise<Selectable<ConfigurationsTable> | undefined> {
  const columns = {
    name: changes.name,
    webhook: changes.webhook,
    redirect_url: changes.redirectUrl,
    review: changes.review,
    face_required: changes.faceRequired,
    product: changes.product,
    signing_curve: changes.signingCurve,
    retention_days: changes.retentionDays,
  }
  return database
    .updateTable('configurations')
    .set(columns)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** Configurations of an account or of all, oldest first. */
export function selectConfigurations(
  database: Kysely<Database>,
  accountId: number | null,
): Promise<Selectable<ConfigurationsTable>[]> {
  return database
    .selectFrom('configurations')
    .selectAll()
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? 0))
    .orderBy('id')
    .execute()
}

/** The configurations that keep personal data for a number of days, oldest first. */
export async function selectRetentions(
  database: Kysely<Database>,
): Promise<{ configurationId: number; days: number }[]> {
  return database
    .selectFrom('configurations')
    .select('id as configurationId')
    .select((expression) => expression.ref('retention_days').$notNull().as('days'))
    .where('retention_days', 'is not', null)
    .orderBy('id')
    .execute()
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
    signingCurve: row.signing_curve,
    retentionDays: row.retention_days,
  }
}
