import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Events are numbered per account and environment by a row that the numbering transaction holds (decision 17).
 * They refer to no identification: they hold nothing personal and outlive it.
 */
const STATEMENTS: readonly string[] = [
  `create table event_counters (
    account_id bigint not null references accounts (id),
    environment text not null check (environment in ('live', 'test')),
    last_number bigint not null check (last_number > 0),
    primary key (account_id, environment)
  )`,
  `create table events (
    account_id bigint not null references accounts (id),
    environment text not null check (environment in ('live', 'test')),
    number bigint not null check (number > 0),
    identification_id uuid not null,
    configuration_id bigint not null,
    status text not null
      check (status in ('uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired')),
    return_reason text,
    error_type text,
    created_at timestamptz not null,
    primary key (account_id, environment, number)
  )`,
]

/** The feed of status changes. */
export const statusEvents: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
