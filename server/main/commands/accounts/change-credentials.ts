import type { Environment } from '../../../../domain/environment.ts'
import { createCredentials } from '../../../accounts/create-credentials.ts'
import { listCredentials } from '../../../accounts/list-credentials.ts'
import { revokeCredentials } from '../../../accounts/revoke-credentials.ts'
import { findConfiguration } from '../../../configurations/find-configuration.ts'
import { withPlatform } from '../with-platform.ts'
import { actNoted, type CommandAct } from './note-command.ts'
import { tellMany, tellOne } from './tell.ts'

/** Makes credentials of a configuration; the secret is told this once. */
export async function addCredentials(
  configurationId: number,
  options: { json?: boolean; environment: Environment },
): Promise<void> {
  const { environment } = options
  const told = await withPlatform((platform) =>
    actNoted(
      platform,
      async (transaction, now) => {
        const { accountId } = await findConfiguration(transaction, configurationId)
        const owner = { accountId, configurationId, environment }
        return { ...owner, ...(await createCredentials(transaction, { ...owner, now })) }
      },
      ({ accountId, clientId }) => act(accountId, clientId, 'credentials.added'),
    ),
  )
  tellOne(told, options)
}

/** Ends credentials. */
export async function endCredentials(clientId: string, options: { json?: boolean }): Promise<void> {
  const accountId = await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction, now) => revokeCredentials(transaction, { clientId, now }),
      (owner) => act(owner, clientId, 'credentials.revoked'),
    ),
  )
  tellOne({ clientId, accountId, revoked: true }, options)
}

/** Shows all credentials, or those of an account, without secrets. */
export async function showCredentials(options: { json?: boolean; account?: number }): Promise<void> {
  const list = await withPlatform(({ database }) => listCredentials(database, options.account ?? null))
  tellMany(
    list.map((one) => ({ ...one })),
    options,
  )
}

function act(accountId: number, clientId: string, action: string): CommandAct {
  return { accountId, action, subject: `credentials ${clientId}` }
}
