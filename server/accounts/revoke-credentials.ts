import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { revokeCredentialsRow } from './_account-rows.ts'

/** Ends credentials from the next request on; gives their account. Throws `Problem('unknown_record')`. */
export async function revokeCredentials(
  database: Kysely<Database>,
  { clientId, now }: { clientId: string; now: Date },
): Promise<number> {
  const revoked = await revokeCredentialsRow(database, clientId, now)
  if (!revoked) throw new Problem('unknown_record', 'No credentials in use have this client id')
  return revoked.account_id
}
