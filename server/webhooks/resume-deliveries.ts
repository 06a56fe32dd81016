import { selectStranded } from './_announcement-rows.ts'
import type { Courier } from './deliver-webhook.ts'

/** Nothing happens to an announcement for this long only when its job is lost: tries and pauses take a minute. */
const STRANDED_AFTER_MS = 10 * 60_000
/** Jobs sent at once; the next run sends more. */
const MAX_RESUMED = 100

/**
 * Sends the job of deliveries that came to a stop, once for each identification; gives how many. A queue drops
 * a job whose worker died three times, and every later announcement of its identification would wait for ever.
 */
export async function resumeDeliveries({
  database,
  queue,
  clock,
}: Pick<Courier, 'database' | 'queue' | 'clock'>): Promise<number> {
  const since = new Date(clock.now().getTime() - STRANDED_AFTER_MS)
  const stranded = await selectStranded(database, { since, limit: MAX_RESUMED })
  await database.transaction().execute(async (transaction) => {
    for (const { id, identification } of stranded) {
      await queue.sendLater(transaction, 'deliver-webhook', { announcementId: id, identification })
    }
  })
  return stranded.length
}
