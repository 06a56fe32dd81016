import type { Transaction } from 'kysely'
import type { ApiVersion } from '../../domain/api-version.ts'
import type { Environment } from '../../domain/environment.ts'
import type { Database } from '../platform/database/database.ts'
import {
  type AnnouncementRow,
  countTries,
  insertTry,
  lockPending,
  settleAnnouncement,
  updateTry,
} from './_announcement-rows.ts'
import { type Authorizer, authorizeWebhook } from './authorize-webhook.ts'
import { DELIVERY_TIMEOUT_MS, type PostOutcome, postWebhook } from './post-webhook.ts'
import { signWebhook } from './sign-webhook.ts'
import { writeWebhookBody } from './write-webhook-body.ts'

/** The first try and two retries (API text, "Webhook"). */
export const MAX_TRIES = 3
/** What a try is said to have failed of until its end is written; it stays when the process dies under it. */
const UNFINISHED = 'unfinished'
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
  const begun = await database
    .transaction()
    .execute((transaction) => beginTry(transaction, announcementId, clock.now()))
  if (typeof begun === 'string') return begun
  const outcome = await post(courier, begun.announcement)
  const end = await database
    .transaction()
    .execute((transaction) => endTry(transaction, { ...begun, outcome, now: clock.now() }))
  if (end === 'failed')
    throw new Error(`Webhook try ${begun.number} of ${announcementId}: ${outcome.failure}`)
  return end
}

/** A try under way: its row, what it delivers, and which of the three it is. */
interface BegunTry {
  tryId: number
  announcement: AnnouncementRow
  number: number
}

/** Writes the try before it is made, so that a crash during it counts. */
async function beginTry(
  transaction: Transaction<Database>,
  announcementId: number,
  now: Date,
): Promise<BegunTry | DeliveryEnd> {
  const announcement = await lockPending(transaction, announcementId)
  if (!announcement) return 'settled'
  const tried = await countTries(transaction, announcementId)
  if (tried >= MAX_TRIES) {
    await settleAnnouncement(transaction, announcementId, { given_up_at: now })
    return 'given-up'
  }
  const tryId = await insertTry(transaction, {
    announcement: announcementId,
    tried_at: now,
    duration_ms: 0,
    response_status: null,
    failure: UNFINISHED,
  })
  return { tryId, announcement, number: tried + 1 }
}

async function post(courier: Courier, announcement: AnnouncementRow): Promise<PostOutcome> {
  const version = await courier.findApiVersion(announcement.configuration_id)
  const body = writeWebhookBody(announcement, version)
  const line = { configurationId: announcement.configuration_id, environment: announcement.environment }
  const secret = await courier.findSecret(line.configurationId, line.environment)
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

async function endTry(
  transaction: Transaction<Database>,
  { tryId, announcement, number, outcome, now }: BegunTry & { outcome: PostOutcome; now: Date },
): Promise<DeliveryEnd | 'failed'> {
  await updateTry(transaction, tryId, {
    duration_ms: outcome.durationMs,
    response_status: outcome.responseStatus,
    failure: outcome.failure,
  })
  if (outcome.failure === null) {
    await settleAnnouncement(transaction, announcement.id, { delivered_at: now })
    return 'delivered'
  }
  if (number < MAX_TRIES) return 'failed'
  await settleAnnouncement(transaction, announcement.id, { given_up_at: now })
  return 'given-up'
}
