import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { prepareRead } from '../../platform/reads/reads.ts'

/** Numbers of the document and the face of an answer that is still to come. */
export interface ReservedNumbers {
  document_id: number
  face_id: number
}

/** Gives the document and the face their numbers before there is an answer; it takes them over. Once is enough. */
export async function reserveNumbers(
  transaction: Transaction<Database>,
  identification: number,
): Promise<void> {
  await sql`
    insert into reserved_numbers (identification, document_id, face_id)
    select ${identification},
      nextval(pg_get_serial_sequence('answers', 'document_id')),
      nextval(pg_get_serial_sequence('answers', 'face_id'))
    where not exists (select 1 from answers where identification = ${identification})
    on conflict (identification) do nothing`.execute(transaction)
}

const readReserved = prepareRead((database, { identification }: { identification: number }) =>
  database
    .selectFrom('reserved_numbers')
    .select(['document_id', 'face_id'])
    .where('identification', '=', identification),
)

/** The numbers that were given out before the answer, or null. */
export async function findReservedNumbers(
  database: Kysely<Database>,
  identification: number,
): Promise<ReservedNumbers | null> {
  const [found] = await readReserved(database, { identification })
  return found ?? null
}
