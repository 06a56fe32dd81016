import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  // Secrets are sealed; `secret` holds those of before until the next start seals them.
  `alter table webhook_secrets
    alter column secret drop not null,
    add column sealed_secret bytea,
    add column sealed_next_secret bytea,
    add column next_signs_at timestamptz,
    add check ((secret is null) <> (sealed_secret is null)),
    add check ((sealed_next_secret is null) = (next_signs_at is null))`,
  `create table webhook_authorizations (
    configuration_id bigint not null references configurations (id),
    environment text not null check (environment in ('live', 'test')),
    token_url text not null,
    refresh_url text,
    client_id text not null,
    sealed_client_secret bytea not null,
    sealed_access_token bytea,
    sealed_refresh_token bytea,
    token_expires_at timestamptz,
    primary key (configuration_id, environment)
  )`,
  // Standard answers are told too, and have no identification of their own.
  `alter table announcements
    alter column identification drop not null,
    add column resend_of bigint references announcements (id) on delete set null`,
  `create index on announcements (resend_of) where resend_of is not null`,
]

/** Seals webhook secrets and lets them rotate; keeps receivers' authorizations; lets deliveries be sent again. */
export const webhooks: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
