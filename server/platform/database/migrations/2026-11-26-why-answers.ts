import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** An answer keeps what each check found and the thresholds that it was held against. */
export const whyAnswers: Migration = {
  async up(database: Kysely<unknown>) {
    await sql.raw('alter table answers add column grounds jsonb').execute(database)
  },
}
