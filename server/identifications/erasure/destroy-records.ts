import type { Transaction } from 'kysely'
import { keepFixedComments } from '../../../domain/comment.ts'
import type { Database } from '../../platform/database/database.ts'
import type { LockedIdentification } from '../lock-identification.ts'

/** What stands for a form whose row keeps its number. */
const NOTHING = Buffer.alloc(0)

/** The data key that was destroyed. */
export interface DestroyedKey {
  name: string
  createdAt: Date
}

/**
 * Destroys the data key of an identification and every sealed record of this room, and notes when; the caller
 * holds the row (`lockIdentification`). Free words of a comment go too.
 */
export async function destroyRecords(
  transaction: Transaction<Database>,
  identification: LockedIdentification,
  now: Date,
): Promise<DestroyedKey> {
  const { id } = identification
  const key = await transaction
    .deleteFrom('data_keys')
    .where('identification', '=', id)
    .returning(['name', 'created_at as createdAt'])
    .executeTakeFirstOrThrow()
  await transaction
    .updateTable('identifications')
    .set({
      visit_sealed: null,
      residence_sealed: null,
      comment: keepFixedComments(identification.comment),
      anonymized_at: now,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
  for (const table of ['identities', 'reference_data'] as const) {
    await transaction.updateTable(table).set({ sealed: null }).where('identification', '=', id).execute()
  }
  await transaction
    .updateTable('external_identities')
    .set({ sealed: null, user_id_hash: null })
    .where('identification', '=', id)
    .execute()
  await transaction
    .updateTable('applicant_forms')
    .set({ sealed: NOTHING })
    .where('identification', '=', id)
    .execute()
  return key
}
