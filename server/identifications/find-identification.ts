import type { Kysely } from 'kysely'
import type { Client } from '../../domain/account.ts'
import type { Identity } from '../../domain/identity.ts'
import { Problem } from '../../domain/problem.ts'
import type { Database } from '../platform/database/database.ts'
import { type DataKey, openSealed } from '../platform/keys/keys.ts'
import { type IdentificationRow, selectWithRecords } from './_identification-rows.ts'
import { PLACES } from './_sealed-places.ts'
import type { Visit } from './note-attempt.ts'
import type { Vault } from './open-data-key.ts'

const UNKNOWN_IDENTITY: Identity = { firstName: null, lastName: null, birthDate: null }
const UNKNOWN_VISIT: Visit = { userAgent: null, ipAddress: null }
const UNKNOWN_EXTERNAL = { userId: null, phoneNumber: null, mailAddress: null }

/** The client's own names for the applicant; nulls after anonymization. */
export interface ExternalIdentity {
  userId: string | null
  phoneNumber: string | null
  mailAddress: string | null
}

/** An identification with what this room keeps of it. */
export interface FoundIdentification {
  row: Readonly<IdentificationRow>
  /** Opens what other rooms keep of it; null after anonymization. */
  dataKey: DataKey | null
  visit: Visit
  identity: { id: number } & Identity
  referenceData: { id: number } & Identity
  externalIdentity: ({ id: number } & ExternalIdentity) | null
}

/**
 * Finds a client's identification by its public UUID. Another account's or the other environment's
 * is as unknown as one that does not exist. Throws `Problem('unknown_record')`.
 */
export async function findIdentification(
  { database, keyring }: Vault,
  client: Client,
  identificationId: string,
): Promise<FoundIdentification> {
  const found = await selectWithRecords(database, identificationId)
  if (!found || found.row.account_id !== client.account.id || found.row.environment !== client.environment) {
    throw new Problem('unknown_record', 'No identification has this id')
  }
  const { row, identity, referenceData, externalIdentity } = found
  const dataKey = found.dataKey && keyring.openDataKey(found.dataKey, row.id)
  const open = <T>(place: string, sealed: Buffer | null, unknown: T) =>
    openSealed<T>(dataKey, place, sealed) ?? unknown
  return {
    row,
    dataKey,
    visit: open(PLACES.visit, row.visit_sealed, UNKNOWN_VISIT),
    identity: { id: identity.id, ...open(PLACES.identity, identity.sealed, UNKNOWN_IDENTITY) },
    referenceData: {
      id: referenceData.id,
      ...open(PLACES.referenceData, referenceData.sealed, UNKNOWN_IDENTITY),
    },
    externalIdentity: externalIdentity && {
      id: externalIdentity.id,
      ...open(PLACES.externalIdentity, externalIdentity.sealed, UNKNOWN_EXTERNAL),
    },
  }
}

/** The identity a client declared when it created an identification; nulls where it declared nothing. */
export async function findReferenceData(
  database: Kysely<Database>,
  identification: number,
  dataKey: DataKey | null,
): Promise<{ id: number } & Identity> {
  const { id, sealed } = await database
    .selectFrom('reference_data')
    .select(['id', 'sealed'])
    .where('identification', '=', identification)
    .executeTakeFirstOrThrow()
  return { id, ...(openSealed<Identity>(dataKey, PLACES.referenceData, sealed) ?? UNKNOWN_IDENTITY) }
}
