import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** How many identifications one run expires at the most; the next run takes the rest. */
const EXPIRED_PER_RUN = 500

/** Resource numbers of open identifications whose link has ended. */
export async function findExpired(database: Kysely<Database>, now: Date): Promise<number[]> {
  const rows = await database
    .selectFrom('identifications')
    .select('id')
    .where('status', 'in', ['uninitiated', 'initiated'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(EXPIRED_PER_RUN)
    .execute()
  return rows.map(({ id }) => id)
}
