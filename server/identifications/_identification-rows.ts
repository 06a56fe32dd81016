import type { Kysely, Selectable } from 'kysely'
import type { Database, IdentificationsTable } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

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

/** A row of sealed personal data with its resource number. */
export interface SealedRow {
  id: number
  sealed: Buffer | null
}

/** An identification with all that this room keeps of it, in one query; `dataKey` is sealed. */
export interface RowWithRecords {
  row: IdentificationRow
  dataKey: Buffer | null
  identity: SealedRow
  referenceData: SealedRow
  externalIdentity: SealedRow | null
}

const readWithRecords = prepareRead((database, { identificationId }: { identificationId: string }) =>
  database
    .selectFrom('identifications')
    .innerJoin('identities', 'identities.identification', 'identifications.id')
    .innerJoin('reference_data', 'reference_data.identification', 'identifications.id')
    .leftJoin('external_identities', 'external_identities.identification', 'identifications.id')
    .leftJoin('data_keys', 'data_keys.identification', 'identifications.id')
    .selectAll('identifications')
    .select(['identities.id as identity_id', 'identities.sealed as identity_sealed'])
    .select(['reference_data.id as declared_id', 'reference_data.sealed as declared_sealed'])
    .select(['external_identities.id as external_id', 'external_identities.sealed as external_sealed'])
    .select('data_keys.sealed as data_key')
    .where('identifications.identification_id', '=', identificationId),
)

/** The row of a public UUID with its sealed records, or undefined. */
export async function selectWithRecords(
  database: Kysely<Database>,
  identificationId: string,
): Promise<RowWithRecords | undefined> {
  const [found] = await readWithRecords(database, { identificationId })
  if (!found) return undefined
  const { identity_id, identity_sealed, declared_id, declared_sealed, ...rest } = found
  const { external_id, external_sealed, data_key, ...row } = rest
  return {
    row,
    dataKey: data_key,
    identity: { id: identity_id, sealed: identity_sealed },
    referenceData: { id: declared_id, sealed: declared_sealed },
    externalIdentity: external_id === null ? null : { id: external_id, sealed: external_sealed },
  }
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
