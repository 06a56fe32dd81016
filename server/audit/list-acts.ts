import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { selectNewest } from './_audit-rows.ts'
import type { AuditEntry } from './audit-entry.ts'

/** The newest entries of the log, newest first, of all accounts or of one. */
export async function listActs(
  database: Kysely<Database>,
  which: { accountId: number | null; limit: number },
): Promise<AuditEntry[]> {
  const rows = await selectNewest(database, which)
  return rows.map((row) => {
    const { id, at, actor, account_id: accountId, client_id: clientId, request_id: requestId } = row
    const { action, subject, detail } = row
    return { id, at, actor, accountId, clientId, requestId, action, subject, detail }
  })
}
