import { type Kysely, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { AnnouncementRow, DeliveryTryRow } from './_announcement-rows.ts'

/** What a try is said to have failed of until its end is written; it stays when the process dies under it. */
const UNFINISHED = 'unfinished'

/** An announcement that is to be delivered, with the try that was written for it. */
export interface TriedAnnouncement {
  announcement: AnnouncementRow
  /** Tries it had before; one that a crash cut short counts. */
  triesBefore: number
  /** Null where it has had all its tries: there is none more. */
  tryId: number | null
}

/**
 * Writes a try before it is made, so that a crash during it counts; undefined where the announcement has ended.
 * One statement, for it comes with every webhook.
 */
export async function insertTry(
  database: Kysely<Database>,
  { announcementId, maxTries, now }: { announcementId: number; maxTries: number; now: Date },
): Promise<TriedAnnouncement | undefined> {
  const { rows } = await sql<AnnouncementRow & { tries_before: number; try_id: number | null }>`
    with pending as (
      select * from announcements
      where id = ${announcementId} and delivered_at is null and given_up_at is null for update
    ), tried as (
      select count(*) as tries_before from delivery_tries where announcement = ${announcementId}
    ), begun as (
      insert into delivery_tries (announcement, tried_at, duration_ms, failure)
      select id, ${now}, 0, ${UNFINISHED} from pending, tried where tries_before < ${maxTries}
      returning id as try_id
    ) select * from pending cross join tried left join begun on true`.execute(database)
  if (rows.length === 0) return undefined
  const { tries_before, try_id, ...announcement } = rows[0]
  return { announcement, triesBefore: tries_before, tryId: try_id }
}

/** Writes how a try ended, and with it that its announcement was delivered at a time, or given up. */
export async function updateTry(
  database: Kysely<Database>,
  ended: Pick<DeliveryTryRow, 'id' | 'announcement' | 'duration_ms' | 'response_status' | 'failure'>,
  { deliveredAt, givenUpAt }: { deliveredAt: Date | null; givenUpAt: Date | null },
): Promise<void> {
  await sql`
    with tried as (
      update delivery_tries
      set duration_ms = ${ended.duration_ms}, response_status = ${ended.response_status}, failure = ${ended.failure}
      where id = ${ended.id}
    ) update announcements set delivered_at = ${deliveredAt}, given_up_at = ${givenUpAt}
    where id = ${ended.announcement} and delivered_at is null and given_up_at is null`.execute(database)
}
