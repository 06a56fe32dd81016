import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Keyring } from '../platform/keys/keys.ts'
import { deleteAuthorization, upsertAuthorization, type WebhookLine } from './_authorization-rows.ts'
import { authorizationPurpose } from './authorize-webhook.ts'
import { parseReceiverUrl } from './receiver/parse-receiver-url.ts'

/** How a receiver asks to be authorized with (API text, "Webhooks Authentication"). */
export interface WantedAuthorization extends WebhookLine {
  tokenUrl: string
  /** Where a refresh token is traded in, when it is not the token URL. */
  refreshUrl: string | null
  clientId: string
  clientSecret: string
}

/** Has the webhooks of a line carry an access token from now on. Throws an Error for a URL that is refused: the secret goes there. */
export async function setAuthorization(
  {
    database,
    keyring,
    localReceivers,
  }: { database: Kysely<Database>; keyring: Keyring; localReceivers: 'allowed' | 'refused' },
  { configurationId, environment, tokenUrl, refreshUrl, clientId, clientSecret }: WantedAuthorization,
): Promise<void> {
  const line = { configurationId, environment }
  for (const text of [tokenUrl, ...(refreshUrl === null ? [] : [refreshUrl])]) {
    const { url } = parseReceiverUrl(text)
    if (url.protocol !== 'https:' && localReceivers === 'refused') throw new Error('Token URLs must be https')
  }
  await upsertAuthorization(database, {
    configuration_id: configurationId,
    environment,
    token_url: tokenUrl,
    refresh_url: refreshUrl,
    client_id: clientId,
    sealed_client_secret: keyring.seal(Buffer.from(clientSecret), authorizationPurpose(line)),
  })
}

/** Has the webhooks of a line go without an access token again; tells whether they had one. */
export async function removeAuthorization(database: Kysely<Database>, line: WebhookLine): Promise<boolean> {
  return (await deleteAuthorization(database, line)) > 0
}
