import { text } from 'node:stream/consumers'
import type { Environment } from '../../../domain/environment.ts'
import { findConfiguration } from '../../configurations/find-configuration.ts'
import { removeAuthorization, setAuthorization } from '../../webhooks/set-authorization.ts'
import { actNoted } from './accounts/note-command.ts'
import type { LineOptions } from './tell-webhook-secrets.ts'
import { withPlatform } from './with-platform.ts'

/** How a receiver asks to be authorized with; its client secret comes from standard input. */
export interface AuthorizationOptions extends LineOptions {
  tokenUrl: string
  clientId: string
  refreshUrl?: string
}

/** Has the webhooks of a line carry an access token. */
export async function setFromInput(options: AuthorizationOptions): Promise<void> {
  const { configuration: configurationId, environment, refreshUrl = null, ...wanted } = options
  const clientSecret = (await text(process.stdin)).trim()
  if (clientSecret === '') throw new Error('Give the client secret on standard input')
  await withPlatform(async (platform) => {
    const { accountId } = await findConfiguration(platform.database, configurationId)
    const line = { configurationId, environment }
    await actNoted(
      platform,
      (database) =>
        setAuthorization({ ...platform, database }, { ...line, ...wanted, refreshUrl, clientSecret }),
      () => ({ accountId, action: 'webhook-authorization.set', ...subjectOf(line) }),
    )
  })
  process.stdout.write('Webhooks are sent with an access token\n')
}

/** Has the webhooks of a line go without an access token. */
export async function remove({ configuration: configurationId, environment }: LineOptions): Promise<void> {
  const line = { configurationId, environment }
  const had = await withPlatform(async (platform) => {
    const { accountId } = await findConfiguration(platform.database, configurationId)
    return actNoted(
      platform,
      (database) => removeAuthorization(database, line),
      (removed) =>
        removed ? { accountId, action: 'webhook-authorization.removed', ...subjectOf(line) } : null,
    )
  })
  process.stdout.write(had ? 'Webhooks are sent without an access token\n' : 'There was no authorization\n')
}

function subjectOf({ configurationId, environment }: { configurationId: number; environment: Environment }) {
  return { subject: `configuration ${configurationId}`, detail: environment }
}
