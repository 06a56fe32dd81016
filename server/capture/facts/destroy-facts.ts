import type { Transaction } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Destroys what analysis saw of the scenes of an identification. */
export async function destroyFacts(
  transaction: Transaction<Database>,
  identification: number,
): Promise<void> {
  await transaction
    .updateTable('scenes')
    .set({ facts_sealed: null, signals: null })
    .where('attempt', 'in', (query) =>
      query.selectFrom('attempts').select('id').where('identification', '=', identification),
    )
    .execute()
}
