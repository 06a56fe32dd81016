import type { Kysely } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import type { Database } from '../platform/database/database.ts'
import { configurationOf, selectConfigurations } from './_configuration-rows.ts'

/** Every configuration, or those of an account, oldest first. */
export async function listConfigurations(
  database: Kysely<Database>,
  accountId: number | null,
): Promise<Configuration[]> {
  return (await selectConfigurations(database, accountId)).map(configurationOf)
}
