import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  // One key signs every certificate of erasure of an installation.
  `create table erasure_keys (
    id smallint primary key check (id = 1),
    sealed bytea not null,
    public_key text not null,
    created_at timestamptz not null
  )`,
  `create table erasures (
    identification bigint primary key references identifications (id) on delete cascade,
    certificate text not null,
    signature bytea not null,
    created_at timestamptz not null
  )`,
  `alter table configurations add retention_days integer check (retention_days >= 0)`,
  `create index on identifications (configuration_id, status_updated_at)
    where anonymized_at is null and status in ('processed', 'aborted', 'expired')`,
]

/** Certificates of erasure, and how long a configuration keeps personal data. */
export const erasures: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
