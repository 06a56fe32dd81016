import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../platform/clock/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { countPending, deleteAnnouncements, giveUpAnnouncements } from './_announcement-rows.ts'
import { MAX_TRIES } from './deliver-webhook.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** How long a delivery and its tries can be looked up and sent again, days. */
const KEPT_DAYS = 90
/** A delivery takes half a minute once it is its turn; one whose tries are all this old lost its worker under the last, days. */
const LOST_DAYS = 2
/** Deliveries forgotten in one statement, so that none holds the tables for long. */
const FORGOTTEN_AT_ONCE = 1_000

/**
 * Forgets deliveries that ended long ago, and gives up those that have had all their tries and yet no end. One
 * with tries left stays, however old: it may still wait behind a receiver that is down, or for workers.
 */
export async function forgetDeliveries({
  database,
  clock,
  log,
}: {
  database: Kysely<Database>
  clock: Clock
  log: Logger
}): Promise<void> {
  const now = clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const lost = { triedBefore: before(LOST_DAYS), tries: MAX_TRIES }
  const givenUp = await giveUpAnnouncements(database, { ...lost, now })
  if (givenUp > 0) log.warn({ count: givenUp }, 'Webhooks whose last try never ended were given up')
  const waiting = await countPending(database, { createdBefore: before(LOST_DAYS) })
  if (waiting > 0) log.warn({ count: waiting, days: LOST_DAYS }, 'Webhooks have waited for days')
  const old = { createdBefore: before(KEPT_DAYS), limit: FORGOTTEN_AT_ONCE }
  while ((await deleteAnnouncements(database, old)) === FORGOTTEN_AT_ONCE);
}
