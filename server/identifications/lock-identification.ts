import type { Transaction } from 'kysely'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type IdentificationRow, lockById, selectByUuid } from './_identification-rows.ts'

/** What the journey may know of an identification while it decides. */
export type LockedIdentification = Readonly<IdentificationRow>

/**
 * Holds an identification for the rest of the transaction, so that one step at a time decides on it.
 * Takes its public UUID or its resource number. Throws `Problem('unknown_record')`.
 */
export async function lockIdentification(
  transaction: Transaction<Database>,
  key: { identificationId: string } | { id: number },
): Promise<LockedIdentification> {
  const id = 'id' in key ? key.id : (await selectByUuid(transaction, key.identificationId))?.id
  const row = id === undefined ? undefined : await lockById(transaction, id)
  if (!row) throw new Problem('unknown_record', 'No identification has this id')
  return row
}
