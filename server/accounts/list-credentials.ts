import type { Kysely } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Database } from '../platform/database/database.ts'
import { selectCredentialsList } from './_account-rows.ts'

/** Credentials without their secret, which nobody has. */
export interface ListedCredentials {
  clientId: string
  accountId: number
  configurationId: number
  environment: Environment
  /** Null for those of before it was noted. */
  createdAt: Date | null
  revokedAt: Date | null
}

/** All credentials, or those of an account, revoked ones too. */
export async function listCredentials(
  database: Kysely<Database>,
  accountId: number | null,
): Promise<ListedCredentials[]> {
  const rows = await selectCredentialsList(database, accountId)
  return rows.map((row) => ({
    clientId: row.client_id,
    accountId: row.account_id,
    configurationId: row.configuration_id,
    environment: row.environment,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }))
}
