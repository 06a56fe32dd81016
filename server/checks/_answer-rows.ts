import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Answer } from '../../domain/answer.ts'
import type { AnswersTable, Database } from '../platform/database/database.ts'

/** A row of `answers` as read. */
export type AnswerRow = Selectable<AnswersTable>

/** Writes the answer of an identification. */
export async function insertAnswer(
  transaction: Transaction<Database>,
  identification: number,
  { answer, now }: { answer: Answer; now: Date },
): Promise<void> {
  await transaction
    .insertInto('answers')
    .values({ identification, ...columnsOf(answer, now) })
    .execute()
}

/** Writes the answer of an identification over the one it may have, whose numbers stay. */
export async function upsertAnswer(
  transaction: Transaction<Database>,
  identification: number,
  { answer, now }: { answer: Answer; now: Date },
): Promise<void> {
  const columns = columnsOf(answer, now)
  await transaction
    .insertInto('answers')
    .values({ identification, ...columns })
    .onConflict((conflict) => conflict.column('identification').doUpdateSet(columns))
    .execute()
}

function columnsOf(answer: Answer, now: Date) {
  return {
    score: answer.score,
    document: JSON.stringify(answer.document),
    document_checks: JSON.stringify(answer.documentChecks),
    face_checks: answer.faceChecks && JSON.stringify(answer.faceChecks),
    doc_face_match: answer.docFaceMatch,
    reference_data_check: answer.referenceDataCheck,
    reason_codes: answer.reasonCodes,
    comments: answer.comments,
    not_checked: answer.notChecked,
    answered_at: now,
  }
}

/** The answer of an identification, or undefined. */
export function selectAnswer(
  database: Kysely<Database>,
  identification: number,
): Promise<AnswerRow | undefined> {
  return database
    .selectFrom('answers')
    .selectAll()
    .where('identification', '=', identification)
    .executeTakeFirst()
}
