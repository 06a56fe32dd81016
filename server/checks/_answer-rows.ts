import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Answer, AnswerGrounds } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'
import type { DataKey } from '../platform/keys/keys.ts'
import { prepareRead } from '../platform/reads/reads.ts'
import { findReservedNumbers } from './related/reserve-numbers.ts'

/** Where the document that was read lies sealed. */
export const DOCUMENT_PLACE = 'answers.document_sealed'

/** A row of `answers` as clients read it. */
export type AnswerRow = Omit<Selectable<Database['answers']>, 'grounds'>

/** An answer to keep. */
export interface ConcludedAnswer {
  answer: Answer
  dataKey: DataKey
  now: Date
}

/** Writes the answer of an identification. */
export async function insertAnswer(
  transaction: Transaction<Database>,
  identification: number,
  concluded: ConcludedAnswer,
): Promise<void> {
  const reserved = await findReservedNumbers(transaction, identification)
  await transaction
    .insertInto('answers')
    .values({ identification, ...reserved, ...columnsOf(concluded) })
    .execute()
}

/** Writes the answer of an identification over the one it may have, whose numbers stay. */
export async function upsertAnswer(
  transaction: Transaction<Database>,
  identification: number,
  concluded: ConcludedAnswer,
): Promise<void> {
  const columns = columnsOf(concluded)
  const reserved = await findReservedNumbers(transaction, identification)
  await transaction
    .insertInto('answers')
    .values({ identification, ...reserved, ...columns })
    .onConflict((conflict) => conflict.column('identification').doUpdateSet(columns))
    .execute()
}

function columnsOf({ answer, dataKey, now }: ConcludedAnswer) {
  return {
    score: answer.score,
    document_sealed: dataKey.seal(DOCUMENT_PLACE, answer.document),
    document_checks: JSON.stringify(answer.documentChecks),
    face_checks: answer.faceChecks && JSON.stringify(answer.faceChecks),
    doc_face_match: answer.docFaceMatch,
    reference_data_check: answer.referenceDataCheck,
    reason_codes: answer.reasonCodes,
    comments: answer.comments,
    not_checked: answer.notChecked,
    grounds: answer.grounds && JSON.stringify(answer.grounds),
    answered_at: now,
  }
}

/** All but the grounds, which are long and asked for seldom. */
const CLIENT_COLUMNS = [
  ...(['identification', 'document_id', 'face_id', 'document_checks_id', 'face_checks_id'] as const),
  ...(['doc_face_match_id', 'reference_data_check_id', 'score', 'document_sealed'] as const),
  ...(['document_checks', 'face_checks', 'doc_face_match', 'reference_data_check'] as const),
  ...(['reason_codes', 'comments', 'not_checked', 'answered_at'] as const),
]

const readAnswer = prepareRead((database, { identification }: { identification: number }) =>
  database.selectFrom('answers').select(CLIENT_COLUMNS).where('identification', '=', identification),
)

/** The answer of an identification, or undefined. */
export async function selectAnswer(
  database: Kysely<Database>,
  identification: number,
): Promise<AnswerRow | undefined> {
  const [row] = await readAnswer(database, { identification })
  return row
}

/** Why the answer of an identification is as it is; null without one, or where it was not kept. */
export async function selectGrounds(
  database: Kysely<Database>,
  identification: number,
): Promise<AnswerGrounds | null> {
  const row = await database
    .selectFrom('answers')
    .select('grounds')
    .where('identification', '=', identification)
    .executeTakeFirst()
  return row?.grounds ?? null
}
