import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { insertAnnouncement, type NewAnnouncement } from './_announcement-rows.ts'

/** Writes an announcement and the job that delivers it, both or neither; gives its id. */
export async function enqueueAnnouncement(
  transaction: Transaction<Database>,
  queue: Queue,
  announcement: NewAnnouncement,
): Promise<number> {
  const announcementId = await insertAnnouncement(transaction, announcement)
  await queue.sendLater(transaction, 'deliver-webhook', {
    announcementId,
    // Standard answers wait for nobody: each has a line of its own.
    identification: announcement.identification ?? -announcementId,
  })
  return announcementId
}
