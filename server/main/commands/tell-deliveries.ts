import { findConfiguration } from '../../configurations/find-configuration.ts'
import type { JourneyContext } from '../../journey/journey-context.ts'
import { type LoggedDelivery, listDeliveries } from '../../webhooks/list-deliveries.ts'
import { resendDelivery } from '../../webhooks/resend-delivery.ts'
import { actNoted } from './accounts/note-command.ts'
import { withPlatform } from './with-platform.ts'

/** Which deliveries are shown. */
export interface LogOptions {
  limit: number
  identification?: string
  givenUp?: boolean
}

/** Shows the latest deliveries, each with its tries. */
export async function tellDeliveries({ limit, identification, givenUp }: LogOptions): Promise<void> {
  const which = {
    limit,
    identificationId: identification ?? null,
    ends: givenUp ? 'given-up' : 'all',
  } as const
  const { route, deliveries } = await withPlatform(async ({ database, webhookRoute }) => ({
    route: describeRoute(webhookRoute),
    deliveries: await listDeliveries(database, which),
  }))
  const lines = deliveries.flatMap((delivery) => [describe(delivery), ...delivery.tries.map(describeTry)])
  process.stdout.write([route, ...lines].map((line) => `${line}\n`).join(''))
}

/** Sends a delivery again, as it was. */
export async function resend(announcementId: number): Promise<void> {
  const { id } = await withPlatform(async (platform) => {
    const { queue } = platform
    return actNoted(
      platform,
      async (transaction, now) => {
        const resent = await resendDelivery(transaction, { queue, announcementId, now })
        return { ...resent, ...(await findConfiguration(transaction, resent.configurationId)), id: resent.id }
      },
      ({ accountId, identificationId }) => ({
        accountId,
        action: 'webhook.resent',
        subject: `identification ${identificationId}`,
        detail: `delivery ${announcementId}`,
      }),
    )
  })
  process.stdout.write(`Delivery ${announcementId} is sent again as ${id}\n`)
}

/** What a client's firewall has to let in. */
function describeRoute({ sourceAddress, proxyUrl }: JourneyContext['webhookRoute'] = {}): string {
  const from = sourceAddress ? `from ${sourceAddress}` : 'from any address of this machine'
  return `Webhooks are sent ${from}${proxyUrl ? ` through the proxy ${new URL(proxyUrl).host}` : ''}`
}

function describe(delivery: LoggedDelivery): string {
  const { id, createdAt, environment, configurationName, identificationId, status, receiver } = delivery
  const again = delivery.resendOf === null ? '' : `, again for ${delivery.resendOf}`
  const what = `${status} of ${identificationId} (${configurationName}, ${environment})`
  return `${id}  ${createdAt.toISOString()}  ${delivery.end}${again}: ${what} to ${receiver}`
}

function describeTry({ triedAt, durationMs, outcome }: LoggedDelivery['tries'][number]): string {
  return `        ${triedAt.toISOString()}  ${outcome} after ${Math.round(durationMs)} ms`
}
