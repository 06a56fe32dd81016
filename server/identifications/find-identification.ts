import type { Kysely } from 'kysely'
import type { Client } from '../../domain/account.ts'
import type { Identity } from '../../domain/identity.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type IdentificationRow, selectByUuid } from './_identification-rows.ts'

/** An identification with what this room keeps of it. */
export interface FoundIdentification {
  row: Readonly<IdentificationRow>
  identity: { id: number } & Identity
  referenceData: { id: number } & Identity
  externalIdentity: {
    id: number
    userId: string | null
    phoneNumber: string | null
    mailAddress: string | null
  } | null
}

/**
 * Finds a client's identification by its public UUID. Another account's or the other environment's
 * is as unknown as one that does not exist. Throws `Problem('unknown_record')`.
 */
export async function findIdentification(
  database: Kysely<Database>,
  client: Client,
  identificationId: string,
): Promise<FoundIdentification> {
  const row = await selectByUuid(database, identificationId)
  if (!row || row.account_id !== client.account.id || row.environment !== client.environment) {
    throw new Problem('unknown_record', 'No identification has this id')
  }
  const [identity, referenceData, externalIdentity] = await Promise.all([
    selectIdentity(database, 'identities', row.id),
    selectIdentity(database, 'reference_data', row.id),
    selectExternalIdentity(database, row.id),
  ])
  return { row, identity, referenceData, externalIdentity }
}

/** The identity a client declared when it created an identification; nulls where it declared nothing. */
export function findReferenceData(
  database: Kysely<Database>,
  identification: number,
): Promise<{ id: number } & Identity> {
  return selectIdentity(database, 'reference_data', identification)
}

async function selectIdentity(
  database: Kysely<Database>,
  table: 'identities' | 'reference_data',
  identification: number,
): Promise<{ id: number } & Identity> {
  return database
    .selectFrom(table)
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'birth_date as birthDate'])
    .where('identification', '=', identification)
    .executeTakeFirstOrThrow()
}

async function selectExternalIdentity(
  database: Kysely<Database>,
  identification: number,
): Promise<FoundIdentification['externalIdentity']> {
  const found = await database
    .selectFrom('external_identities')
    .select(['id', 'user_id as userId', 'phone_number as phoneNumber', 'mail_address as mailAddress'])
    .where('identification', '=', identification)
    .executeTakeFirst()
  return found ?? null
}
