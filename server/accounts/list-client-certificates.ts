import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { selectCertificates } from './_account-rows.ts'

/** A client certificate as it is registered. */
export interface ListedCertificate {
  fingerprint: string
  accountId: number
  /** Null, as the next one, for those of before it was noted. */
  createdAt: Date | null
  endsAt: Date | null
  revokedAt: Date | null
}

/** All client certificates, or those of an account, revoked ones too. */
export async function listClientCertificates(
  database: Kysely<Database>,
  accountId: number | null,
): Promise<ListedCertificate[]> {
  const rows = await selectCertificates(database, accountId)
  return rows.map((row) => ({
    fingerprint: row.fingerprint,
    accountId: row.account_id,
    createdAt: row.created_at,
    endsAt: row.ends_at,
    revokedAt: row.revoked_at,
  }))
}
