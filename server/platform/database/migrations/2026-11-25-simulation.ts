import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What was simulated can be told from what happened. */
export const simulation: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw('alter table identifications add column simulated_at timestamptz').execute(database)
  },
}
