import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { insertEntry } from './_audit-rows.ts'
import { entryPurpose, hashEntry } from './_entry-hash.ts'
import type { AuditAct } from './audit-entry.ts'

/** Notes who did what, in the transaction of the act: both are there or neither. */
export async function noteAct(
  database: Kysely<Database>,
  keyring: Keyring,
  { accountId, now: at, ...act }: AuditAct & { now: Date },
): Promise<void> {
  const entry = { ...act, account_id: accountId, at, nonce: randomUUID() }
  const proof = keyring.seal(hashEntry(entry), entryPurpose(entry.nonce))
  await insertEntry(database, { ...entry, proof })
}
