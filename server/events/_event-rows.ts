import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Database, EventsTable } from '../platform/database/database.ts'

/** A row of `events` as read. */
export type EventRow = Selectable<EventsTable>

/** Whose events: they are numbered for each account and environment. */
export interface EventOwner {
  accountId: number
  environment: Environment
}

/** Takes the next number of an owner and holds its counter until the transaction ends. */
export async function takeNumber(
  transaction: Transaction<Database>,
  { accountId, environment }: EventOwner,
): Promise<number> {
  const { last_number } = await transaction
    .insertInto('event_counters')
    .values({ account_id: accountId, environment, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'environment'])
        .doUpdateSet((row) => ({ last_number: row('event_counters.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}

/** Writes an event. */
export async function insertEvent(transaction: Transaction<Database>, event: EventRow): Promise<void> {
  await transaction.insertInto('events').values(event).execute()
}

/** Events of an owner after a number, in order. */
export function selectEvents(
  database: Kysely<Database>,
  { accountId, environment }: EventOwner,
  { after, limit }: { after: number; limit: number },
): Promise<EventRow[]> {
  return database
    .selectFrom('events')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('environment', '=', environment)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** The last number given to an owner; 0 before the first. */
export async function selectLastNumber(
  database: Kysely<Database>,
  { accountId, environment }: EventOwner,
): Promise<number> {
  const row = await database
    .selectFrom('event_counters')
    .select('last_number')
    .where('account_id', '=', accountId)
    .where('environment', '=', environment)
    .executeTakeFirst()
  return row?.last_number ?? 0
}
