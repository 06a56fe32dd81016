import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  `alter table credentials add column created_at timestamptz`,
  `alter table client_certificates add column created_at timestamptz, add column ends_at timestamptz`,
]

/** Adds when credentials and certificates were made, and when a certificate ends; null for those of before. */
export const accountRecords: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
