import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const TABLES = ['audit_entries', 'audit_links', 'audit_seals']

const STATEMENTS: readonly string[] = [
  `create table audit_entries (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null check (actor in ('client', 'command', 'applicant', 'service')),
    account_id bigint,
    action text not null,
    subject text not null,
    detail text,
    nonce text not null unique,
    proof bytea not null
  )`,
  `create table audit_links (
    position bigint primary key check (position >= 1),
    entry bigint not null unique,
    hash bytea not null check (length(hash) = 32)
  )`,
  `create table audit_seals (
    position bigint primary key,
    sealed_at timestamptz not null,
    proof bytea not null
  )`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
    begin raise exception 'The audit log only grows'; end
  $$`,
  ...TABLES.map(
    (table) =>
      `create trigger only_grows before update or delete or truncate on ${table}
        for each statement execute function refuse_audit_change()`,
  ),
]

/** Adds the log of who did what; the database itself refuses to change or shorten it. */
export const audit: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
