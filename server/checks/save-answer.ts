import type { Transaction } from 'kysely'
import type { Answer } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'
import { insertAnswer } from './_answer-rows.ts'

/** Keeps the automatic answer of an identification; there is at most one. */
export async function saveAnswer(
  transaction: Transaction<Database>,
  identification: number,
  concluded: { answer: Answer; now: Date },
): Promise<void> {
  await insertAnswer(transaction, identification, concluded)
}
