import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The tables as they first stood, in the order they need each other. */
const STATEMENTS: readonly string[] = [
  // Rooms accounts and configurations.
  `create table accounts (
    id bigint generated always as identity (start with 101) primary key,
    name text not null,
    certificate_required boolean not null
  )`,
  `create table configurations (
    id bigint generated always as identity (start with 1001) primary key,
    account_id bigint not null references accounts (id),
    name text not null,
    webhook text,
    redirect_url text not null,
    review text not null check (review in ('never', 'always')),
    face_required boolean not null,
    product text not null check (product in ('standard', 'certified')),
    unique (account_id, name),
    unique (id, account_id)
  )`,
  `create table credentials (
    client_id text primary key,
    secret_sha256 bytea not null check (length(secret_sha256) = 32),
    account_id bigint not null references accounts (id),
    configuration_id bigint not null,
    environment text not null check (environment in ('live', 'test')),
    revoked_at timestamptz,
    foreign key (configuration_id, account_id) references configurations (id, account_id)
  )`,
  `create index on credentials (account_id)`,
  `create table client_certificates (
    fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    account_id bigint not null references accounts (id),
    revoked_at timestamptz
  )`,
  `create index on client_certificates (account_id)`,
  `create table webhook_secrets (
    configuration_id bigint not null references configurations (id),
    environment text not null check (environment in ('live', 'test')),
    secret text not null,
    primary key (configuration_id, environment)
  )`,

  // Room identifications.
  `create table identifications (
    id bigint generated always as identity (start with 10001) primary key,
    identification_id uuid not null unique,
    account_id bigint not null references accounts (id),
    configuration_id bigint not null,
    environment text not null check (environment in ('live', 'test')),
    status text not null
      check (status in ('uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired')),
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null,
    status_updated_at timestamptz not null,
    anonymized_at timestamptz,
    expires_at timestamptz not null,
    number_of_attempts integer not null default 0 check (number_of_attempts >= 0),
    redirect_url text not null,
    webhook text,
    face_required boolean not null,
    user_agent text,
    user_ip_address text,
    comment text,
    score smallint check (score in (1, 0, -1)),
    reason_codes integer[] not null default '{}',
    return_reason text check (return_reason in ('refusal', 'no_document', 'verify_later', 'connection_issue',
      'doc_instructions_not_followed', 'face_instructions_not_followed', 'error')),
    error_type text check (error_type in ('challenge_timeout', 'bad-connectivity', 'publish',
      'browser-not-supported', 'device-not-allowed', 'device-not-found', 'wrong_phone_number')),
    foreign key (configuration_id, account_id) references configurations (id, account_id)
  )`,
  `create index on identifications (account_id, environment, created_at desc)`,
  `create index on identifications (configuration_id)`,
  `create index on identifications (expires_at) where status in ('uninitiated', 'initiated')`,
  `create index on identifications (status_updated_at) where status = 'processing'`,
  `create table identities (
    id bigint generated always as identity (start with 20001) primary key,
    identification bigint not null unique references identifications (id) on delete cascade,
    first_name text,
    last_name text,
    birth_date date
  )`,
  `create table reference_data (
    id bigint generated always as identity (start with 30001) primary key,
    identification bigint not null unique references identifications (id) on delete cascade,
    first_name text,
    last_name text,
    birth_date date
  )`,
  `create table external_identities (
    id bigint generated always as identity (start with 40001) primary key,
    identification bigint not null unique references identifications (id) on delete cascade,
    user_id text,
    phone_number text,
    mail_address text
  )`,

  // Rooms capture and assets.
  `create table attempts (
    id bigint generated always as identity (start with 50001) primary key,
    identification bigint not null references identifications (id) on delete cascade,
    token_sha256 bytea not null unique check (length(token_sha256) = 32),
    document text not null check (document in ('passport', 'id-card', 'residence-permit', 'driving-licence')),
    consented_at timestamptz not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    ended_at timestamptz
  )`,
  `create index on attempts (identification, id)`,
  `create table scenes (
    id bigint generated always as identity (start with 60001) primary key,
    attempt bigint not null references attempts (id) on delete cascade,
    name text not null check (name in ('document-front', 'document-back', 'face')),
    position smallint not null check (position >= 0),
    challenge jsonb,
    started_at timestamptz,
    captured_at timestamptz,
    analyzed_at timestamptz,
    facts jsonb,
    unique (attempt, name),
    unique (attempt, position)
  )`,
  `create table assets (
    id bigint generated always as identity (start with 70001) primary key,
    identification bigint not null references identifications (id) on delete cascade,
    scene bigint not null references scenes (id) on delete cascade,
    kind text not null check (kind in ('frame', 'recording', 'card', 'portrait', 'face')),
    key text not null unique,
    content_type text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint not null check (size_bytes >= 0),
    time_ms double precision,
    created_at timestamptz not null
  )`,
  `create index on assets (identification)`,
  `create index on assets (scene, kind)`,

  // Room checks: the parts of an answer are resources of the API, each with a number of its own.
  `create table answers (
    identification bigint primary key references identifications (id) on delete cascade,
    document_id bigint generated always as identity (start with 110001),
    face_id bigint generated always as identity (start with 120001),
    document_checks_id bigint generated always as identity (start with 130001),
    face_checks_id bigint generated always as identity (start with 140001),
    doc_face_match_id bigint generated always as identity (start with 150001),
    reference_data_check_id bigint generated always as identity (start with 160001),
    score smallint not null check (score in (1, 0, -1)),
    document jsonb not null,
    document_checks jsonb not null,
    face_checks jsonb,
    doc_face_match smallint check (doc_face_match in (1, 0, -1)),
    reference_data_check smallint check (reference_data_check in (1, 0, -1)),
    reason_codes integer[] not null,
    comments text[] not null,
    not_checked text[] not null,
    answered_at timestamptz not null
  )`,

  // Room webhooks.
  `create table announcements (
    id bigint generated always as identity (start with 80001) primary key,
    identification bigint not null references identifications (id) on delete cascade,
    identification_id uuid not null,
    configuration_id bigint not null references configurations (id),
    configuration_name text not null,
    environment text not null check (environment in ('live', 'test')),
    url text not null,
    status text not null
      check (status in ('uninitiated', 'initiated', 'processing', 'processed', 'aborted', 'expired')),
    return_reason text check (return_reason in ('refusal', 'no_document', 'verify_later', 'connection_issue',
      'doc_instructions_not_followed', 'face_instructions_not_followed', 'error')),
    created_at timestamptz not null,
    delivered_at timestamptz,
    given_up_at timestamptz
  )`,
  `create index on announcements (identification, id)`,
  `create index on announcements (created_at) where delivered_at is null and given_up_at is null`,
  `create table delivery_tries (
    id bigint generated always as identity (start with 90001) primary key,
    announcement bigint not null references announcements (id) on delete cascade,
    tried_at timestamptz not null,
    duration_ms double precision not null,
    response_status integer,
    failure text
  )`,
  `create index on delivery_tries (announcement)`,
]

/** Creates every table of `database.ts` with its keys, checks and indexes. */
export const firstTables: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
