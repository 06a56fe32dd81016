import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { selectRetentions } from './_configuration-rows.ts'

/** How long a configuration keeps personal data after an end. */
export interface Retention {
  configurationId: number
  days: number
}

/** The retention of every configuration that has one. */
export function listRetentions(database: Kysely<Database>): Promise<Retention[]> {
  return selectRetentions(database)
}
