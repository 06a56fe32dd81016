import type { Kysely } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type AnswerRow, selectAnswer } from './_answer-rows.ts'

/** The automatic answer of an identification with its resource numbers, or null before there is one. */
export async function findAnswer(
  database: Kysely<Database>,
  identification: number,
): Promise<Readonly<AnswerRow> | null> {
  return (await selectAnswer(database, identification)) ?? null
}
