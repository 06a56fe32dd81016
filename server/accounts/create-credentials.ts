import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Database } from '../platform/database/database.ts'
import { insertCredentials } from './_account-rows.ts'

/** Random bytes of a client id: enough never to repeat. */
const CLIENT_ID_BYTES = 16

/** Random bytes of a client secret: 256 bits, beyond guessing, so a fast hash is enough to keep it. */
const CLIENT_SECRET_BYTES = 32

/** A Basic pair; the secret is known to nobody after it is handed over. */
export interface Credentials {
  clientId: string
  clientSecret: string
}

/** Makes new credentials of an account and a configuration, for one environment; older ones stay good. */
export async function createCredentials(
  database: Kysely<Database>,
  owner: { accountId: number; configurationId: number; environment: Environment; now?: Date },
): Promise<Credentials> {
  const clientId = randomBytes(CLIENT_ID_BYTES).toString('hex')
  const clientSecret = randomBytes(CLIENT_SECRET_BYTES).toString('base64url')
  await insertCredentials(database, {
    client_id: clientId,
    secret_sha256: createHash('sha256').update(clientSecret).digest(),
    account_id: owner.accountId,
    configuration_id: owner.configurationId,
    environment: owner.environment,
    created_at: owner.now,
  })
  return { clientId, clientSecret }
}
