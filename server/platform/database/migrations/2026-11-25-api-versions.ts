import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Each account is pinned to a version of the API: those there are, to the one they have used. */
export const apiVersions: Migration = {
  async up(database: Kysely<unknown>) {
    await sql
      .raw(`alter table accounts add column api_version text not null default '2026-11-25'`)
      .execute(database)
  },
}
