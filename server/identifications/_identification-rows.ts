import type { Kysely, Selectable } from 'kysely'
import type { Database, IdentificationsTable } from '../platform/database/database.ts'

/** A row of `identifications` as read. */
export type IdentificationRow = Selectable<IdentificationsTable>

/** The row of a public UUID, or undefined. */
export function selectByUuid(
  database: Kysely<Database>,
  identificationId: string,
): Promise<IdentificationRow | undefined> {
  return database
    .selectFrom('identifications')
    .selectAll()
    .where('identification_id', '=', identificationId)
    .executeTakeFirst()
}

/** The row of a resource number, locked until the transaction ends, or undefined. */
export function lockById(database: Kysely<Database>, id: number): Promise<IdentificationRow | undefined> {
  return database
    .selectFrom('identifications')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The row of a resource number, or undefined. */
export function selectById(database: Kysely<Database>, id: number): Promise<IdentificationRow | undefined> {
  return database.selectFrom('identifications').selectAll().where('id', '=', id).executeTakeFirst()
}
