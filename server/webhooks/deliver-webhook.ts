import type { Kysely, Transaction } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import {
  type AnnouncementRow,
  countTries,
  insertTry,
  lockUpTo,
  selectNext,
  settleAnnouncement,
  updateTry,
} from './_announcement-rows.ts'
import { type PostOutcome, postWebhook } from './post-webhook.ts'
import type { ReceiverRules } from './resolve-receiver.ts'
import { signWebhook } from './sign-webhook.ts'
import { writeWebhookBody } from './write-webhook-body.ts'

/** The first try and two retries (API text, "Webhook"). */
export const MAX_TRIES = 3
/** What a try is said to have failed of until its end is written; it stays when the process dies under it. */
const UNFINISHED = 'unfinished'

/** What a delivery needs of the house. */
export interface Courier extends ReceiverRules {
  database: Kysely<Database>
  queue: Queue
  clock: Clock
  /** The secret that signs the webhooks of a configuration in an environment. */
  findSecret(configurationId: number, environment: Environment): Promise<string>
}

/**
 * How a job of delivery ended: `waiting` for an earlier announcement of the same identification, which calls
 * the next one when it is settled; `settled` already by another job.
 */
export type DeliveryEnd = 'delivered' | 'given-up' | 'waiting' | 'settled'

/**
 * Delivers an announcement: one signed POST, recorded. Throws an Error after a failure that is to be retried,
 * so that the queue comes back; the third failure gives it up.
 */
export async function deliverWebhook(courier: Courier, announcementId: number): Promise<DeliveryEnd> {
  const begun = await courier.database
    .transaction()
    .execute((transaction) => beginTry(courier, transaction, announcementId))
  if (typeof begun === 'string') return begun
  const outcome = await post(courier, begun.announcement)
  const end = await courier.database
    .transaction()
    .execute((transaction) => endTry(courier, transaction, { ...begun, outcome }))
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
  courier: Courier,
  transaction: Transaction<Database>,
  announcementId: number,
): Promise<BegunTry | DeliveryEnd> {
  const waiting = await lockUpTo(transaction, announcementId)
  const announcement = waiting.find(({ id }) => id === announcementId)
  if (!announcement) return 'settled'
  if (waiting.length > 1) return 'waiting'
  const tried = await countTries(transaction, announcementId)
  if (tried >= MAX_TRIES) return settle(courier, transaction, { announcement, end: 'given-up' })
  const tryId = await insertTry(transaction, {
    announcement: announcementId,
    tried_at: courier.clock.now(),
    duration_ms: 0,
    response_status: null,
    failure: UNFINISHED,
  })
  return { tryId, announcement, number: tried + 1 }
}

async function post(courier: Courier, announcement: AnnouncementRow): Promise<PostOutcome> {
  const body = writeWebhookBody(announcement)
  const secret = await courier.findSecret(announcement.configuration_id, announcement.environment)
  const signature = signWebhook({ secret, body, now: courier.clock.now() })
  return postWebhook({ url: announcement.url, body, signature }, courier)
}

async function endTry(
  courier: Courier,
  transaction: Transaction<Database>,
  { tryId, announcement, number, outcome }: BegunTry & { outcome: PostOutcome },
): Promise<DeliveryEnd | 'failed'> {
  await updateTry(transaction, tryId, {
    duration_ms: outcome.durationMs,
    response_status: outcome.responseStatus,
    failure: outcome.failure,
  })
  if (outcome.failure === null) return settle(courier, transaction, { announcement, end: 'delivered' })
  if (number >= MAX_TRIES) return settle(courier, transaction, { announcement, end: 'given-up' })
  return 'failed'
}

/** Ends an announcement and calls the next of its identification, which may have waited for this. */
async function settle<E extends 'delivered' | 'given-up'>(
  { clock, queue }: Courier,
  transaction: Transaction<Database>,
  { announcement, end }: { announcement: AnnouncementRow; end: E },
): Promise<E> {
  const now = clock.now()
  const columns = end === 'delivered' ? { delivered_at: now } : { given_up_at: now }
  await settleAnnouncement(transaction, announcement.id, columns)
  const { identification } = announcement
  const next = await selectNext(transaction, identification)
  if (next) await queue.sendLater(transaction, 'deliver-webhook', { announcementId: next.id, identification })
  return end
}
