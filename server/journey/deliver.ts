import { findWebhookSecret } from '../configurations/find-webhook-secret.ts'
import { deliverWebhook } from '../webhooks/deliver-webhook.ts'
import type { JourneyContext } from './journey-context.ts'
import { findPinnedVersion } from './versions/find-pinned-version.ts'

/** Tells a client's webhook of a status change. Throws after a failure that is to be tried again. */
export async function deliver(context: JourneyContext, announcementId: number): Promise<void> {
  const { database, clock, keyring, localReceivers, webhookRoute, log } = context
  const end = await deliverWebhook(
    {
      database,
      clock,
      keyring,
      localReceivers,
      ...webhookRoute,
      findApiVersion: (configurationId) => findPinnedVersion(context, configurationId),
      findSecret: (configurationId, environment) =>
        findWebhookSecret(context, { configurationId, environment }),
    },
    announcementId,
  )
  if (end === 'given-up') log.warn({ announcementId }, 'A webhook was given up')
}
