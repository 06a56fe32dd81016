import type { Transaction } from 'kysely'
import { keepFixedComments } from '../../domain/comment.ts'
import type { Database } from '../platform/database/database.ts'
import { selectAnswer } from './_answer-rows.ts'

/** Destroys the document that was read and the free words of an identification's answer; its scores stay. */
export async function destroyDocument(
  transaction: Transaction<Database>,
  identification: number,
): Promise<void> {
  const answer = await selectAnswer(transaction, identification)
  if (!answer) return
  const comments = answer.comments.filter((comment) => keepFixedComments(comment) !== null)
  await transaction
    .updateTable('answers')
    .set({ document_sealed: null, comments })
    .where('identification', '=', identification)
    .execute()
}
