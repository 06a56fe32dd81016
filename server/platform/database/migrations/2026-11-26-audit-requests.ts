import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const STATEMENTS: readonly string[] = [
  'alter table audit_entries add column client_id text, add column request_id text',
  // Whoever holds the signed address of an asset is none of the others.
  `alter table audit_entries
    drop constraint audit_entries_actor_check,
    add constraint audit_entries_actor_check
      check (actor in ('client', 'command', 'applicant', 'service', 'holder'))`,
]

/** Entries of the audit log name the credentials and the request, and know who only holds an address. */
export const auditRequests: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database)
  },
}
