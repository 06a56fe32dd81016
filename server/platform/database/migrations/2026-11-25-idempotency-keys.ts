import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  // Empty until its transaction ends: who comes second waits for that.
  `create table idempotency_keys (
    account_id bigint not null references accounts (id) on delete cascade,
    environment text not null check (environment in ('live', 'test')),
    key_sha256 bytea not null check (length(key_sha256) = 32),
    body_sha256 bytea not null check (length(body_sha256) = 32),
    identification_id uuid references identifications (identification_id) on delete cascade,
    created_at timestamptz not null,
    primary key (account_id, environment, key_sha256)
  )`,
  `create index on idempotency_keys (identification_id)`,
  `create index on idempotency_keys (created_at)`,
]

/** A request that is sent twice under one key creates one identification. */
export const idempotencyKeys: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
