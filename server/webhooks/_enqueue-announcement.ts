import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Queue } from '../platform/queue/queue.ts'
import { insertAnnouncement, type NewAnnouncement } from './_announcement-rows.ts'

/** Numbers of this size are exact in JSON. */
const RECEIVER_NUMBER_BYTES = 6

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
    receiver: numberReceiver(announcement.url),
  })
  return announcementId
}

/** A number for who answers at a URL, the same for all its paths. */
function numberReceiver(url: string): number {
  const receiver = URL.parse(url)?.host ?? url
  return createHash('sha256').update(receiver).digest().readUIntBE(0, RECEIVER_NUMBER_BYTES)
}
