import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { PLACES } from './_sealed-places.ts'

/** From where an attempt is made. */
export interface Visit {
  userAgent: string | null
  ipAddress: string | null
}

/** Counts an attempt and notes from where it is made. */
export async function noteAttempt(
  transaction: Transaction<Database>,
  identification: number,
  visit: Visit & { dataKey: DataKey | null; now: Date; expiresAt: Date },
): Promise<void> {
  const { userAgent, ipAddress, dataKey } = visit
  const sealed = dataKey?.seal(PLACES.visit, { userAgent, ipAddress } satisfies Visit) ?? null
  await transaction
    .updateTable('identifications')
    .set((row) => ({
      number_of_attempts: row('number_of_attempts', '+', 1),
      visit_sealed: sealed,
      updated_at: visit.now,
      expires_at: visit.expiresAt,
    }))
    .where('id', '=', identification)
    .execute()
}
