import type { Transaction } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { selectAnnouncement } from './_announcement-rows.ts'
import { enqueueAnnouncement } from './_enqueue-announcement.ts'

/**
 * Delivers once more what was delivered or given up, as it was told then, as a delivery of its own; gives its
 * id. Throws `Problem('unknown_record')`, and an Error for a delivery that has not ended.
 */
export async function resendDelivery(
  transaction: Transaction<Database>,
  { queue, announcementId, now }: { queue: Queue; announcementId: number; now: Date },
): Promise<number> {
  const row = await selectAnnouncement(transaction, announcementId)
  if (!row) throw new Problem('unknown_record', `No delivery has the id ${announcementId}`)
  if (!row.delivered_at && !row.given_up_at) throw new Error(`Delivery ${announcementId} is still under way`)
  const { id: _old, delivered_at: _delivered, given_up_at: _givenUp, ...told } = row
  return enqueueAnnouncement(transaction, queue, { ...told, created_at: now, resend_of: announcementId })
}
