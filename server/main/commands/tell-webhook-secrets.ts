import type { Environment } from '../../../domain/environment.ts'
import { findConfiguration } from '../../configurations/find-configuration.ts'
import { listWebhookSecrets } from '../../configurations/list-webhook-secrets.ts'
import type { WebhookSecrets } from '../../configurations/open-webhook-secrets.ts'
import { rotateWebhookSecret } from '../../configurations/rotate-webhook-secret.ts'
import { actNoted } from './accounts/note-command.ts'
import { withPlatform } from './with-platform.ts'

const HOUR_MS = 60 * 60 * 1_000

/** Which configuration's webhooks in which environment. */
export interface LineOptions {
  configuration: number
  environment: Environment
}

/** Shows the secrets of every configuration and environment. */
export async function tellWebhookSecrets(): Promise<void> {
  const lines = await withPlatform(async (platform) => {
    const secrets = await listWebhookSecrets(platform)
    return secrets.map(
      (one) =>
        `configuration ${one.configurationId} (${one.configurationName}), ${one.environment}: ${describe(one)}`,
    )
  })
  tell(lines)
}

/** Makes the next secret of a line and shows both. */
export async function rotateSecret({
  configuration: configurationId,
  environment,
  hours,
}: LineOptions & { hours: number }): Promise<void> {
  const { secrets } = await withPlatform((platform) =>
    actNoted(
      platform,
      async (transaction, now) => {
        const { accountId } = await findConfiguration(transaction, configurationId)
        const signsAt = new Date(now.getTime() + hours * HOUR_MS)
        const rotation = { configurationId, environment, now, signsAt }
        return { accountId, secrets: await rotateWebhookSecret(transaction, platform.keyring, rotation) }
      },
      ({ accountId }) => ({
        accountId,
        action: 'webhook-secret.rotated',
        subject: `configuration ${configurationId}`,
        detail: environment,
      }),
    ),
  )
  tell([`configuration ${configurationId}, ${environment}: ${describe(secrets)}`])
}

function describe({ signing, next }: WebhookSecrets): string {
  return next ? `${signing}; from ${next.signsAt.toISOString()} ${next.secret}` : signing
}

function tell(lines: string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
