import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Whose identifications to look for, and how many at the most. */
export interface OverQuery {
  configurationId: number
  endedBefore: Date
  limit: number
}

/**
 * Resource numbers of identifications that came to an end before a time and still have their personal data,
 * longest over first. An end is a status that nothing follows: processed, aborted or expired.
 */
export async function findOver(
  database: Kysely<Database>,
  { configurationId, endedBefore, limit }: OverQuery,
): Promise<number[]> {
  const rows = await database
    .selectFrom('identifications')
    .select('id')
    .where('configuration_id', '=', configurationId)
    .where('anonymized_at', 'is', null)
    .where('status', 'in', ['processed', 'aborted', 'expired'])
    .where('status_updated_at', '<=', endedBefore)
    .orderBy('status_updated_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
