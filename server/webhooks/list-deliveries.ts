import type { Kysely } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { IdentificationStatus } from '../../domain/identification.ts'
import type { Database } from '../platform/database/database.ts'
import {
  type AnnouncementRow,
  type DeliveryTryRow,
  selectAnnouncements,
  selectTries,
} from './_announcement-rows.ts'

/** A delivery as its log tells it. */
export interface LoggedDelivery {
  id: number
  createdAt: Date
  environment: Environment
  configurationName: string
  identificationId: string
  status: IdentificationStatus
  /** The receiver's address without its query, where clients keep secrets. */
  receiver: string
  end: 'delivered' | 'given up' | 'under way'
  /** The delivery that this one repeats. */
  resendOf: number | null
  tries: { triedAt: Date; durationMs: number; outcome: string }[]
}

/** Which deliveries are asked for. */
export interface DeliveryQuery {
  limit: number
  /** Null: of every identification. */
  identificationId: string | null
  ends: 'all' | 'given-up'
}

/** The latest deliveries, newest first, each with its tries in order. */
export async function listDeliveries(
  database: Kysely<Database>,
  query: DeliveryQuery,
): Promise<LoggedDelivery[]> {
  const rows = await selectAnnouncements(database, query)
  const tries = await selectTries(
    database,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    describe(
      row,
      tries.filter(({ announcement }) => announcement === row.id),
    ),
  )
}

function describe(row: AnnouncementRow, tries: DeliveryTryRow[]): LoggedDelivery {
  return {
    id: row.id,
    createdAt: row.created_at,
    environment: row.environment,
    configurationName: row.configuration_name,
    identificationId: row.identification_id,
    status: row.status,
    receiver: row.url.replace(/[?#].*$/s, ''),
    end: endOf(row),
    resendOf: row.resend_of,
    tries: tries.map((one) => ({
      triedAt: one.tried_at,
      durationMs: one.duration_ms,
      outcome: one.failure ?? `status ${one.response_status}`,
    })),
  }
}

function endOf(row: AnnouncementRow): LoggedDelivery['end'] {
  if (row.delivered_at) return 'delivered'
  return row.given_up_at ? 'given up' : 'under way'
}
