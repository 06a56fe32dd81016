import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A scene keeps what its stream showed: times of frames and turns, no picture. */
export const streamSignals: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw('alter table scenes add column signals jsonb').execute(database)
  },
}
