import type { Kysely } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { revokeCertificateRow } from './_account-rows.ts'

/**
 * Ends a certificate of an account: the next request with it is refused, on open connections too.
 * Throws `Problem('unknown_record')` when the account has no such certificate in use.
 */
export async function revokeClientCertificate(
  database: Kysely<Database>,
  { accountId, fingerprint, now }: { accountId: number; fingerprint: string; now: Date },
): Promise<void> {
  const changed = await revokeCertificateRow(database, { fingerprint, account_id: accountId }, now)
  if (changed === 0) throw new Problem('unknown_record', 'No certificate in use has this fingerprint')
}
