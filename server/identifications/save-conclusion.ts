import type { Transaction } from 'kysely'
import type { Answer } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { PLACES } from './_sealed-places.ts'

/** Writes the concluded identity, comment and reason codes of an identification. */
export async function saveConclusion(
  transaction: Transaction<Database>,
  identification: number,
  { answer, dataKey, now }: { answer: Answer; dataKey: DataKey; now: Date },
): Promise<void> {
  await transaction
    .updateTable('identities')
    .set({ sealed: dataKey.seal(PLACES.identity, answer.identity) })
    .where('identification', '=', identification)
    .execute()
  await transaction
    .updateTable('identifications')
    .set({ comment: answer.comments.join('. '), reason_codes: answer.reasonCodes, updated_at: now })
    .where('id', '=', identification)
    .execute()
}
