import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A scene counts the challenges that were drawn for it. */
export const challengesDrawn: Migration = {
  async up(database: Kysely<unknown>) {
    await sql
      .raw('alter table scenes add column challenges_drawn integer not null default 0')
      .execute(database)
  },
}
