import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type EventRow, insertEvent, takeNumber } from './_event-rows.ts'

/**
 * Writes a status change into the feed of its account, in the transaction that changes it. Numbers are taken
 * in the order in which transactions commit, without gaps: whoever comes second waits for the first to end.
 * To be called last, so that the wait is short.
 */
export async function recordEvent(
  transaction: Transaction<Database>,
  event: Omit<EventRow, 'number'>,
): Promise<void> {
  const owner = { accountId: event.account_id, environment: event.environment }
  await insertEvent(transaction, { ...event, number: await takeNumber(transaction, owner) })
}
