import type { Kysely, Selectable } from 'kysely'
import type { ApiVersion } from '../../domain/api-version.ts'
import type { Environment } from '../../domain/environment.ts'
import type { AccountsTable, ClientCertificatesTable, Database } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

/** Credentials with the account they open, and whether the certificate asked about is one of its own. */
export interface CredentialsRow {
  secret_sha256: Buffer
  environment: Environment
  configuration_id: number
  account_id: number
  account_name: string
  certificate_required: boolean
  api_version: ApiVersion
  /** True when the fingerprint asked about belongs to the account and is not revoked. */
  certificate_known: boolean
}

const readCredentials = prepareRead(
  (database, { clientId, fingerprint }: { clientId: string; fingerprint: string }) =>
    database
      .selectFrom('credentials')
      .innerJoin('accounts', 'accounts.id', 'credentials.account_id')
      .leftJoin('client_certificates', (join) =>
        join
          .onRef('client_certificates.account_id', '=', 'accounts.id')
          .on('client_certificates.fingerprint', '=', fingerprint)
          .on('client_certificates.revoked_at', 'is', null),
      )
      .select([
        'credentials.secret_sha256',
        'credentials.environment',
        'credentials.configuration_id',
        'accounts.id as account_id',
        'accounts.name as account_name',
        'accounts.certificate_required',
        'accounts.api_version',
        'client_certificates.fingerprint',
      ])
      .where('credentials.client_id', '=', clientId)
      .where('credentials.revoked_at', 'is', null),
)

/** The credentials of a client id that are not revoked, or undefined. One query, whatever the outcome. */
export async function selectCredentials(
  database: Kysely<Database>,
  clientId: string,
  fingerprint: string | null,
): Promise<CredentialsRow | undefined> {
  const [row] = await readCredentials(database, { clientId, fingerprint: fingerprint ?? '' })
  if (!row) return undefined
  const { fingerprint: known, ...credentials } = row
  return { ...credentials, certificate_known: known !== null }
}

/** Writes an account; gives its number. */
export async function insertAccount(
  database: Kysely<Database>,
  account: { name: string; certificate_required: boolean; api_version: ApiVersion },
): Promise<number> {
  const { id } = await database
    .insertInto('accounts')
    .values(account)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes credentials; only the hash of their secret is kept. */
export async function insertCredentials(
  database: Kysely<Database>,
  credentials: {
    client_id: string
    secret_sha256: Buffer
    account_id: number
    configuration_id: number
    environment: Environment
    created_at?: Date
  },
): Promise<void> {
  await database.insertInto('credentials').values(credentials).execute()
}

/** Writes a certificate of an account; gives false, and writes nothing, when its fingerprint is there already. */
export async function insertClientCertificate(
  database: Kysely<Database>,
  certificate: { fingerprint: string; account_id: number; created_at?: Date; ends_at?: Date },
): Promise<boolean> {
  const inserted = await database
    .insertInto('client_certificates')
    .values(certificate)
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('fingerprint')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Marks a certificate of an account as revoked; gives how many rows that changed. */
export async function revokeCertificateRow(
  database: Kysely<Database>,
  certificate: { fingerprint: string; account_id: number },
  revokedAt: Date,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('client_certificates')
    .set({ revoked_at: revokedAt })
    .where('fingerprint', '=', certificate.fingerprint)
    .where('account_id', '=', certificate.account_id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The version an account is pinned to, or undefined. */
export function selectApiVersion(
  database: Kysely<Database>,
  accountId: number,
): Promise<Pick<Selectable<AccountsTable>, 'api_version'> | undefined> {
  return database.selectFrom('accounts').select('api_version').where('id', '=', accountId).executeTakeFirst()
}

/** Pins an account to a version of the API; gives how many rows that changed. */
export async function updateApiVersion(
  database: Kysely<Database>,
  accountId: number,
  version: ApiVersion,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('accounts')
    .set({ api_version: version })
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Every account, oldest first. */
export function selectAccounts(database: Kysely<Database>): Promise<Selectable<AccountsTable>[]> {
  return database.selectFrom('accounts').selectAll().orderBy('id').execute()
}

/** Writes whether an account must show certificates; gives how many rows that changed. */
export async function updateCertificatePolicy(
  database: Kysely<Database>,
  id: number,
  required: boolean,
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('accounts')
    .set({ certificate_required: required })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Credentials of an account or of all, without their hashes, oldest first. */
export function selectCredentialsList(database: Kysely<Database>, accountId: number | null) {
  return database
    .selectFrom('credentials')
    .select(['client_id', 'account_id', 'configuration_id', 'environment', 'created_at', 'revoked_at'])
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? 0))
    .orderBy('account_id')
    .orderBy('created_at', (order) => order.asc().nullsFirst())
    .execute()
}

/** Marks credentials as revoked; gives whose they were, or undefined when none in use have this id. */
export function revokeCredentialsRow(
  database: Kysely<Database>,
  clientId: string,
  revokedAt: Date,
): Promise<{ account_id: number } | undefined> {
  return database
    .updateTable('credentials')
    .set({ revoked_at: revokedAt })
    .where('client_id', '=', clientId)
    .where('revoked_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
}

/** Certificates of an account or of all, oldest first. */
export function selectCertificates(
  database: Kysely<Database>,
  accountId: number | null,
): Promise<Selectable<ClientCertificatesTable>[]> {
  return database
    .selectFrom('client_certificates')
    .selectAll()
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? 0))
    .orderBy('account_id')
    .orderBy('created_at', (order) => order.asc().nullsFirst())
    .execute()
}
