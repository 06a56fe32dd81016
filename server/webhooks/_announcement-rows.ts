import type { Selectable, Transaction } from 'kysely'
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
