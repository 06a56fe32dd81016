import type { Kysely, Selectable, Transaction } from 'kysely'
import type { AnnouncementsTable, Database, DeliveryTriesTable } from '../platform/database/database.ts'

/** A row of `announcements` as read. */
export type AnnouncementRow = Selectable<AnnouncementsTable>

/** Writes an announcement that nobody has delivered yet; gives its id. */
export async function insertAnnouncement(
  transaction: Transaction<Database>,
  announcement: Omit<AnnouncementRow, 'id' | 'delivered_at' | 'given_up_at'>,
): Promise<number> {
  const { id } = await transaction
    .insertInto('announcements')
    .values(announcement)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * The announcement and the earlier ones of its identification that are still to be told, oldest first, all
 * locked until the transaction ends. Locking in one order, whoever asks, cannot deadlock; and whoever waited
 * here for the end of an earlier delivery sees that end.
 */
export async function lockUpTo(
  transaction: Transaction<Database>,
  announcementId: number,
): Promise<AnnouncementRow[]> {
  return transaction
    .selectFrom('announcements')
    .selectAll()
    .where('identification', '=', (one) =>
      one.selectFrom('announcements').select('identification').where('id', '=', announcementId),
    )
    .where('id', '<=', announcementId)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** How many tries a delivery has had; one that a crash cut short counts. */
export async function countTries(
  transaction: Transaction<Database>,
  announcementId: number,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('delivery_tries')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('announcement', '=', announcementId)
    .executeTakeFirstOrThrow()
  return count
}

/** Writes a try; gives its id. */
export async function insertTry(
  transaction: Transaction<Database>,
  started: Omit<Selectable<DeliveryTriesTable>, 'id'>,
): Promise<number> {
  const { id } = await transaction
    .insertInto('delivery_tries')
    .values(started)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes how a try ended. */
export async function updateTry(
  transaction: Transaction<Database>,
  id: number,
  ended: Pick<Selectable<DeliveryTriesTable>, 'duration_ms' | 'response_status' | 'failure'>,
): Promise<void> {
  await transaction.updateTable('delivery_tries').set(ended).where('id', '=', id).execute()
}

/** Writes that an announcement was delivered or given up; the first end stands. */
export async function settleAnnouncement(
  transaction: Transaction<Database>,
  id: number,
  end: { delivered_at: Date } | { given_up_at: Date },
): Promise<void> {
  await transaction
    .updateTable('announcements')
    .set(end)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
}

/** The oldest announcement of an identification that is still to be told, or undefined. */
export function selectNext(
  transaction: Transaction<Database>,
  identification: number,
): Promise<Pick<AnnouncementRow, 'id'> | undefined> {
  return transaction
    .selectFrom('announcements')
    .select('id')
    .where('identification', '=', identification)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** For each identification, the oldest announcement still to be told, if nothing has happened to it since a moment. */
export function selectStranded(
  database: Kysely<Database>,
  { since, limit }: { since: Date; limit: number },
): Promise<Pick<AnnouncementRow, 'id' | 'identification'>[]> {
  return database
    .with('oldest', (one) =>
      one
        .selectFrom('announcements')
        .distinctOn('identification')
        .select(['id', 'identification', 'created_at'])
        .where('delivered_at', 'is', null)
        .where('given_up_at', 'is', null)
        .orderBy('identification')
        .orderBy('id'),
    )
    .selectFrom('oldest')
    .select(['id', 'identification'])
    .where('created_at', '<', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery_tries')
            .select('delivery_tries.id')
            .whereRef('delivery_tries.announcement', '=', 'oldest.id')
            .where('tried_at', '>=', since),
        ),
      ),
    )
    .orderBy('created_at')
    .limit(limit)
    .execute()
}
