import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** Notes that something of an identification did not happen but was asked for; the first time stays. */
export async function markSimulated(
  transaction: Transaction<Database>,
  identification: number,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('identifications')
    .set((row) => ({ simulated_at: row.fn.coalesce('simulated_at', row.val(now)) }))
    .where('id', '=', identification)
    .execute()
}
