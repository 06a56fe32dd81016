import { createHash, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Client } from '../../domain/account.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type CredentialsRow, selectCredentials } from './_account-rows.ts'

/** What a secret is compared with when the client id is unknown: no secret hashes to it. */
const NO_SECRET_SHA256 = Buffer.alloc(32)

/** Who a request claims to come from. */
export interface ClientClaim {
  clientId: string
  clientSecret: string
  /**
   * SHA-256 (hex) of the client certificate's DER, proved by the connection, in its dates and made for
   * clients; null when there is none like that.
   */
  certificateFingerprint: string | null
}

/**
 * Tells which client makes a request. An account whose policy is `required` must also show one of its own
 * certificates that is not revoked; for the others no certificate is looked at.
 * Unknown ids and wrong secrets take the same query, the same comparison and the same words.
 * Throws `Problem('unauthenticated')`.
 */
export async function authenticateClient(
  database: Kysely<Database>,
  { clientId, clientSecret, certificateFingerprint }: ClientClaim,
): Promise<Client> {
  const row = await selectCredentials(database, clientId, certificateFingerprint)
  const given = createHash('sha256').update(clientSecret).digest()
  const secretAgrees = timingSafeEqual(row?.secret_sha256 ?? NO_SECRET_SHA256, given)
  if (!row || !secretAgrees) throw new Problem('unauthenticated', 'Invalid client id or secret')
  if (row.certificate_required && !row.certificate_known) {
    throw new Problem('unauthenticated', 'A valid client certificate of this account is required')
  }
  return clientOf(row)
}

function clientOf(row: CredentialsRow): Client {
  return {
    account: {
      id: row.account_id,
      name: row.account_name,
      certificatePolicy: row.certificate_required ? 'required' : 'optional',
    },
    environment: row.environment,
    configurationId: row.configuration_id,
    apiVersion: row.api_version,
  }
}
