import { findWebhookSecret } from '../configurations/find-webhook-secret.ts'
import { deliverWebhook } from '../webhooks/deliver-webhook.ts'
import { resumeDeliveries } from '../webhooks/resume-deliveries.ts'
import type { JourneyContext } from './journey-context.ts'

/** Tells a client's webhook of a status change. Throws after a failure that is to be tried again. */
export async function deliver(context: JourneyContext, announcementId: number): Promise<void> {
  const { database, queue, clock, localReceivers } = context
  await deliverWebhook(
    {
      database,
      queue,
      clock,
      localReceivers,
      findSecret: (configurationId, environment) => findWebhookSecret(database, configurationId, environment),
    },
    announcementId,
  )
}

/** Takes up deliveries that a killed process has left without a job. */
export async function resumeDelivering({ database, queue, clock, log }: JourneyContext): Promise<void> {
  const count = await resumeDeliveries({ database, queue, clock })
  if (count > 0) log.warn({ count }, 'webhooks left by a killed process are sent')
}
