import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** An identification whose applicant has nothing more to film. */
export interface LeftIdentification {
  identificationId: string
  status: 'aborted' | 'expired'
}

/** Of the identifications named by their public UUIDs, those that were aborted or have expired. */
export async function findLeft(
  database: Kysely<Database>,
  identificationIds: string[],
): Promise<LeftIdentification[]> {
  if (identificationIds.length === 0) return []
  const rows = await database
    .selectFrom('identifications')
    .select(['identification_id', 'status'])
    .where('identification_id', 'in', identificationIds)
    .where('status', 'in', ['aborted', 'expired'])
    .execute()
  return rows.map(({ identification_id, status }) => ({
    identificationId: identification_id,
    status: status as LeftIdentification['status'],
  }))
}
