import type { Kysely } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { configurationOf, updateConfigurationRow } from './_configuration-rows.ts'

/** What of a configuration may change; it stays its account's. */
export type ConfigurationChanges = Partial<Omit<Configuration, 'id' | 'accountId'>>

/** Changes a configuration; gives it as it is then. Throws `Problem('unknown_record' | 'params_invalid')`. */
export async function updateConfiguration(
  database: Kysely<Database>,
  id: number,
  changes: ConfigurationChanges,
): Promise<Configuration> {
  if (Object.values(changes).every((value) => value === undefined)) {
    throw new Problem('params_invalid', 'Say what of the configuration changes')
  }
  const row = await updateConfigurationRow(database, id, changes)
  if (!row) throw new Problem('unknown_record', 'No configuration has this id')
  return configurationOf(row)
}
