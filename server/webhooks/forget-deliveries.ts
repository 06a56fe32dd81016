import type { Kysely } from 'kysely'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { deleteAnnouncements, giveUpAnnouncements } from './_announcement-rows.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** How long a delivery and its tries can be looked up and sent again, days. */
const KEPT_DAYS = 90
/** A delivery takes half a minute once it is its turn; one this old lost its worker under all its tries, days. */
const LOST_DAYS = 2
/** Deliveries forgotten in one statement, so that none holds the tables for long. */
const FORGOTTEN_AT_ONCE = 1_000

/** Forgets deliveries that ended long ago, and gives up those that nobody works on any more. */
export async function forgetDeliveries({
  database,
  clock,
}: {
  database: Kysely<Database>
  clock: Clock
}): Promise<void> {
  const now = clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await giveUpAnnouncements(database, { createdBefore: before(LOST_DAYS), now })
  const old = { createdBefore: before(KEPT_DAYS), limit: FORGOTTEN_AT_ONCE }
  while ((await deleteAnnouncements(database, old)) === FORGOTTEN_AT_ONCE);
}
