import type { Configuration } from '../../../../domain/configuration.ts'
import { type ConfigurationWish, createConfiguration } from '../../../configurations/create-configuration.ts'
import { listConfigurations } from '../../../configurations/list-configurations.ts'
import {
  type ConfigurationChanges,
  updateConfiguration,
} from '../../../configurations/update-configuration.ts'
import { withPlatform } from '../with-platform.ts'
import { actNoted, type CommandAct } from './note-command.ts'
import { type Told, tellMany, tellOne } from './tell.ts'

/** Makes a configuration; tells its webhook secrets, which are shown again by `webhooks secrets list`. */
export async function makeConfiguration(
  wanted: ConfigurationWish,
  options: { json?: boolean },
): Promise<void> {
  const { configuration, webhookSecrets } = await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction) => createConfiguration(transaction, wanted, platform.keyring),
      ({ configuration: made }) => act(made, 'configuration.created'),
    ),
  )
  const secrets = { liveWebhookSecret: webhookSecrets.live, testWebhookSecret: webhookSecrets.test }
  tellOne({ ...describe(configuration), ...secrets }, options)
}

/** Changes a configuration. */
export async function changeConfiguration(
  id: number,
  changes: ConfigurationChanges,
  options: { json?: boolean },
): Promise<void> {
  const configuration = await withPlatform((platform) =>
    actNoted(
      platform,
      (transaction) => updateConfiguration(transaction, id, changes),
      (changed) => act(changed, 'configuration.changed'),
    ),
  )
  tellOne(describe(configuration), options)
}

/** Shows every configuration, or those of an account. */
export async function showConfigurations(options: { json?: boolean; account?: number }): Promise<void> {
  const list = await withPlatform(({ database }) => listConfigurations(database, options.account ?? null))
  tellMany(list.map(describe), options)
}

function act({ id, accountId }: Configuration, action: string): CommandAct {
  return { accountId, action, subject: `configuration ${id}` }
}

function describe({ signingCurve, retentionDays, ...rest }: Configuration): Record<string, Told> {
  return { ...rest, signing: signingCurve ?? 'off', retentionDays: retentionDays ?? 'for ever' }
}
