import type { Kysely } from 'kysely'
import type { DocumentReading } from '../../domain/answer.ts'
import type { Database } from '../platform/database/database.ts'
import { type DataKey, openSealed } from '../platform/keys/keys.ts'
import { type AnswerRow, DOCUMENT_PLACE, selectAnswer } from './_answer-rows.ts'
import { readDocument } from './read-document.ts'

/** An answer as it was kept, its document opened; nothing of it is left once it is anonymized. */
export type FoundAnswer = Readonly<Omit<AnswerRow, 'document_sealed'> & { document: DocumentReading }>

/** The automatic answer of an identification with its resource numbers, or null before there is one. */
export async function findAnswer(
  database: Kysely<Database>,
  identification: number,
  dataKey: DataKey | null,
): Promise<FoundAnswer | null> {
  const row = await selectAnswer(database, identification)
  if (!row) return null
  const { document_sealed, ...rest } = row
  const document = openSealed<DocumentReading>(dataKey, DOCUMENT_PLACE, document_sealed)
  return { ...rest, document: document ?? readDocument(null) }
}
