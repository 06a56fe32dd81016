import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Columns with the numbers of the resources that an answer is made of. */
const COLUMNS = {
  documents: 'document_id',
  faces: 'face_id',
  'document-checks': 'document_checks_id',
  'face-checks': 'face_checks_id',
  'doc-face-matches': 'doc_face_match_id',
  'reference-data-checks': 'reference_data_check_id',
} as const

/** Types of the resources that an answer is made of. */
export type AnsweredResourceType = keyof typeof COLUMNS

/** Whether a resource of a type is part of an answer. */
export function isAnswered(type: string): type is AnsweredResourceType {
  return Object.hasOwn(COLUMNS, type)
}

/** The identification (resource number) whose answer, given or to come, a resource is part of, or null. */
export async function findAnswered(
  database: Kysely<Database>,
  { type, id }: { type: AnsweredResourceType; id: number },
): Promise<number | null> {
  const row = await database
    .selectFrom('answers')
    .select('identification')
    .where(COLUMNS[type], '=', id)
    .executeTakeFirst()
  if (row) return row.identification
  const isReserved = type === 'documents' || type === 'faces'
  return isReserved ? findReserved(database, { type, id }) : null
}

async function findReserved(
  database: Kysely<Database>,
  { type, id }: { type: 'documents' | 'faces'; id: number },
): Promise<number | null> {
  const row = await database
    .selectFrom('reserved_numbers')
    .select('identification')
    .where(COLUMNS[type], '=', id)
    .executeTakeFirst()
  return row?.identification ?? null
}
