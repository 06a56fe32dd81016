import type { Generated } from 'kysely'
import type { AnswerGrounds, DocumentChecks, FaceChecks } from '../../../../domain/answer.ts'
import type { Score } from '../../../../domain/score.ts'
import type { Id, Json, Sealed, Time } from './columns.ts'

/** Owner room: checks. One row an identification, written with the automatic answer. */
export interface AnswersTable {
  identification: number
  document_id: Generated<number>
  face_id: Generated<number>
  document_checks_id: Generated<number>
  face_checks_id: Generated<number>
  doc_face_match_id: Generated<number>
  reference_data_check_id: Generated<number>
  score: Score
  /** `DocumentReading`. */
  document_sealed: Sealed
  document_checks: Json<DocumentChecks>
  face_checks: Json<FaceChecks | null>
  doc_face_match: Score | null
  reference_data_check: Score | null
  reason_codes: number[]
  comments: string[]
  not_checked: string[]
  /** Null for simulated answers and those of before they were kept. */
  grounds: Json<AnswerGrounds | null>
  answered_at: Time
}

/** Owner room: checks. How far the declared and the concluded identity agree. */
export interface IdentityFormMatchesTable {
  id: Id
  identification: number
  score: Score
  match: number | null
}

/** Owner room: checks. Numbers given out before the answer; it takes them over. */
export interface ReservedNumbersTable {
  identification: number
  document_id: number
  face_id: number
}
