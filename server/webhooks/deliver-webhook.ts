import type { ApiVersion } from '../../domain/api-version.ts'
import type { Environment } from '../../domain/environment.ts'
import { type AnnouncementRow, settleAnnouncement } from './_announcement-rows.ts'
import { insertTry, updateTry } from './_try-rows.ts'
import { type Authorizer, authorizeWebhook } from './authorize-webhook.ts'
import { DELIVERY_TIMEOUT_MS, type PostOutcome, postWebhook } from './post-webhook.ts'
import { signWebhook } from './sign-webhook.ts'
import { writeWebhookBody } from './write-webhook-body.ts'

/** The first try and two retries (API text, "Webhook"). */
export const MAX_TRIES = 3
/** A receiver's word for a token that it does not take (RFC 6750 §3.1). */
const UNAUTHORIZED = 401

/** What a delivery needs of the house. */
export interface Courier extends Authorizer {
  /** The secret that signs the webhooks of a configuration in an environment. */
  findSecret(configurationId: number, environment: Environment): Promise<string>
  /** The version of the API that shapes the bodies of a configuration's webhooks. */
  findApiVersion(configurationId: number): Promise<ApiVersion>
}

/** How a delivery ended; `settled` says that it had ended before. */
export type DeliveryEnd = 'delivered' | 'given-up' | 'settled'

/**
 * Delivers an announcement: one signed POST, recorded. Throws an Error after a failure that is to be retried,
 * so that the queue comes back; the third failure gives it up. The queue keeps the announcements of an
 * identification in line, retries included, so that they arrive in the order of the statuses.
 */
export async function deliverWebhook(courier: Courier, announcementId: number): Promise<DeliveryEnd> {
  const { database, clock } = courier
  const begun = await insertTry(database, { announcementId, maxTries: MAX_TRIES, now: clock.now() })
  if (!begun) return 'settled'
  const { announcement, triesBefore, tryId } = begun
  if (tryId === null) {
    await settleAnnouncement(database, announcementId, { given_up_at: clock.now() })
    return 'given-up'
  }
  const { durationMs, responseStatus, failure } = await post(courier, announcement)
  const number = triesBefore + 1
  const end = failure === null ? 'delivered' : number < MAX_TRIES ? 'failed' : 'given-up'
  const now = clock.now()
  await updateTry(
    database,
    {
      id: tryId,
      announcement: announcementId,
      duration_ms: durationMs,
      response_status: responseStatus,
      failure,
    },
    { deliveredAt: end === 'delivered' ? now : null, givenUpAt: end === 'given-up' ? now : null },
  )
  if (end === 'failed') throw new Error(`Webhook try ${number} of ${announcementId}: ${failure}`)
  return end
}

async function post(courier: Courier, announcement: AnnouncementRow): Promise<PostOutcome> {
  const line = { configurationId: announcement.configuration_id, environment: announcement.environment }
  const [version, secret] = await Promise.all([
    courier.findApiVersion(line.configurationId),
    courier.findSecret(line.configurationId, line.environment),
  ])
  const body = writeWebhookBody(announcement, version)
  const startedMs = performance.now()
  const deadline = AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
  const send = (authorization: string | undefined) => {
    const signature = signWebhook({ secret, body, now: courier.clock.now() })
    return postWebhook({ url: announcement.url, body, signature, authorization }, courier, deadline)
  }
  try {
    const authorization = await authorizeWebhook(courier, line, { token: 'kept', deadline })
    const outcome = await send(authorization)
    // The receiver no longer takes the token: once, it is worth another one.
    if (authorization === undefined || outcome.responseStatus !== UNAUTHORIZED) return outcome
    return await send(await authorizeWebhook(courier, line, { token: 'renewed', deadline }))
  } catch (error) {
    return {
      responseStatus: null,
      failure: (error as Error).message,
      durationMs: performance.now() - startedMs,
    }
  }
}
