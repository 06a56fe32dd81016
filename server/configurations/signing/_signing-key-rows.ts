import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Environment } from '../../../domain/environment.ts'
import type { SigningCurve, SigningKey } from '../../../domain/signing-key.ts'
import type { Database } from '../../platform/database/database.ts'

/** A row of `signing_keys` as read. */
export type SigningKeyRow = Selectable<Database['signing_keys']>

/** A line of versions: a configuration in an environment. */
export interface SigningLine {
  configurationId: number
  environment: Environment
}

/** Holds a configuration, so that one process at a time renews its keys; gives its curve, or undefined without it. */
export async function lockSigningCurve(
  transaction: Transaction<Database>,
  configurationId: number,
): Promise<SigningCurve | null | undefined> {
  const row = await transaction
    .selectFrom('configurations')
    .select('signing_curve')
    .where('id', '=', configurationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.signing_curve
}

/** The curve of a configuration and the newest key of a line, if any; undefined without the configuration. */
export async function selectNewestKey(
  database: Kysely<Database>,
  { configurationId, environment }: SigningLine,
): Promise<{ curve: SigningCurve | null; newest: SigningKeyRow | null } | undefined> {
  const configuration = await database
    .selectFrom('configurations')
    .select('signing_curve')
    .where('id', '=', configurationId)
    .executeTakeFirst()
  if (!configuration) return undefined
  const newest = await database
    .selectFrom('signing_keys')
    .selectAll()
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { curve: configuration.signing_curve, newest: newest ?? null }
}

/** Every version of the lines asked for, oldest first. */
export function selectKeys(
  database: Kysely<Database>,
  { configurationId, environment }: Partial<SigningLine>,
): Promise<SigningKeyRow[]> {
  return database
    .selectFrom('signing_keys')
    .selectAll()
    .$if(configurationId !== undefined, (query) => query.where('configuration_id', '=', configurationId ?? 0))
    .$if(environment !== undefined, (query) => query.where('environment', '=', environment ?? 'test'))
    .orderBy('configuration_id')
    .orderBy('environment')
    .orderBy('version')
    .execute()
}

/** Lines whose key stops signing before a time. */
export async function selectEndingLines(
  database: Kysely<Database>,
  before: Date,
  limit: number,
): Promise<SigningLine[]> {
  const rows = await database
    .selectFrom('signing_keys')
    .select(['configuration_id', 'environment'])
    .where('destroyed_at', 'is', null)
    .where('expires_at', '<=', before)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ configurationId: row.configuration_id, environment: row.environment }))
}

/** Destroys the private half of the key that a line signs with. */
export async function destroyPrivateKey(
  transaction: Transaction<Database>,
  { configurationId, environment }: SigningLine,
  destroyedAt: Date,
): Promise<void> {
  await transaction
    .updateTable('signing_keys')
    .set({ sealed_private_key: null, destroyed_at: destroyedAt })
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .where('destroyed_at', 'is', null)
    .execute()
}

/** Writes a new version. */
export async function insertSigningKey(
  transaction: Transaction<Database>,
  key: Omit<SigningKeyRow, 'destroyed_at'>,
): Promise<void> {
  await transaction.insertInto('signing_keys').values(key).execute()
}

/** The public half that a row holds. */
export function signingKeyOf(row: SigningKeyRow): SigningKey {
  return {
    configurationId: row.configuration_id,
    environment: row.environment,
    version: row.version,
    curve: row.curve,
    publicKeyPem: row.public_key_pem,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    destroyedAt: row.destroyed_at,
  }
}
