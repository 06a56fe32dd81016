import type { Kysely } from 'kysely'
import type { Configuration } from '../../domain/configuration.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { configurationOf, selectConfiguration } from './_configuration-rows.ts'

/** A configuration by its number. Throws `Problem('unknown_record')`. */
export async function findConfiguration(database: Kysely<Database>, id: number): Promise<Configuration> {
  const row = await selectConfiguration(database, id)
  if (!row) throw new Problem('unknown_record', 'No configuration has this id')
  return configurationOf(row)
}
