import type { Kysely } from 'kysely'
import type { AnswerGrounds } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'
import { selectGrounds } from './_answer-rows.ts'

/** What each check found and what it was held against; null before an answer, for simulated and for older ones. */
export function findGrounds(
  database: Kysely<Database>,
  identification: number,
): Promise<AnswerGrounds | null> {
  return selectGrounds(database, identification)
}
