import type { Kysely, Selectable } from 'kysely'
import type { Environment } from '../../domain/environment.ts'
import type { Database, WebhookAuthorizationsTable } from '../platform/database/database.ts'
import { prepareRead } from '../platform/reads/reads.ts'

/** A row of `webhook_authorizations` as read. */
export type AuthorizationRow = Selectable<WebhookAuthorizationsTable>

/** Which configuration's webhooks in which environment. */
export interface WebhookLine {
  configurationId: number
  environment: Environment
}

/** The tokens of a line and when the access token ends. */
export type TokenColumns = Pick<
  AuthorizationRow,
  'sealed_access_token' | 'sealed_refresh_token' | 'token_expires_at'
>

const readAuthorization = prepareRead((database, { configurationId, environment }: WebhookLine) =>
  database
    .selectFrom('webhook_authorizations')
    .selectAll()
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment),
)

/** The authorization of a line, or undefined. */
export async function selectAuthorization(
  database: Kysely<Database>,
  line: WebhookLine,
): Promise<AuthorizationRow | undefined> {
  const [row] = await readAuthorization(database, line)
  return row
}

/** Writes an authorization in the place of the one before, whose tokens are forgotten. */
export async function upsertAuthorization(
  database: Kysely<Database>,
  wanted: Omit<AuthorizationRow, keyof TokenColumns>,
): Promise<void> {
  const row = { ...wanted, sealed_access_token: null, sealed_refresh_token: null, token_expires_at: null }
  await database
    .insertInto('webhook_authorizations')
    .values(row)
    .onConflict((conflict) => conflict.columns(['configuration_id', 'environment']).doUpdateSet(row))
    .execute()
}

/** Removes an authorization; gives how many there were. */
export async function deleteAuthorization(
  database: Kysely<Database>,
  { configurationId, environment }: WebhookLine,
): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('webhook_authorizations')
    .where('configuration_id', '=', configurationId)
    .where('environment', '=', environment)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Keeps the tokens that the read authorization of a line got; one set meanwhile in its place does not take them. */
export async function updateTokens(
  database: Kysely<Database>,
  read: Pick<AuthorizationRow, 'configuration_id' | 'environment' | 'sealed_client_secret'>,
  tokens: TokenColumns,
): Promise<void> {
  await database
    .updateTable('webhook_authorizations')
    .set(tokens)
    .where('configuration_id', '=', read.configuration_id)
    .where('environment', '=', read.environment)
    // Sealed anew each time it is set, so it tells the one read from any other, the same secret too.
    .where('sealed_client_secret', '=', read.sealed_client_secret)
    .execute()
}
