import type { Transaction } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { lockPending, selectAnnouncement, selectTries, settleAnnouncement } from './_announcement-rows.ts'
import { enqueueAnnouncement } from './_enqueue-announcement.ts'

/**
 * A delivery that has had no try for so long has lost its job: three tries, their pauses and the line before it take
 * minutes.
 */
const LOST_AFTER_MS = 60 * 60_000

/** What is sent again. */
export interface ResentDelivery {
  id: number
  configurationId: number
  identificationId: string
}

/**
 * Delivers once more what was delivered or given up, as it was told then, as a delivery of its own. One that has
 * lost its job is given up first. Throws `Problem('unknown_record')`, and an Error for a delivery that has not ended.
 */
export async function resendDelivery(
  transaction: Transaction<Database>,
  { queue, announcementId, now }: { queue: Queue; announcementId: number; now: Date },
): Promise<ResentDelivery> {
  await giveUpLost(transaction, announcementId, now)
  const row = await selectAnnouncement(transaction, announcementId)
  if (!row) throw new Problem('unknown_record', `No delivery has the id ${announcementId}`)
  if (!row.delivered_at && !row.given_up_at) throw new Error(`Delivery ${announcementId} is still under way`)
  const { id: _old, delivered_at: _delivered, given_up_at: _givenUp, ...told } = row
  const again = { ...told, created_at: now, resend_of: announcementId }
  const id = await enqueueAnnouncement(transaction, queue, again)
  return { id, configurationId: row.configuration_id, identificationId: row.identification_id }
}

/** Should its job come after all, it finds the delivery ended and sends nothing. */
async function giveUpLost(transaction: Transaction<Database>, id: number, now: Date): Promise<void> {
  const pending = await lockPending(transaction, id)
  if (!pending) return
  const lastTry = (await selectTries(transaction, [id])).at(-1)
  const lastSignAt = lastTry?.tried_at ?? pending.created_at
  if (now.getTime() - lastSignAt.getTime() < LOST_AFTER_MS) return
  await settleAnnouncement(transaction, id, { given_up_at: now })
}
