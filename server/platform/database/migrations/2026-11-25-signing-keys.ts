import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  `alter table configurations
    add column signing_curve text default 'P-256' check (signing_curve in ('P-256', 'P-384', 'P-521'))`,
  `create table signing_keys (
    configuration_id bigint not null references configurations (id),
    environment text not null check (environment in ('live', 'test')),
    version integer not null check (version >= 1),
    curve text not null check (curve in ('P-256', 'P-384', 'P-521')),
    public_key_pem text not null,
    sealed_private_key bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    destroyed_at timestamptz,
    primary key (configuration_id, environment, version),
    check ((sealed_private_key is null) = (destroyed_at is not null))
  )`,
  // At most one version of a line can sign.
  `create unique index on signing_keys (configuration_id, environment) where destroyed_at is null`,
  `create index on signing_keys (expires_at) where destroyed_at is null`,
]

/** Adds the keys that sign answers, and the curve that each configuration has them on. */
export const signingKeys: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
