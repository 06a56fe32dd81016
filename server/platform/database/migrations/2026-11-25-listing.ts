import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A page of a list is read from an index in either order, from any place, for every status or one. */
const STATEMENTS: readonly string[] = [
  'create index on identifications (account_id, environment, created_at, id)',
  'create index on identifications (account_id, environment, updated_at, id)',
  'create index on identifications (account_id, environment, status, created_at, id)',
]

/** The indexes of the list of identifications. */
export const listing: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
