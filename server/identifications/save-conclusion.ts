import type { Transaction } from 'kysely'
import type { Answer } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'

/** Writes the concluded identity, comment and reason codes of an identification. */
export async function saveConclusion(
  transaction: Transaction<Database>,
  identification: number,
  { answer, now }: { answer: Answer; now: Date },
): Promise<void> {
  const { firstName, lastName, birthDate } = answer.identity
  await transaction
    .updateTable('identities')
    .set({ first_name: firstName, last_name: lastName, birth_date: birthDate })
    .where('identification', '=', identification)
    .execute()
  await transaction
    .updateTable('identifications')
    .set({ comment: answer.comments.join('. '), reason_codes: answer.reasonCodes, updated_at: now })
    .where('id', '=', identification)
    .execute()
}
