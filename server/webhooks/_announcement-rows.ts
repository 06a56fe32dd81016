import type { Kysely, Selectable, Transaction } from 'kysely'
import type { AnnouncementsTable, Database, DeliveryTriesTable } from '../platform/database/database.ts'

/** A row of `announcements` as read. */
export type AnnouncementRow = Selectable<AnnouncementsTable>

/** A row of `delivery_tries` as read. */
export type DeliveryTryRow = Selectable<DeliveryTriesTable>

/** An announcement as it is first written. */
export type NewAnnouncement = Omit<AnnouncementRow, 'id' | 'delivered_at' | 'given_up_at'>

/** Writes an announcement that nobody has delivered yet; gives its id. */
export async function insertAnnouncement(
  transaction: Transaction<Database>,
  announcement: NewAnnouncement,
): Promise<number> {
  const { id } = await transaction
    .insertInto('announcements')
    .values(announcement)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An announcement that is neither delivered nor given up, locked until the transaction ends; or undefined. */
export function lockPending(
  transaction: Transaction<Database>,
  id: number,
): Promise<AnnouncementRow | undefined> {
  return transaction
    .selectFrom('announcements')
    .selectAll()
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** How an announcement ended. */
export type AnnouncementEnd = { delivered_at: Date } | { given_up_at: Date }

/** Writes that an announcement was delivered or given up; the first end stands. */
export async function settleAnnouncement(
  database: Kysely<Database>,
  id: number,
  end: AnnouncementEnd,
): Promise<void> {
  await database
    .updateTable('announcements')
    .set(end)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
}

/** An announcement by its id, or undefined. */
export function selectAnnouncement(
  database: Kysely<Database>,
  id: number,
): Promise<AnnouncementRow | undefined> {
  return database.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The latest announcements, newest first. */
export function selectAnnouncements(
  database: Kysely<Database>,
  which: { limit: number; identificationId: string | null; ends: 'all' | 'given-up' },
): Promise<AnnouncementRow[]> {
  const { limit, identificationId, ends } = which
  return database
    .selectFrom('announcements')
    .selectAll()
    .$if(identificationId !== null, (query) => query.where('identification_id', '=', identificationId ?? ''))
    .$if(ends === 'given-up', (query) => query.where('given_up_at', 'is not', null))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The tries of some announcements, in order. */
export async function selectTries(
  database: Kysely<Database>,
  announcementIds: number[],
): Promise<DeliveryTryRow[]> {
  if (announcementIds.length === 0) return []
  return database
    .selectFrom('delivery_tries')
    .selectAll()
    .where('announcement', 'in', announcementIds)
    .orderBy('id')
    .execute()
}

/** Gives up every announcement without an end whose tries, so many at least, began before a moment; gives how many. */
export async function giveUpAnnouncements(
  database: Kysely<Database>,
  { triedBefore, tries, now }: { triedBefore: Date; tries: number; now: Date },
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('announcements')
    .set({ given_up_at: now })
    .where('created_at', '<', triedBefore)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where(({ eb, selectFrom }) => {
      const count = selectFrom('delivery_tries')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('delivery_tries.announcement', '=', 'announcements.id')
        .where('delivery_tries.tried_at', '<', triedBefore)
      return eb(count, '>=', tries)
    })
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** How many announcements without an end were written before a moment. */
export async function countPending(
  database: Kysely<Database>,
  { createdBefore }: { createdBefore: Date },
): Promise<number> {
  const { count } = await database
    .selectFrom('announcements')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('created_at', '<', createdBefore)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Deletes some announcements that ended and were written before a moment, with their tries; gives how many. */
export async function deleteAnnouncements(
  database: Kysely<Database>,
  { createdBefore, limit }: { createdBefore: Date; limit: number },
): Promise<number> {
  // Numbers rise with time: the oldest are found at once.
  const oldest = database.selectFrom('announcements').selectAll().orderBy('id').limit(limit).as('oldest')
  const ended = database
    .selectFrom(oldest)
    .select('oldest.id')
    .where('oldest.created_at', '<', createdBefore)
    .where((one) =>
      one.or([one('oldest.delivered_at', 'is not', null), one('oldest.given_up_at', 'is not', null)]),
    )
  const { numDeletedRows } = await database
    .deleteFrom('announcements')
    .where('id', 'in', ended)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
