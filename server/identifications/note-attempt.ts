import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** Counts an attempt and notes from where it is made. */
export async function noteAttempt(
  transaction: Transaction<Database>,
  identification: number,
  visit: { userAgent: string | null; ipAddress: string | null; now: Date; expiresAt: Date },
): Promise<void> {
  await transaction
    .updateTable('identifications')
    .set((row) => ({
      number_of_attempts: row('number_of_attempts', '+', 1),
      user_agent: visit.userAgent,
      user_ip_address: visit.ipAddress,
      updated_at: visit.now,
      expires_at: visit.expiresAt,
    }))
    .where('id', '=', identification)
    .execute()
}
