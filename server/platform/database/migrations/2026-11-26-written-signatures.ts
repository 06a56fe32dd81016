import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Pictures of holders' signatures are kept beside those of cards and portraits. */
export const writtenSignatures: Migration = {
  async up(database: Kysely<unknown>) {
    const kinds = "'frame', 'recording', 'card', 'portrait', 'signature', 'face'"
    await sql.raw('alter table assets drop constraint assets_kind_check').execute(database)
    await sql
      .raw(`alter table assets add constraint assets_kind_check check (kind in (${kinds}))`)
      .execute(database)
  },
}
