import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Personal data lies encrypted under a data key of its identification. No version was released before: what
 * was kept in plain text goes with its rows, so that its pages leave the disk too.
 */
const STATEMENTS: readonly string[] = [
  `truncate identifications cascade`,
  `create table data_keys (
    identification bigint primary key references identifications (id) on delete cascade,
    sealed bytea not null,
    name text not null check (name ~ '^[0-9a-f]{16}$'),
    created_at timestamptz not null
  )`,
  // A destroyed key's row is cleared within a minute, not when a fifth of the table has gone.
  `alter table data_keys set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0)`,
  `alter table identifications drop user_agent, drop user_ip_address, add visit_sealed bytea`,
  `alter table identities drop first_name, drop last_name, drop birth_date, add sealed bytea`,
  `alter table reference_data drop first_name, drop last_name, drop birth_date, add sealed bytea`,
  `alter table external_identities drop user_id, drop phone_number, drop mail_address, add sealed bytea`,
  `alter table scenes drop facts, add facts_sealed bytea`,
  `alter table answers drop document, add document_sealed bytea`,
]

/** Puts sealed columns in the place of plain ones. */
export const sealedRecords: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
