import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { insertEntries } from './_audit-rows.ts'
import { entryPurpose, hashEntry } from './_entry-hash.ts'
import type { AuditAct } from './audit-entry.ts'

/** Notes several acts at once, each with its time. */
export async function noteActs(
  database: Kysely<Database>,
  keyring: Keyring,
  acts: readonly (AuditAct & { now: Date })[],
): Promise<void> {
  const entries = acts.map(({ accountId, clientId = null, requestId = null, now: at, ...act }) => {
    const names = { account_id: accountId, client_id: clientId, request_id: requestId }
    const entry = { ...act, ...names, at, nonce: randomUUID() }
    return { ...entry, proof: keyring.seal(hashEntry(entry), entryPurpose(entry.nonce)) }
  })
  if (entries.length > 0) await insertEntries(database, entries)
}
