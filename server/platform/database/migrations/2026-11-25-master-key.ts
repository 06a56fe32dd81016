import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Keeps a sealed canary of the master key: one row. */
export const masterKeyCanary: Migration = {
  async up(database: Kysely<unknown>) {
    await sql
      .raw(
        `create table master_key_canaries (
          id smallint primary key check (id = 1),
          sealed bytea not null
        )`,
      )
      .execute(database)
  },
}
