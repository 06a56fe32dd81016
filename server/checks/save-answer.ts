import type { Transaction } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type ConcludedAnswer, insertAnswer, upsertAnswer } from './_answer-rows.ts'

/** Keeps the automatic answer of an identification; there is at most one. */
export async function saveAnswer(
  transaction: Transaction<Database>,
  identification: number,
  concluded: ConcludedAnswer,
): Promise<void> {
  await insertAnswer(transaction, identification, concluded)
}

/** Keeps an answer of an identification in place of the one it may have; its resource numbers stay. */
export async function replaceAnswer(
  transaction: Transaction<Database>,
  identification: number,
  concluded: ConcludedAnswer,
): Promise<void> {
  await upsertAnswer(transaction, identification, concluded)
}
