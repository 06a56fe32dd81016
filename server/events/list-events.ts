import type { Kysely } from 'kysely'
import type { EventPage, StatusEvent } from '../../domain/pages/status-event.ts'
import type { Database } from '../platform/database/database.ts'
import { type EventOwner, type EventRow, selectEvents, selectLastNumber } from './_event-rows.ts'

/**
 * The events of an account in an environment that follow a number, the oldest first; null for a number that
 * was never given, as when the database came back from an older copy: reading on would pass over events.
 */
export async function listEvents(
  database: Kysely<Database>,
  owner: EventOwner,
  { after, size }: { after: number; size: number },
): Promise<EventPage | null> {
  const rows = await selectEvents(database, owner, { after, limit: size + 1 })
  if (rows.length === 0 && after > (await selectLastNumber(database, owner))) return null
  const events = rows.slice(0, size).map(eventOf)
  return { events, hasMore: rows.length > size, lastNumber: events.at(-1)?.number ?? after }
}

function eventOf(row: EventRow): StatusEvent {
  return {
    number: row.number,
    identificationId: row.identification_id,
    configurationId: row.configuration_id,
    status: row.status,
    returnReason: row.return_reason,
    errorType: row.error_type,
    createdAt: row.created_at,
  }
}
