import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import type { AuditAct } from './audit-entry.ts'
import { noteActs } from './note-acts.ts'

/** Notes who did what, in the transaction of the act: both are there or neither. */
export function noteAct(
  database: Kysely<Database>,
  keyring: Keyring,
  act: AuditAct & { now: Date },
): Promise<void> {
  return noteActs(database, keyring, [act])
}
