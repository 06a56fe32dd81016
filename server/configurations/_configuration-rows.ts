import type { Kysely, Selectable } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
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
      signing_curve: configuration.signingCurve,
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
    signingCurve: row.signing_curve,
  }
}
