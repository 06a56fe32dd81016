import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  `alter table external_identities
    add column user_id_hash bytea check (length(user_id_hash) = 32)`,
  'create index on external_identities (user_id_hash) where user_id_hash is not null',
]

/** Identifications are found by the client's own user id, of which a keyed hash is kept. */
export const userIdSearch: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
